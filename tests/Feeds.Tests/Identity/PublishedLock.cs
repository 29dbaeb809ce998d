using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Feeds.Publishing;
using Feeds.Publishing.Calendars;
using Feeds.Publishing.Syndication;
using NodaTime;

namespace Feeds.Tests.Identity;

/// <summary>What subscribers were told of each text of a site.</summary>
internal sealed partial class PublishedLock
{
    private readonly Dictionary<int, Entry> entries = [];
    private readonly Dictionary<string, (string Stamp, int Sequence, bool IsCancelled)> calendars = new(StringComparer.Ordinal);

    public static PublishedLock Of(RecordedSite site, EditedContent content)
    {
        var told = new PublishedLock();
        var current = site.Current;
        var atom = Entries(new SiteFeeds(current).Render(), "/atom.xml", AtomEntry());
        var calendar = Entries(new SiteCalendars(current).Plans, "/calendar.ics", CalendarEvent());
        foreach (var (path, number) in content.Paths)
        {
            var record = site.Of(path);
            told.entries[number] = new Entry(record.Id, record.Uid, record.First, record.Changed, record.Updated ?? Instant.MinValue, record.Sequence, atom[record.Id], record.Uid is null ? "" : calendar[record.Uid]);
        }

        foreach (var (id, item) in calendar) told.calendars[id] = (Stamp().Match(item).Value, SequenceOf(item), item.Contains("STATUS:CANCELLED", StringComparison.Ordinal));
        return told;
    }

    /// <summary>What is told otherwise than it was; null when nothing is that may not be.</summary>
    /// <param name="ended">The events that were withdrawn after they began, or at once after they came: they leave without a word.</param>
    public string? Against(PublishedLock before, HashSet<int> touched, HashSet<string> ended)
    {
        foreach (var (number, now) in entries)
        {
            if (!before.entries.TryGetValue(number, out var then)) continue;
            var isWorse = now.Id != then.Id || now.Uid != then.Uid || now.First != then.First || now.Changed < then.Changed || now.Updated < then.Updated || now.Sequence < then.Sequence;
            if (isWorse || (!touched.Contains(number) && now != then)) return string.Create(CultureInfo.InvariantCulture, $"text {number} was\n{then}\nand is\n{now}");
        }

        foreach (var (uid, then) in before.calendars)
        {
            if (!calendars.TryGetValue(uid, out var now) && !then.IsCancelled && !ended.Contains(uid)) return $"the event {uid} vanished";
            if (now.Stamp is not null && (string.CompareOrdinal(now.Stamp, then.Stamp) < 0 || now.Sequence < then.Sequence)) return $"the stamps of {uid} fell from {then} to {now}";
        }

        return entries.Values.Select(entry => entry.Id).Distinct(StringComparer.Ordinal).Count() == entries.Count ? null : "two texts have one id";
    }

    /// <summary>Takes over what was told of texts that are not there now.</summary>
    public void Remember(PublishedLock before)
    {
        foreach (var (number, then) in before.entries) entries.TryAdd(number, then);
    }

    private static int SequenceOf(string item) => Sequence().Match(item) is { Success: true } match ? int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) : 0;

    private static Dictionary<string, string> Entries(IEnumerable<RenderPlan> renderings, string path, Regex entry) =>
        entry.Matches(Encoding.UTF8.GetString(renderings.First(rendering => rendering.Path == path).Bytes().Span).Replace("\r\n ", "", StringComparison.Ordinal))
            .ToDictionary(match => match.Groups["id"].Value, match => match.Value, StringComparer.Ordinal);

    private sealed record Entry(string Id, string? Uid, Instant First, Instant Changed, Instant Updated, int Sequence, string Atom, string Calendar);

    [GeneratedRegex("<entry.*?<id>(?<id>[^<]*)</id>.*?</entry>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AtomEntry();

    [GeneratedRegex("DTSTAMP:[^\\r]*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Stamp();

    [GeneratedRegex("SEQUENCE:(?<number>[0-9]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sequence();

    [GeneratedRegex("BEGIN:VEVENT\r\nUID:(?<id>[^\r]*)\r\n.*?END:VEVENT", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CalendarEvent();
}
