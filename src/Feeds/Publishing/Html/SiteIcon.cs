using System.Globalization;
using System.Text;
using System.Xml;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Model.Names;
using Feeds.Pages;
using NodaTime;

namespace Feeds.Publishing.Html;

/// <summary>Renders the favicon.</summary>
internal static class SiteIcon
{
    private const string Namespace = "http://www.w3.org/2000/svg";

    // The feed icon, for browsers that do not support SVG.
    private static readonly ReadOnlyMemory<byte> Default = Page.Resource("favicon.ico");

    public static IEnumerable<RenderPlan> Render(SiteSnapshot site)
    {
        var settings = site.Settings;
        var own = Own(site);
        yield return Drawing(settings, own);
        if (!settings.HasHome) yield break;
        var mediaType = MediaType.OfFile(Addresses.Icon)!;
        yield return new RenderPlan(Addresses.Icon, mediaType, Instant.MinValue, [own], () => (own is null ? null : OfFile(own)) ?? Default)
        {
            Scope = own is null ? ChangeScope.Document : ChangeScope.File,
        };
    }

    private static RenderPlan Drawing(SiteSettings settings, SiteFile? own)
    {
        var path = settings.PathOf(Addresses.IconDrawing);
        if (own is not null && MediaType.OfFile(own.Path) == MediaType.Svg)
            return RenderPlan.OfFile(path, MediaType.Svg, own);

        var (title, color) = (settings.Title, settings.Calendar.Color ?? SiteColor.Default);
        var drawing = RenderPlan.Of(path, MediaType.Svg, Instant.MinValue, [title, color], output => Draw(title, color, output));
        return drawing with { Scope = ChangeScope.Document };
    }

    /// <summary>The file that the setting <c>icon</c> names; null when it does not exist.</summary>
    private static SiteFile? Own(SiteSnapshot site) => site.Settings.Files
        .Where(reference => site.Settings.AddressOf(reference.Address) == site.Settings.Icon)
        .SelectMany(reference => reference.Candidates)
        .Select(site.Files.GetValueOrDefault)
        .FirstOrDefault(file => file is not null && !file.Bytes.Value.IsEmpty);

    private static ReadOnlyMemory<byte>? OfFile(SiteFile file) => Path.GetExtension(file.Path).ToUpperInvariant() switch
    {
        ".ICO" => file.Bytes.Value,
        ".PNG" => IconFile.OfPng(file.Bytes.Value),
        _ => null,
    };

    private static void Draw(string title, string color, Stream output)
    {
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var xml = XmlWriter.Create(output, new XmlWriterSettings { Encoding = encoding, OmitXmlDeclaration = true });
        xml.WriteStartElement("svg", Namespace);
        xml.WriteAttributeString("viewBox", "0 0 32 32");
        xml.WriteStartElement("rect", Namespace);
        xml.WriteAttributeString("width", "32");
        xml.WriteAttributeString("height", "32");
        xml.WriteAttributeString("rx", "7");
        xml.WriteAttributeString("fill", color);
        xml.WriteEndElement();
        xml.WriteStartElement("text", Namespace);
        xml.WriteAttributeString("x", "16");
        xml.WriteAttributeString("y", "23");
        xml.WriteAttributeString("text-anchor", "middle");
        xml.WriteAttributeString("font-family", "system-ui, sans-serif");
        xml.WriteAttributeString("font-size", "20");
        xml.WriteAttributeString("font-weight", "700");
        xml.WriteAttributeString("fill", IsBright(color) ? "#000" : "#fff");
        xml.WriteString(Initial(title));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Whether black contrasts better with a colour than white.</summary>
    private static bool IsBright(string color)
    {
        var rgb = uint.Parse(color.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (299 * (rgb >> 16)) + (587 * (rgb >> 8 & 0xFF)) + (114 * (rgb & 0xFF)) > 150_000;
    }

    /// <summary>The first letter or digit with its accents.</summary>
    private static string Initial(string title)
    {
        var elements = StringInfo.GetTextElementEnumerator(title);
        while (elements.MoveNext())
        {
            if (char.IsLetterOrDigit(title, elements.ElementIndex)) return elements.GetTextElement().ToUpperInvariant();
        }

        return "";
    }
}
