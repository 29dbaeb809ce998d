using System.Globalization;
using Feeds.Content.Dates;
using Feeds.Content.FrontMatter;
using Feeds.Content.Markdown;
using Feeds.Formats.Syndication.Podcasts;
using Feeds.Model;
using NodaTime;

namespace Feeds.Content;

/// <summary>Reads the podcast episode of a post.</summary>
internal static class RecordingReader
{
    public static Recording? Read(FrontMatterFields front, LinkResolver links, DiagnosticBag report)
    {
        if (front.Find(FieldNames.Enclosure) is not { } field) return null;
        var fields = field.Value is MapValue map ? new FrontMatterFields(map) : null;
        var written = fields is null ? field.Text() : fields.Text(["url", "src", "href", "file"]);
        if (WebAddressOf(written, links) is not { } url)
        {
            if (field.Value is TextValue or MapValue)
                report.Warning(field.Line, $"'{field.Key}' ({written}) is not the address of a recording");
            return null;
        }

        var file = links.Files.LastOrDefault(file => url.AbsolutePath == new Uri(url, file.Written).AbsolutePath);
        var length = fields?.Text(["length", "size", "bytes"]);
        return new Recording(
            url,
            file,
            fields?.Text(["type", "mediatype", "mimetype"]),
            long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : null,
            Length(fields?.Text(FieldNames.Duration) ?? front.Text(FieldNames.Duration)));
    }

    public static Episode ReadEpisode(FrontMatterFields front, LinkResolver links, DiagnosticBag report) => new()
    {
        Number = Count(front.Text(FieldNames.Episode)),
        Season = Count(front.Text(FieldNames.Season)),
        Type = Enum.TryParse(front.Text(FieldNames.EpisodeType), ignoreCase: true, out EpisodeType type) && Enum.IsDefined(type)
            ? type
            : null,
        Explicit = front.FindText(FieldNames.Explicit) is { } field ? field.IsTrue() : null,
        Image = DocumentImage.Read(front, links, report),
        Transcript = WebAddressOf(front.Text(FieldNames.Transcript), links) is { } text ? new Transcript(text, TranscriptType(text)) : null,
        Chapters = WebAddressOf(front.Text(FieldNames.Chapters), links),
    };

    private static Uri? WebAddressOf(string? text, LinkResolver links) =>
        links.Resolve(text ?? "") is { Scheme: "http" or "https" } address ? address : null;

    private static int? Count(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count : null;

    // 1:02:03, 45:10, a number of seconds, or what DurationReader reads.
    private static Duration? Length(string? text)
    {
        if (text is null) return null;
        if (DurationReader.TryRead(text, out var length)) return length;
        var parts = text.Split(':');
        if (parts.Length > 3 || parts.Any(part => part.Length is 0 or > 5 || !part.All(char.IsAsciiDigit))) return null;
        var seconds = parts.Aggregate(0L, (total, part) => (total * 60) + int.Parse(part, CultureInfo.InvariantCulture));
        return Duration.FromSeconds(seconds);
    }

    private static string TranscriptType(Uri transcript) => Path.GetExtension(transcript.AbsolutePath).ToUpperInvariant() switch
    {
        ".SRT" => "application/x-subrip",
        ".VTT" => "text/vtt",
        ".JSON" => "application/json",
        ".TXT" => "text/plain",
        _ => "text/html",
    };
}
