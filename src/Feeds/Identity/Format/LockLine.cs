using System.Text.Json;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Model.Names;
using Feeds.Text;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Identity.Format;

/// <summary>Parses one line of a lock; a FormatException says what is missing or wrong.</summary>
internal sealed class LockLine
{
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly HashSet<string> flags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TextList> lists = new(StringComparer.Ordinal);

    /// <summary>Reads the JSON of a line, without its unknown keys.</summary>
    /// <exception cref="JsonException">It is not valid JSON.</exception>
    /// <exception cref="FormatException">It is not an object.</exception>
    public LockLine(ReadOnlySpan<byte> text)
    {
        var json = new Utf8JsonReader(text);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject) throw new FormatException("it is not an object");
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var key = json.GetString()!;
            json.Read();
            switch (json.TokenType)
            {
                case JsonTokenType.String:
                    texts[key] = json.GetString()!;
                    break;
                case JsonTokenType.Number when json.TryGetInt32(out var number):
                    numbers[key] = number;
                    break;
                case JsonTokenType.True:
                    flags.Add(key);
                    break;
                case JsonTokenType.StartArray when key is LockKeys.Earlier or LockKeys.Tags or LockKeys.Categories or LockKeys.Authors:
                    lists[key] = Strings(ref json, key);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        // Nothing may follow the object.
        json.Read();
    }

    /// <summary>The version of the format, only in the first line.</summary>
    public int? Version => numbers.TryGetValue(LockKeys.Version, out var version) ? version : null;

    /// <summary>The record of the site in the first line.</summary>
    public SiteRecord Site() => new(
        AddressOrNone(LockKeys.Origin) ?? throw Missing(LockKeys.Origin),
        AddressOrNone(LockKeys.Url) ?? Text(LockKeys.Origin),
        Text(LockKeys.Facts),
        Moment(LockKeys.Changed),
        numbers.GetValueOrDefault(LockKeys.Reader, 1));

    public LockRecord Record()
    {
        var kind = Kind();
        return new LockRecord
        {
            // A checkout on macOS may have written it in another normal form.
            Path = NormalPath.Of(Text(LockKeys.Path)),
            Kind = kind,
            Id = Text(LockKeys.Id),
            Uid = kind == DocumentKind.Event ? Text(LockKeys.Uid) : TextOrNone(LockKeys.Uid),
            Written = TextOrNone(LockKeys.Written),
            Address = PathOrNone(LockKeys.Address),
            Wanted = PathOrNone(LockKeys.Wanted),
            Calendar = CalendarOrNone(),
            Link = AddressOrNone(LockKeys.Link),
            Earlier = Earlier(),
            First = Moment(LockKeys.First),
            Locked = MomentOrNone(LockKeys.Locked),
            Changed = Moment(LockKeys.Changed),
            Updated = MomentOrNone(LockKeys.Updated),
            Moved = MomentOrNone(LockKeys.Moved),
            Sequence = Math.Max(0, numbers.GetValueOrDefault(LockKeys.Sequence)),
            Title = Text(LockKeys.Title),
            Published = MomentOrNone(LockKeys.Published),
            Schedule = TextOrNone(LockKeys.Start) is { } start ? ScheduleFrom(start) : null,
            TermNames = new TermNames(
                lists.GetValueOrDefault(LockKeys.Tags),
                lists.GetValueOrDefault(LockKeys.Categories),
                lists.GetValueOrDefault(LockKeys.Authors),
                TextOrNone(LockKeys.Series)),
            Facts = Text(LockKeys.Facts),
            PlacementHash = Text(LockKeys.PlacementHash),
            Text = Text(LockKeys.Text),
            Bytes = TextOrNone(LockKeys.Bytes),
            Body = TextOrNone(LockKeys.Body),
            Removed = MomentOrNone(LockKeys.Removed),
            Withdrawn = MomentOrNone(LockKeys.Withdrawn),
            Missing = MomentOrNone(LockKeys.Missing),
            IsForgotten = flags.Contains(LockKeys.Forgotten),
        };
    }

    private Schedule ScheduleFrom(string start) =>
        new(start, Text(LockKeys.End), TextOrNone(LockKeys.Zone), TextOrNone(LockKeys.Place), TextOrNone(LockKeys.Street),
            Text(LockKeys.Status), TextOrNone(LockKeys.Repeats));

    private static TextList Strings(ref Utf8JsonReader json, string key)
    {
        var strings = new List<string>();
        while (json.Read() && json.TokenType == JsonTokenType.String) strings.Add(json.GetString()!);
        if (json.TokenType != JsonTokenType.EndArray) throw new FormatException($"'{key}' is not a list of texts");
        return new TextList(strings);
    }

    private DocumentKind Kind() => Text(LockKeys.Kind) switch
    {
        LockKeys.Post => DocumentKind.Post,
        LockKeys.Event => DocumentKind.Event,
        var other => throw new FormatException($"'{LockKeys.Kind}' ({other}) is neither '{LockKeys.Post}' nor '{LockKeys.Event}'"),
    };

    private TextList Earlier()
    {
        var paths = lists.GetValueOrDefault(LockKeys.Earlier);
        return paths.Items.FirstOrDefault(path => !IsPath(path)) is { } other ? throw NoPath(LockKeys.Earlier, other) : paths;
    }

    /// <summary>The calendar of a removed event is published at this path.</summary>
    private string? CalendarOrNone()
    {
        var path = PathOrNone(LockKeys.Calendar);
        if (path is null) return null;
        var isUsable = path.EndsWith(".ics", StringComparison.Ordinal) && !ServerPath.IsBelowAFile(path) && !ServerPath.IsTooLong(path);
        return isUsable ? path : throw NoPath(LockKeys.Calendar, path);
    }

    private string? PathOrNone(string key)
    {
        var path = TextOrNone(key);
        return path is null || IsPath(path) ? path : throw NoPath(key, path);
    }

    private string? AddressOrNone(string key)
    {
        var text = TextOrNone(key);
        return text is null || WebAddress.Read(text) is not null
            ? text
            : throw new FormatException($"'{key}' ({text}) is not a valid address");
    }

    private static bool IsPath(string text) =>
        text.StartsWith('/') && !text.Contains("//", StringComparison.Ordinal) && !ServerPath.LeadsOut(text);

    private static FormatException Missing(string key) => new($"there is no '{key}'");

    private static FormatException NoPath(string key, string text) => new($"'{key}' ({text}) is not a path of this server");

    private string Text(string key) => TextOrNone(key) ?? throw Missing(key);

    private string? TextOrNone(string key)
    {
        var text = texts.GetValueOrDefault(key);
        if (text is not null && text.Any(PlainText.IsControl))
            throw new FormatException($"'{key}' holds a control character or a line break");
        return text;
    }

    private Instant Moment(string key) => MomentOrNone(key) ?? throw Missing(key);

    private Instant? MomentOrNone(string key)
    {
        if (TextOrNone(key) is not { } text) return null;
        var moment = InstantPattern.General.Parse(text);
        return moment.Success ? moment.Value : throw new FormatException($"'{key}' ({text}) is not a time such as 2026-02-03T18:00:00Z");
    }
}
