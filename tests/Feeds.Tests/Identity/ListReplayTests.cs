using System.Globalization;
using System.Text;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Identity;

/// <summary>Seeded histories of a list: an entry with a link, an id or a title of its own never loses its UID.</summary>
public sealed class ListReplayTests
{
    private const int Histories = 300;
    private const int Steps = 20;
    private const string Day = "2026-01-01T00:00:00Z";

    [Fact]
    public void KeepsEveryUid_WhateverIsDone()
    {
        var failures = Enumerable.Range(1, Histories).AsParallel().Select(Replay).OfType<string>().ToArray();

        Assert.True(failures.Length == 0, string.Join("\n", failures.Take(5)));
    }

    private static string? Replay(int seed)
    {
        var random = new Random(seed);
        var entries = new List<Entry>();
        for (var number = 0; number < 6; number++) entries.Add(Entry.New(entries.Count, random));
        var site = new RecordedSite();
        var now = FolderOf.Moment(Day);
        var log = new List<string>();
        var uids = new Dictionary<int, string>();
        for (var step = 0; step <= Steps; step++)
        {
            if (step > 0) log.Add(Edit(entries, random));
            now += Duration.FromMinutes(random.Next(1, 500));
            if (random.Next(5) == 0) site.Restart();
            site.At(now, Files(entries, random));
            foreach (var entry in entries)
            {
                var uid = site.Last.Site.Events.Where(one => one.Body.Value.Text.Contains(entry.Mark, StringComparison.Ordinal)).Select(one => site.Identity(one.Path).Uid).Single();
                if (uids.TryGetValue(entry.Number, out var before) && before != uid)
                    return string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {string.Join(", ", log)}: entry {entry.Number} lost its UID");
                uids[entry.Number] = uid!;
            }

            if (uids.Values.Distinct(StringComparer.Ordinal).Count() != uids.Count) return string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {string.Join(", ", log)}: two entries share a UID");
        }

        return null;
    }

    private static string Edit(List<Entry> entries, Random random)
    {
        var at = random.Next(entries.Count);
        var entry = entries[at];
        switch (random.Next(6))
        {
            case 0:
                entries.RemoveAt(at);
                entries.Insert(random.Next(entries.Count + 1), entry);
                return "move";
            case 1:
                entries.Insert(at, Entry.New(entries.Max(one => one.Number) + 1, random));
                return "insert";
            case 2 when entry.HasSign || !entry.IsInFile:
                entry.Title = string.Create(CultureInfo.InvariantCulture, $"Title {random.Next(1_000_000)}");
                return string.Create(CultureInfo.InvariantCulture, $"retitle {entry.Number}");
            case 3:
                entry.Start += Period.FromDays(random.Next(1, 9)) + Period.FromMinutes(1);
                return string.Create(CultureInfo.InvariantCulture, $"postpone {entry.Number}");
            case 4 when !entry.IsInFile:
                entry.IsInFile = true;
                return string.Create(CultureInfo.InvariantCulture, $"own file {entry.Number}");
            default:
                entry.Place++;
                return string.Create(CultureInfo.InvariantCulture, $"edit {entry.Number}");
        }
    }

    private static (string Path, string Text)[] Files(List<Entry> entries, Random random)
    {
        var list = new StringBuilder("# Events\n");
        foreach (var entry in entries.Where(entry => !entry.IsInFile)) list.Append(CultureInfo.InvariantCulture, $"- {entry.Lines().Replace("\n", "\n  ", StringComparison.Ordinal)}description: {entry.Mark}\n{(random.Next(4) == 0 ? "\n" : "")}");
        var files = entries.Where(entry => entry.IsInFile).Select(entry => (string.Create(CultureInfo.InvariantCulture, $"events/own-{entry.Number}.md"), $"---\n{entry.Lines()}---\n{entry.Mark}\n"));
        return [("_data/events.yml", list.ToString()), .. files];
    }

    /// <summary>An event of the list, or of a file that was made of its entry.</summary>
    private sealed class Entry
    {
        public required int Number { get; init; }

        public required string Title { get; set; }

        public required LocalDateTime Start { get; set; }

        public string? Sign { get; init; }

        public bool HasSign => Sign is not null;

        public int Place { get; set; }

        public bool IsInFile { get; set; }

        public string Mark => string.Create(CultureInfo.InvariantCulture, $"mark{Number}x");

        public static Entry New(int number, Random random) => new()
        {
            Number = number,
            Title = string.Create(CultureInfo.InvariantCulture, $"Title of {number}"),
            // Of each event the day is its own, so that a retitled entry is the only one of its date.
            Start = new LocalDateTime(2026, 6, 1, 18, 0).PlusDays((number * 10) % 2000),
            Sign = random.Next(3) switch
            {
                0 => string.Create(CultureInfo.InvariantCulture, $"link: https://sign.up/{number}"),
                1 => string.Create(CultureInfo.InvariantCulture, $"id: {number + 100}"),
                _ => null,
            },
        };

        public string Lines() => string.Create(CultureInfo.InvariantCulture, $"title: {Title}\nstart: {Start:uuuu-MM-dd HH:mm}\nduration: 2h\nlocation: Hall {Place}\n{(Sign is null ? "" : Sign + "\n")}");
    }
}
