using System.Globalization;
using System.Text.Json;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Model.Names;
using Feeds.Text;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Identity.Format;

/// <summary>One line of a lock on its way to what it says.</summary>
internal sealed class LockLine
{
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly HashSet<string> flags = new(StringComparer.Ordinal);

    private readonly Dictionary<string, TextList> lists = new(StringComparer.Ordinal);

    /// <summary>Reads the JSON of a line; keys that are not known are passed over.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="FormatException">It is no object.</exception>
    public LockLine(ReadOnlySpan<byte> text)
    {
        var json = new Utf8JsonReader(text);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject) throw new FormatException("it is no object");
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

        // Behind the object nothing may follow.
        json.Read();
    }

    /// <summary>The version of the format, which only the first line says.</summary>
    public int? Version => numbers.TryGetValue(LockKeys.Version, out var version) ? version : null;

    /// <summary>What the first line says of the site.</summary>
    /// <exception cref="FormatException">Something is missing, or is not what it should be.</exception>
    public SiteRecord Site() => new(AddressOrNone(LockKeys.Origin) ?? throw Missing(LockKeys.Origin), AddressOrNone(LockKeys.Url) ?? Text(LockKeys.Origin), Text(LockKeys.Facts), Moment(LockKeys.Changed), numbers.GetValueOrDefault(LockKeys.Reader, 1));

    /// <summary>What a line says of a document.</summary>
    /// <exception cref="FormatException">Something is missing, or is not what it should be.</exception>
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
            Schedule = TextOrNone(LockKeys.Start) is { } start ? new Schedule(start, Text(LockKeys.End), TextOrNone(LockKeys.Zone), TextOrNone(LockKeys.Place), TextOrNone(LockKeys.Street), Text(LockKeys.Status), TextOrNone(LockKeys.Repeats)) : null,
            TermNames = new TermNames(lists.GetValueOrDefault(LockKeys.Tags), lists.GetValueOrDefault(LockKeys.Categories), lists.GetValueOrDefault(LockKeys.Authors), TextOrNone(LockKeys.Series)),
            Facts = Text(LockKeys.Facts),
            PlacementHash = Text(LockKeys.PlacementHash),
            Text = Text(LockKeys.Text),
            Bytes = TextOrNone(LockKeys.Bytes),
            Body = TextOrNone(LockKeys.Body),
            Gone = MomentOrNone(LockKeys.Gone),
            Withdrawn = MomentOrNone(LockKeys.Withdrawn),
            IsForgotten = flags.Contains(LockKeys.Forgotten),
        };
    }

    private static TextList Strings(ref Utf8JsonReader json, string key)
    {
        var strings = new List<string>();
        while (json.Read() && json.TokenType == JsonTokenType.String) strings.Add(json.GetString()!);
        if (json.TokenType != JsonTokenType.EndArray) throw new FormatException($"'{key}' is no list of texts");
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

    /// <summary>The calendar of an event that is gone is published as this says, and nothing else is known of it.</summary>
    private string? CalendarOrNone()
    {
        var path = PathOrNone(LockKeys.Calendar);
        return path is null || (path.EndsWith(".ics", StringComparison.Ordinal) && !ServerPath.IsBelowAFile(path) && !ServerPath.IsTooLong(path)) ? path : throw NoPath(LockKeys.Calendar, path);
    }

    private string? PathOrNone(string key)
    {
        var path = TextOrNone(key);
        return path is null || IsPath(path) ? path : throw NoPath(key, path);
    }

    private string? AddressOrNone(string key)
    {
        var text = TextOrNone(key);
        return text is null || WebAddress.Read(text) is not null ? text : throw new FormatException($"'{key}' ({text}) is no address");
    }

    private static bool IsPath(string text) => text.StartsWith('/') && !text.Contains("//", StringComparison.Ordinal) && !ServerPath.LeadsOut(text);

    private static FormatException Missing(string key) => new($"there is no '{key}'");

    private static FormatException NoPath(string key, string text) => new($"'{key}' ({text}) is no path that this server has");

    private string Text(string key) => TextOrNone(key) ?? throw Missing(key);

    private string? TextOrNone(string key)
    {
        var text = texts.GetValueOrDefault(key);
        if (text is not null && text.Any(PlainText.IsControl)) throw new FormatException($"'{key}' holds a control character or a line break");
        return text;
    }

    private Instant Moment(string key) => MomentOrNone(key) ?? throw Missing(key);

    private Instant? MomentOrNone(string key)
    {
        if (TextOrNone(key) is not { } text) return null;
        var moment = InstantPattern.General.Parse(text);
        return moment.Success ? moment.Value : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"'{key}' ({text}) is no moment such as 2026-02-03T18:00:00Z"));
    }
}
