using System.Globalization;
using Feeds.Tests.Content.Sources;
using Feeds.Tests.Publishing;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace Feeds.Tests.Identity;

/// <summary>Histories of two sources, judged by the published bytes: nobody sees an event twice, and none is lost without a word.</summary>
public sealed class SourceHistoryTests
{
    private const int Steps = 8;
    private const string Two = "sources:\n- { name: partner, calendar: partner.ics }\n- { name: other, calendar: other.ics }\n";
    private const string One = "sources:\n- { name: partner, calendar: partner.ics }\n";

    private static readonly Instant Start = FolderOf.Moment("2026-02-01T00:00:00Z");
    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 200)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void ShowsEachEventOnce_AndCancelsWhatGoes(int seed)
    {
        var random = new Random(seed);
        var events = Enumerable.Range(0, 6).Select(number => new RemoteEvent(number)).ToList();
        var site = new RecordedSite();
        var before = new Dictionary<string, Block>(StringComparer.Ordinal);
        var newest = new Dictionary<string, Block>(StringComparer.Ordinal);
        var now = Start;
        var hasOther = true;
        for (var step = 0; step < Steps; step++)
        {
            site.At(now, FilesOf(events, hasOther));
            var after = BlocksOf(site);
            var live = after.Values.Where(block => !block.IsCancelled).ToArray();

            // Each once, at the times that the source says.
            var shown = live.SelectMany(OccurrencesOf(live)).Order(StringComparer.Ordinal).ToArray();
            Assert.Equal(shown.Distinct(StringComparer.Ordinal), shown);
            var numbers = live.Where(block => !block.IsOverride).Select(block => block.Number).Order(StringComparer.Ordinal).ToArray();
            Assert.Equal(numbers.Distinct(StringComparer.Ordinal), numbers);
            var said = events.Where(one => one.IsIn(hasOther) && !one.IsCancelled).SelectMany(one => one.Occurrences);
            Assert.Subset(shown.ToHashSet(StringComparer.Ordinal), said.ToHashSet(StringComparer.Ordinal));

            // What was there is there still, or cancelled.
            var lost = before.Where(one => !after.ContainsKey(one.Key) && !one.Value.IsOverride && (hasOther || !IsOfOther(one.Value)));
            Assert.Empty(lost.Select(one => one.Key));

            // Nothing is older than it ever was, and what says something else is newer.
            foreach (var (key, one) in after)
            {
                if (newest.TryGetValue(key, out var old))
                {
                    Assert.True(one.Sequence >= old.Sequence && string.CompareOrdinal(one.Stamp, old.Stamp) >= 0, $"{key} is older than before");
                    if (one.Facts != old.Facts) Assert.True(string.CompareOrdinal(one.Stamp, old.Stamp) > 0, $"{key} has the DTSTAMP of before:\n{old.Facts}\n{one.Facts}");
                    if (one.Start != old.Start || one.IsCancelled != old.IsCancelled) Assert.True(one.Sequence > old.Sequence, $"{key} has the SEQUENCE of before");
                }

                newest[key] = one;
            }

            before = after;
            now += Duration.FromHours(random.Next(1, 12));
            if (random.Next(10) == 0) hasOther = !hasOther;
            else ChangeOne();
            if (random.Next(4) == 0) site.Restart();
        }

        void ChangeOne()
        {
            var one = events[random.Next(events.Count)];
            one.Change(random, one.IsIn(hasOther));
        }
    }

    private static bool IsOfOther(Block block) => block.Uid.StartsWith("other", StringComparison.Ordinal);

    private static (string, string)[] FilesOf(List<RemoteEvent> events, bool hasOther)
    {
        var partner = ("partner.ics", Brought.Calendar(events.Where(one => one.IsThere).SelectMany(one => one.Here)));
        var other = ("other.ics", Brought.Calendar(events.Where(one => one.IsElsewhere).SelectMany(one => one.Elsewhere)));
        return hasOther ? [("site.yaml", FolderOf.SiteYaml + Two), partner, other] : [("site.yaml", FolderOf.SiteYaml + One), partner];
    }

    /// <summary>The events of the calendar by their UIDs and the occurrences that they change.</summary>
    private static Dictionary<string, Block> BlocksOf(RecordedSite site) =>
        site.Publication.Text("/calendar.ics").Replace("\r\n ", "", StringComparison.Ordinal).Split("BEGIN:VEVENT")[1..]
            .Select(lines => new Block(lines))
            .ToDictionary(block => $"{block.Uid} {block["RECURRENCE-ID"]}", StringComparer.Ordinal);

    /// <summary>The number of each event with the times at which it is shown.</summary>
    private static Func<Block, IEnumerable<string>> OccurrencesOf(Block[] all) => block =>
    {
        if (block.IsOverride || block["RRULE"].Length == 0) return [$"{block.Number} {block.Start}"];
        var left = block.All("EXDATE").Concat(all.Where(other => other.Uid == block.Uid && other.IsOverride).Select(other => other["RECURRENCE-ID"]));
        return Enumerable.Range(0, RemoteEvent.Count)
            .Select(week => Moment.Format(Moment.Parse(block.Start).Value.PlusWeeks(week)))
            .Except(left, StringComparer.Ordinal)
            .Select(time => $"{block.Number} {time}");
    };

    /// <summary>The content lines of a published event.</summary>
    private sealed class Block(string text)
    {
        private readonly string[] lines = text.Split("\r\n");

        public string Uid => this["UID"];

        public string Number => string.Concat(this["SUMMARY"].Where(char.IsAsciiDigit));

        public string Start => this["DTSTART"];

        public string Stamp => this["DTSTAMP"];

        public int Sequence => int.Parse(this["SEQUENCE"], CultureInfo.InvariantCulture);

        public bool IsCancelled => this["STATUS"] == "CANCELLED";

        public bool IsOverride => this["RECURRENCE-ID"].Length > 0;

        public string Facts => string.Join('\n', ((string[])["SUMMARY", "DTSTART", "DTEND", "RRULE", "EXDATE", "STATUS"]).SelectMany(All));

        public string this[string property] => All(property).FirstOrDefault("");

        public IEnumerable<string> All(string property) => lines
            .Where(line => line.StartsWith($"{property}:", StringComparison.Ordinal))
            .SelectMany(line => line[(property.Length + 1)..].Split(','));
    }
}
