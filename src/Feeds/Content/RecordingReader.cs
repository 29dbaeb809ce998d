using System.Globalization;
using Feeds.Content.Dates;
using Feeds.Content.FrontMatter;
using Feeds.Content.Markdown;
using Feeds.Formats.Syndication.Podcasts;
using Feeds.Model;
using NodaTime;

namespace Feeds.Content;

/// <summary>Reads what makes a post an episode of a podcast.</summary>
internal static class RecordingReader
{
    /// <summary>The recording; null when there is none.</summary>
    public static Recording? Read(FrontMatterFields front, LinkResolver addresses, DiagnosticBag report)
    {
        if (front.Find(FieldNames.Enclosure) is not { } field) return null;
        var fields = field.Value is MapValue map ? new FrontMatterFields(map) : null;
        var written = fields is null ? field.Text() : fields.Text(["url", "src", "href", "file"]);
        if (addresses.Resolve(written ?? "") is not { Scheme: "http" or "https" } url)
        {
            if (field.Value is TextValue or MapValue) report.Warning(field.Line, $"'{field.Key}' ({written}) is no address of a recording");
            return null;
        }

        var local = addresses.Files.LastOrDefault(file => string.Equals(url.AbsolutePath, new Uri(url, file.Written).AbsolutePath, StringComparison.Ordinal));
        var length = fields?.Text(["length", "size", "bytes"]);
        return new Recording(
            url,
            local,
            fields?.Text(["type", "mediatype", "mimetype"]),
            long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var octets) ? octets : null,
            Length(fields?.Text(FieldNames.Duration) ?? front.Text(FieldNames.Duration)));
    }

    /// <summary>What directories of podcasts ask of an episode.</summary>
    public static Episode ReadEpisode(FrontMatterFields front, LinkResolver addresses, DiagnosticBag report) => new()
    {
        Number = Count(front.Text(["episode", "episodenumber"])),
        Season = Count(front.Text(["season"])),
        Type = Enum.TryParse<EpisodeType>(front.Text(["episodetype"]), ignoreCase: true, out var type) && Enum.IsDefined(type) ? type : null,
        Explicit = front.FindText(["explicit"]) is { } field ? field.IsTrue() : null,
        Image = DocumentImage.Read(front, addresses, report),
        Transcript = addresses.Resolve(front.Text(["transcript"]) ?? "") is { Scheme: "http" or "https" } transcript
            ? new Transcript(transcript, TranscriptType(transcript))
            : null,
        Chapters = addresses.Resolve(front.Text(["chapters"]) ?? "") is { Scheme: "http" or "https" } chapters ? chapters : null,
    };

    private static int? Count(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count : null;

    /// <summary>A length as players show it, <c>1:02:03</c> or <c>45:10</c>, in seconds, or as <see cref="DurationReader"/> takes it.</summary>
    private static Duration? Length(string? text)
    {
        if (text is null) return null;
        if (DurationReader.TryRead(text, out var length)) return length;
        var parts = text.Split(':');
        if (parts.Length > 3 || parts.Any(part => part.Length is 0 or > 5 || !part.All(char.IsAsciiDigit))) return null;
        return Duration.FromSeconds(parts.Aggregate(0L, (total, part) => (total * 60) + int.Parse(part, CultureInfo.InvariantCulture)));
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
