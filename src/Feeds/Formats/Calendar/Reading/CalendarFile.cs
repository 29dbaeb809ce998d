using System.Collections.Immutable;
using System.Globalization;

namespace Feeds.Formats.Calendar.Reading;

/// <summary>The content lines of an event that somebody else wrote.</summary>
/// <param name="Line">The line in the file on which it begins.</param>
internal sealed record EventLines(ImmutableArray<ContentLine> Lines, int Line)
{
    /// <summary>The number of its revision.</summary>
    public int Sequence => int.TryParse(this["SEQUENCE"], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;

    public string? this[string name] => Lines.FirstOrDefault(line => line.Name == name)?.Value;
}

/// <summary>A calendar that somebody else wrote, cut into its components so that a broken one loses only itself.</summary>
/// <param name="Zones">The lines of each VTIMEZONE.</param>
/// <param name="Zone">The value of X-WR-TIMEZONE; null when there is none.</param>
/// <param name="IsWhole">Whether a calendar begins and ends in it.</param>
internal sealed record CalendarFile(
    ImmutableArray<EventLines> Events, ImmutableArray<ImmutableArray<ContentLine>> Zones, string? Zone, bool IsWhole)
{
    /// <param name="text">With LF between the lines.</param>
    /// <param name="warn">Is told the line and the problem of what cannot be read.</param>
    public static CalendarFile Read(string text, Action<int, string> warn) => new CalendarCutter(warn).Cut(text);
}
