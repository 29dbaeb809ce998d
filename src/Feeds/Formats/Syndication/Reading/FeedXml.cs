using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using System.Xml;
using System.Xml.Linq;
using Feeds.Text;

namespace Feeds.Formats.Syndication.Reading;

/// <summary>Loads the XML of somebody else, in any encoding that it names.</summary>
internal static class FeedXml
{
    private const int MaxDeclaration = 300;
    private const int MaxDepth = 200;

    private static readonly Regex Reference = new(
        "&((?<name>[A-Za-z][A-Za-z0-9]*);|#[xX](?<hex>[0-9A-Fa-f]+);|#(?<number>[0-9]+);)?", LinearRegex.Options);

    private static readonly Regex Declaration = new(@"<\?xml[^>]*?encoding\s*=\s*[""'](?<name>[A-Za-z0-9._:-]+)", LinearRegex.IgnoreCase);

    // Those that the system has without code pages and that write ASCII as it is.
    private static readonly ImmutableArray<Encoding> Known = [Encoding.UTF8, Encoding.Latin1, Encoding.ASCII];

    // Nothing is fetched, and no entity of the file is expanded.
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };

    /// <param name="repair">What was wrong with it; null for nothing.</param>
    /// <exception cref="XmlException">It is no XML, also not with HTML's entities and bare ampersands mended.</exception>
    public static XElement Load(byte[] bytes, out string? repair)
    {
        var text = Decoded(bytes, out repair);
        try
        {
            return Parsed(text);
        }
        catch (XmlException exception)
        {
            repair ??= exception.Message;
            return Parsed(Repaired(text));
        }
    }

    private static XElement Parsed(string text)
    {
        RefuseDepth(text);
        using var reader = XmlReader.Create(new StringReader(text), Settings);
        return XDocument.Load(reader, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace).Root!;
    }

    // The element tree calls itself for each level, so a hostile file could end the process.
    private static void RefuseDepth(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), Settings);
        while (reader.Read())
        {
            if (reader.Depth > MaxDepth) throw new XmlException("it is nested too deep");
        }
    }

    private static string Repaired(string text) => Reference.Replace(text, Repaired);

    // Only what XML itself does not know.
    private static string Repaired(Match reference)
    {
        if (reference.Groups["name"] is { Success: true, Value: var name })
        {
            if (name is "amp" or "lt" or "gt" or "quot" or "apos") return reference.Value;
            var decoded = WebUtility.HtmlDecode(reference.Value);
            return decoded == reference.Value ? $"&amp;{name};" : decoded;
        }

        if (reference.Value is "&") return "&amp;";
        return IsCharacter(reference.Groups["hex"].Value, reference.Groups["number"].Value) ? reference.Value : "";
    }

    private static bool IsCharacter(string hex, string number)
    {
        var isRead = hex.Length > 0
            ? int.TryParse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code)
            : int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out code);
        return isRead && Rune.IsValid(code) && (code > char.MaxValue || XmlConvert.IsXmlChar((char)code));
    }

    private static string Decoded(byte[] bytes, out string? problem)
    {
        var text = EncodingOf(bytes, out problem).GetString(bytes);
        return XmlCharacters.Keep(text.TrimStart('\uFEFF', '\0', ' ', '\t', '\r', '\n'));
    }

    private static Encoding EncodingOf(byte[] bytes, out string? problem)
    {
        problem = null;
        if (bytes is [0xFF, 0xFE, ..]) return Encoding.Unicode;
        if (bytes is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode;
        var start = Encoding.ASCII.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, MaxDeclaration)));
        var name = Declaration.Match(start) is { Success: true } match ? match.Groups["name"].Value : "utf-8";
        var named = CodePagesEncodingProvider.Instance.GetEncoding(name)
            ?? Known.FirstOrDefault(one => one.WebName.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (named is not null and not UTF8Encoding) return named;
        if (Utf8.IsValid(bytes)) return Encoding.UTF8;
        if (named is null) throw new XmlException($"its encoding, {name}, is not known");
        problem = "the text is not UTF-8";
        return CodePagesEncodingProvider.Instance.GetEncoding("windows-1252")!;
    }
}
