using System.Globalization;
using System.Text;
using System.Xml;
using Feeds.Model;
using Feeds.Model.Names;
using NodaTime;

namespace Feeds.Publishing.Html;

/// <summary>The small picture in a browser's tab: the site's own where that is a file of such a kind, else its initial on its colour.</summary>
internal static class SiteIcon
{
    private const string DefaultColor = "#2f5d8a";
    private const string Namespace = "http://www.w3.org/2000/svg";

    public static IEnumerable<RenderPlan> Render(SiteSnapshot site)
    {
        var settings = site.Settings;
        var color = settings.Calendar.Color ?? DefaultColor;
        var own = Own(site);
        var title = settings.Title;
        yield return own is not null && MediaType.OfFile(own.Path) == MediaType.Svg
            ? new RenderPlan(settings.PathOf(Addresses.IconDrawing), MediaType.Svg, Instant.MinValue, [own], () => own.Bytes.Value) { Reach = ChangeScope.File }
            : RenderPlan.Of(settings.PathOf(Addresses.IconDrawing), MediaType.Svg, Instant.MinValue, [title, color], output => Draw(title, color, output)) with { Reach = ChangeScope.Document };
        if (!settings.HasHome) yield break;
        yield return new RenderPlan(Addresses.Icon, MediaType.OfFile(Addresses.Icon)!, Instant.MinValue, [own, color], () => (own is null ? null : OfFile(own)) ?? IconFile.Draw(color))
        {
            Reach = own is null ? ChangeScope.Document : ChangeScope.File,
        };
    }

    /// <summary>The file that <c>icon</c> names; null where it names none that is there.</summary>
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
        using var xml = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), OmitXmlDeclaration = true });
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
        xml.WriteAttributeString("fill", IconFile.IsBright(color) ? "#000" : "#fff");
        xml.WriteString(Initial(title));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>The first letter or digit with the accents that belong to it.</summary>
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
