using System.Buffers;
using System.Collections.Immutable;
using NodaTime;
using NodaTime.TimeZones;

namespace Feeds.Formats.Calendar;

/// <summary>What iCalendar demands of a value before it is kept.</summary>
internal static class Require
{
    /// <summary>The last year: four digits are written (RFC 5545 §3.3.4), and a zone may move a date into the next one.</summary>
    public const int MaxYear = 9998;

    private const int MinYear = 2;

    private static readonly SearchValues<char> EndOfEmail = SearchValues.Create(" \"(),:;<>[\\]");
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>A line that is not empty and holds no control character.</summary>
    public static string Line(string value, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value, name);
        return CalendarText.Clean(value) == value && value.IndexOfAny(['\t', '\n']) < 0
            ? value
            : throw new ArgumentException("A control character, a line break or half a surrogate pair cannot be part of it.", name);
    }

    /// <summary>A number that is not negative.</summary>
    public static int NotNegative(int value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value, name);
        return value;
    }

    /// <summary>An absolute URI that can be written in ASCII; null stays null.</summary>
    public static Uri? Absolute(Uri? value, string name)
    {
        if (value is null) return null;
        if (!value.IsAbsoluteUri) throw new ArgumentException("The URI is not absolute.", name);
        return Ascii(value).AsSpan().ContainsAnyExceptInRange('!', '~')
            ? throw new ArgumentException("The URI holds a space, a control character or one that is not ASCII.", name)
            : value;
    }

    /// <summary>An absolute URI as RFC 3986 writes it, an international host name in its ASCII form.</summary>
    public static string Ascii(Uri value) =>
        System.Text.Ascii.IsValid(value.Host) ? value.AbsoluteUri : new UriBuilder(value) { Host = value.IdnHost }.Uri.AbsoluteUri;

    /// <summary>An e-mail address: something on either side of one <c>@</c>, with nothing that would end it.</summary>
    public static string Email(string value, string name)
    {
        Line(value, name);
        var at = value.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at == value.LastIndexOf('@') && at < value.Length - 1 && value.AsSpan().IndexOfAny(EndOfEmail) < 0
            ? value
            : throw new ArgumentException("It is not an e-mail address alone.", name);
    }

    /// <summary>A zone that a calendar client knows by its name; null stays null.</summary>
    public static DateTimeZone? Iana(DateTimeZone? value, string name) =>
        value is null || TzdbDateTimeZoneSource.Default.CanonicalIdMap.ContainsKey(value.Id)
            ? value
            : throw new ArgumentException("The zone is not of the IANA database.", name);

    /// <summary>Events each of which has a UID of its own, or shares it with the event of which it is an occurrence.</summary>
    public static ImmutableArray<VEvent> Distinct(ImmutableArray<VEvent> events, string name)
    {
        if (events.IsDefault) throw new ArgumentException("There is no array.", name);
        var taken = new HashSet<(string Uid, Instant? Occurrence)>(events.Length);
        foreach (var @event in events)
        {
            if (!taken.Add((@event.Uid, @event.RecurrenceId?.Order))) throw new ArgumentException($"Two events have the UID {@event.Uid}.", name);
            if (@event.Recurrence?.ProblemWith(@event) is { } problem) throw new ArgumentException($"The event {@event.Uid}: {problem}.", name);
        }

        return events;
    }

    /// <summary>Whether four digits can say the year of an ISO date in each zone.</summary>
    public static bool IsWritable(LocalDate date) => date.Year is >= MinYear and <= MaxYear;

    /// <summary>An ISO date of a year that four digits can say in each zone.</summary>
    public static LocalDate Date(LocalDate value, string name)
    {
        var date = value.WithCalendar(CalendarSystem.Iso);
        return IsWritable(date)
            ? date
            : throw new ArgumentOutOfRangeException(name, value, "The year is not 2 to 9998.");
    }

    /// <summary>A moment in a year that four digits can say in each zone.</summary>
    public static Instant Moment(Instant value, string name)
    {
        Date(value.InUtc().Date, name);
        return value;
    }

    /// <summary>A duration of whole seconds, one at least; null stays null.</summary>
    public static Duration? WholeSeconds(Duration? value, string name) =>
        value is { } duration && (duration < Duration.FromSeconds(1) || duration.SubsecondNanoseconds != 0)
            ? throw new ArgumentOutOfRangeException(name, value, "The duration is not one or more whole seconds.")
            : value;

    /// <summary>A colour as <c>#rrggbb</c>; null stays null.</summary>
    public static string? Color(string? value, string name) =>
        value is null || (value.Length == 7 && value[0] == '#' && value.AsSpan(1).IndexOfAnyExcept(HexDigits) < 0)
            ? value
            : throw new ArgumentException("The colour is not #rrggbb.", name);
}
