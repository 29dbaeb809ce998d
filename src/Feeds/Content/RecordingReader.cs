using System.Globalization;
using Feeds.Content.Dates;
using Feeds.Content.FrontMatter;
using Feeds.Content.Markdown;
using Feeds.Formats.Syndication.Podcasts;
using Feeds.Model;
using Feeds.Text;
using NodaTime;

namespace Feeds.Content;

/// <summary>Reads the podcast episode of a post.</summary>
internal static class RecordingReader
{
    private static readonly string[] MediaTypes = ["audio/", "video/", "application/"];

    public static Recording? Read(FrontMatterFields front, LinkResolver links, DiagnosticBag report)
    {
        if (front.Find(FieldNames.Enclosure) is not { } field) return null;
        if (!field.IsWritten() && field.Value is TextValue or ListValue { Items.IsEmpty: true }) return null;
        var (value, others) = First(field.Value);
        if (others) report.Warning(field.Line, $"'{field.Key}' has several recordings, of which the first is published; a post has one");
        var fields = value is MapValue map ? new FrontMatterFields(map) : null;
        var parts = fields is null ? Parts(value) : new WrittenRecording(
            fields.Text(["url", "src", "href", "file"]),
            fields.Text(["length", "size", "bytes"]),
            fields.Text(["type", "mediatype", "mimetype", "mime"]));
        if (parts.Address?.Contains('\n', StringComparison.Ordinal) is true)
        {
            var shown = PlainText.OneLine(parts.Address);
            report.Error(field.Line, $"'{field.Key}' ({shown}) has a line break inside; write the address on one line");
            return null;
        }

        if (WebAddressOf(parts.Address, links) is not { } url)
        {
            report.Warning(field.Line, $"'{field.Key}' ({parts.Address}) is not the address of a recording");
            return null;
        }

        var file = links.Files.LastOrDefault(file => url.AbsolutePath == new Uri(url, file.Written).AbsolutePath);
        return new Recording(
            url,
            file,
            parts.MediaType,
            long.TryParse(parts.Length, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var bytes) ? bytes : null,
            Length(fields?.Text(FieldNames.Duration) ?? front.Text(FieldNames.Duration)));
    }

    /// <summary>The first of several recordings, or the only one: a list may also hold the parts of one.</summary>
    private static (Value Value, bool HasOthers) First(Value value) => value switch
    {
        ListValue { Items: [var only] } => First(only),
        ListValue { Items: [TextValue address, TextValue part, ..] and var items } when IsPart(part.Text) =>
            (new TextValue(string.Join('\n', items.OfType<TextValue>().Select(item => item.Text)), address.Line), HasOthers: false),
        ListValue { Items: [var first, _, ..] } => (First(first).Value, HasOthers: true),
        _ => (value, HasOthers: false),
    };

    /// <summary>The parts of a recording as WordPress writes them: its address, its length and its type on a line each.</summary>
    private static WrittenRecording Parts(Value value)
    {
        var text = (value as TextValue)?.Text.Trim() ?? "";
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        // A plain text of YAML has blanks instead.
        if (lines is [var line] && line.Split(' ') is [_, var next, ..] words && IsPart(next)) lines = words;
        if (lines is not [var address, .. var parts] || !parts.Take(1).All(IsPart)) return new WrittenRecording(text, null, null);
        return new WrittenRecording(
            address, Array.Find(parts, part => part.All(char.IsAsciiDigit)), Array.Find(parts, part => part.Contains('/') && IsPart(part)));
    }

    /// <summary>Whether a text is the length or the media type of a recording.</summary>
    private static bool IsPart(string text) => text.Trim() is { Length: > 0 } part
        && (part.All(char.IsAsciiDigit) || MediaTypes.Any(type => part.StartsWith(type, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The parts of a recording as they are written.</summary>
    private sealed record WrittenRecording(string? Address, string? Length, string? MediaType);

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

    // 1:02:03, 45:10, 125.6 seconds, or what DurationReader reads.
    private static Duration? Length(string? text)
    {
        if (text is null) return null;
        if (DurationReader.TryRead(text, out var length)) return length;
        var parts = text.Split(':');
        // The formats have whole seconds.
        var fraction = parts[^1].Split('.', ',');
        if (fraction is [var whole, var rest] && rest.Length > 0 && rest.All(char.IsAsciiDigit)) parts[^1] = whole;
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
