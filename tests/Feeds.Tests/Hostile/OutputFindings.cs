using System.Text;

namespace Feeds.Tests.Hostile;

/// <summary>Looks through outputs for what no text of a document may bring about, by parsers that are not the product's.</summary>
/// <param name="isKnown">Whether something stands in the outputs of a site that nobody means harm, by its structure.</param>
internal sealed class OutputFindings(Func<string, bool> isKnown)
{
    private readonly List<string> findings = [];

    /// <summary>What is wrong with one output; nothing where all is well.</summary>
    /// <param name="contentType">As the response says it.</param>
    public static IReadOnlyList<string> Of(string path, string contentType, byte[] body, Func<string, bool> isKnown)
    {
        var looked = new OutputFindings(isKnown);
        looked.Look(contentType.Split(';')[0], body);
        return [.. looked.findings.Select(finding => $"{path}: {finding}")];
    }

    /// <summary>What an output is built of.</summary>
    public static IEnumerable<string> StructureOf(string contentType, byte[] body)
    {
        var parts = new HashSet<string>(StringComparer.Ordinal);
        new OutputFindings(part => parts.Add(part) || true).Look(contentType.Split(';')[0], body);
        return parts;
    }

    private void Look(string mediaType, byte[] body)
    {
        if (body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Payloads.Secret)) >= 0) findings.Add("holds a file from outside");
        try
        {
            switch (mediaType)
            {
                case "application/atom+xml" or "application/rss+xml" or "application/xml" or "text/x-opml" or "text/x-opml+xml" or "image/svg+xml":
                    XmlOutput.Look(body, Part, Html, Report);
                    break;
                case "application/feed+json" or "application/calendar+json":
                    JsonOutput.Look(body, Part, Html, Report);
                    break;
                case "text/calendar":
                    CalendarOutput.Look(body, Part, Html, Report);
                    break;
                case "text/html":
                    PageOutput.Look(body, Part, Report);
                    break;
            }
        }
        catch (Exception exception) when (exception is System.Xml.XmlException or System.Text.Json.JsonException or DecoderFallbackException)
        {
            Report($"is no {mediaType}: {exception.Message}");
        }
    }

    private void Part(string part)
    {
        if (!isKnown(part)) Report($"has a part that harmless sites have not: {part}");
    }

    private void Html(string html) => PageOutput.LookThroughProse(html, Report);

    private void Report(string finding) => findings.Add(finding);
}
