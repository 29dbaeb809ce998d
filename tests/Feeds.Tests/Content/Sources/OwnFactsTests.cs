using Feeds.Content;
using Feeds.Tests.Content.Lists;
using Feeds.Tests.Identity;
using Feeds.Tests.Publishing;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Content.Sources;

/// <summary>What an event of the author takes from the event of a source that has its link.</summary>
public sealed class OwnFactsTests
{
    private const string Link = "link: https://partner.example/1";
    private const string Own = $"title: Ours\nlocation: Mill\nstart: 2026-02-10 18:00\n{Link}";
    private const string Remote = "UID:1\nSUMMARY:Theirs\nURL:https://partner.example/1\nDTSTART:20260210T170000Z";
    private const string Whole = $"{Remote}\nDTEND:20260210T200000Z\nDESCRIPTION:Bring a lantern.";

    private static readonly Instant Start = FolderOf.Moment("2026-01-01T00:00:00Z");

    [Theory]
    [InlineData("start: 2026-02-10 18:00", "DTSTART:20260210T170000Z\nDTEND:20260210T200000Z", "20260210T180000 20260210T210000")]
    [InlineData("start: 2026-02-10 18:00", "DTSTART;TZID=Asia/Tokyo:20260211T020000\nDURATION:PT90M", "20260210T180000 20260210T193000")]
    [InlineData("start: 2026-02-10 18:00\nend:", "DTSTART:20260210T170000Z\nDTEND:20260210T190000Z", "20260210T180000 20260210T200000")]
    [InlineData("start: 2026-02-10", "DTSTART;VALUE=DATE:20260210\nDTEND;VALUE=DATE:20260213", "20260210 20260213")]
    [InlineData("start: 2026-02-10 18:00\nevery: tuesday", "DTSTART:20260210T170000Z\nDTEND:20260210T200000Z\nRRULE:FREQ=WEEKLY", "20260210T180000 20260210T210000 FREQ=WEEKLY")]
    [InlineData("start: 2026-02-10 18:00", "DTSTART:20260203T170000Z\nDTEND:20260203T200000Z\nRRULE:FREQ=WEEKLY;COUNT=2", "20260210T180000 20260210T210000")]
    public void TakesTheEnd_OfTheSameMoment(string own, string remote, string expected)
    {
        var read = Read($"title: Ours\nlocation: Mill\n{own}\n{Link}", $"UID:1\nSUMMARY:Theirs\nURL:https://partner.example/1\n{remote}");

        Assert.Equal(expected, TimesOf(read));
        Assert.DoesNotContain(read.Diagnostics, diagnostic => diagnostic.Message.StartsWith("no end is given", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("start: 2026-02-10 18:00\nend: 2026-02-10 19:00", "DTSTART:20260210T170000Z\nDTEND:20260210T200000Z", "20260210T180000 20260210T190000", false)]
    [InlineData("start: 2026-02-10 18:00-19:00", "DTSTART:20260210T170000Z\nDTEND:20260210T200000Z", "20260210T180000 20260210T190000", false)]
    [InlineData("start: 2026-02-10 18:00\nduration: 1h", "DTSTART:20260210T170000Z\nDTEND:20260210T200000Z", "20260210T180000 20260210T190000", false)]
    [InlineData("start: 2026-02-10\nduration: 2 days", "DTSTART;VALUE=DATE:20260210\nDTEND;VALUE=DATE:20260213", "20260210 20260212", false)]
    [InlineData("start: 2026-02-10 19:00", "DTSTART:20260210T170000Z\nDTEND:20260210T200000Z", "20260210T190000 20260210T210000", true)]
    [InlineData("start: 2026-02-10", "DTSTART:20260210T170000Z\nDTEND:20260212T200000Z", "20260210 20260211", false)]
    [InlineData("start: 2026-02-10 18:00", "DTSTART:20260210T170000Z", "20260210T180000 20260210T200000", true)]
    [InlineData("start: 2026-02-10 18:00\nevery: tuesday", "DTSTART:20260210T170000Z\nDTEND:20260210T200000Z", "20260210T180000 20260210T200000 FREQ=WEEKLY", true)]
    public void KeepsItsEnd_OtherwiseOrWhenItHasOne(string own, string remote, string expected, bool isAssumed)
    {
        var read = Read($"title: Ours\nlocation: Mill\n{own}\n{Link}", $"UID:1\nSUMMARY:Theirs\nURL:https://partner.example/1\n{remote}");

        Assert.Equal(expected, TimesOf(read));
        Assert.Equal(isAssumed, read.Diagnostics.Any(diagnostic => diagnostic.Message.StartsWith("no end is given", StringComparison.Ordinal)));
    }

    [Fact]
    public void TakesTheLength_OfASeriesForItsChangedDates()
    {
        const string Changes = "overrides:\n- { date: 2026-02-17, start: 2026-02-17 19:00 }\n- { date: 2026-02-24, start: 2026-02-24 19:00-21:00 }";
        var read = Read($"{Own}\nevery: tuesday\n{Changes}", $"{Whole}\nRRULE:FREQ=WEEKLY");

        Assert.Equal(["20260210T210000", "20260217T220000", "20260224T210000"], Brought.Values(read, "/calendar.ics", "DTEND;TZID=Europe/Prague"));
    }

    [Theory]
    [InlineData("", "DESCRIPTION:Bring a lantern.", "<p>Bring a lantern.</p>")]
    [InlineData("<!-- later -->", "DESCRIPTION:Bring a lantern.", "<p>Bring a lantern.</p>")]
    [InlineData("", "DESCRIPTION:<p onclick=x>Bring <script>alert(1)</script><a href=\"/more\">more</a></p>", "<p>Bring <a href=\"https://partner.example/more\">more</a></p>")]
    [InlineData("", "DESCRIPTION: ", "")]
    [InlineData("Ours.", "DESCRIPTION:Bring a lantern.", "<p>Ours.</p>")]
    public void TakesTheText_WhenItHasNone(string own, string remote, string expected)
    {
        var read = Read($"{Own}\nend: 19:00", $"{Remote}\n{remote}", own);

        Assert.Equal(expected, read.Site.Events.Single().Body.Value.Html.Trim());
    }

    [Fact]
    public void KeepsItsSummary_BesideATakenText()
    {
        var read = Read($"{Own}\nsummary: In short.", Whole);

        Assert.StartsWith("In short.\\n\\nBring a lantern.", Brought.Values(read, "/calendar.ics", "DESCRIPTION").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void TakesNoText_OfASingleDateForASeries()
    {
        var read = Read($"{Own}\nevery: tuesday", Whole);

        Assert.Equal("", read.Site.Events.Single().Body.Value.Text);
    }

    [Fact]
    public void TakesEachFact_FromTheFirstSourceThatHasIt()
    {
        const string Settings = "sources:\n- { name: z, calendar: z.ics }\n- { name: a, calendar: a.ics }\n";
        var files = (string text, string place) => Brought.Calendar($"{Remote}\nDESCRIPTION:{text}{place}");
        var read = Brought.Site(Settings, File(Own.Replace("location: Mill\n", "", StringComparison.Ordinal)), ("z.ics", files("Of z.", "")), ("a.ics", files("Of a.", "\nLOCATION:Hall\nDTEND:20260210T193000Z")));

        var @event = Assert.Single(read.Site.Events);
        Assert.Equal(("Of z.", "Hall"), (@event.Body.Value.Text, @event.Place?.Name));
        Assert.Equal("20260210T180000 20260210T203000", TimesOf(read));
    }

    [Fact]
    public void IsTakenByEachLanguage_OfAnEvent()
    {
        var read = Brought.Site($"languages: [en, cs]\n{Brought.Settings}", File(Own), ("events/a.cs.md", $"---\n{Own}\n---\nNaše.\n"), (Brought.Path, Brought.Calendar(Whole)));

        Assert.Equal(["Bring a lantern.", "Naše."], read.Site.Events.Select(@event => @event.Body.Value.Text).Order());
        Assert.DoesNotContain(read.Diagnostics, diagnostic => diagnostic.Message.StartsWith("no end is given", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("SUMMARY:Theirs", "SUMMARY:Others", 0, false)]
    [InlineData("SUMMARY:Theirs", "SUMMARY:Theirs\nCATEGORIES:new", 0, false)]
    [InlineData("DTEND:20260210T200000Z", "DTEND:20260210T203000Z", 1, true)]
    [InlineData("DTEND:20260210T200000Z", "X-END:1", 1, true)]
    [InlineData("DTSTART:20260210T170000Z", "DTSTART:20260210T171500Z", 1, true)]
    [InlineData("Bring a lantern", "Bring a lamp", 0, true)]
    [InlineData("partner.example/1", "partner.example/2", 1, true)]
    public void ChangesWithItsSource_AndSaysSo(string from, string to, int sequence, bool isChanged)
    {
        var site = new RecordedSite().At(Start, Files(Whole));
        var (before, text) = (site.Identity("events/a.md"), TextOf(site));

        site.At(Start + Duration.FromHours(1), Files(Whole.Replace(from, to, StringComparison.Ordinal)));

        var after = site.Identity("events/a.md");
        Assert.Equal((before.Uid, before.Sequence + sequence, isChanged), (after.Uid, after.Sequence, after.Changed > before.Changed));
        Assert.Equal(isChanged, TextOf(site) != text);
    }

    [Fact]
    public void LosesWhatItTook_WhenTheSourceGoes()
    {
        var site = new RecordedSite().At(Start, ("site.yaml", FolderOf.SiteYaml), File(Own));
        var without = TextOf(site);
        site.At(Start + Duration.FromHours(1), Files(Whole));
        Assert.NotEqual(without, TextOf(site));

        site.At(Start + Duration.FromHours(2), ("site.yaml", FolderOf.SiteYaml), File(Own));

        Assert.Equal(without.Replace("SEQUENCE:0", "SEQUENCE:2", StringComparison.Ordinal), TextOf(site));
    }

    [Fact]
    public void IsTheSame_WhenReadAgain()
    {
        var site = new RecordedSite().At(Start, Files(Whole));
        var (validators, text) = (site.Validators.ToArray(), site.Text);

        site.At(Start + Duration.FromHours(1), Files(Whole));
        Assert.Equal(validators, site.Validators);
        site.Restart().At(Start + Duration.FromHours(2), Files(Whole));

        Assert.Equal(validators, site.Validators);
        Assert.Equal(text, site.Text);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void IsTheSame_AsReadingAll(int seed)
    {
        string[] own = ["", Own, $"{Own}\nend: 19:00", $"{Own}\nevery: tuesday", Own.Replace("18:00", "19:00", StringComparison.Ordinal), Own.Replace(Link, "uid: 1", StringComparison.Ordinal)];
        string[] remote = ["", Whole, Remote, $"{Whole}\nLOCATION:Hall", $"{Whole}\nRRULE:FREQ=WEEKLY", $"{Whole}\nRRULE:FREQ=WEEKLY;COUNT=3", Whole.Replace("17000", "18000", StringComparison.Ordinal)];
        var (random, site, now, steps) = (new Random(seed), new RecordedSite(), Start, new List<string>());
        for (var step = 0; step < 30; step++)
        {
            var (one, other, text) = (random.Next(own.Length), random.Next(remote.Length), random.Next(2) == 0 ? "" : "Ours.");
            steps.Add(FormattableString.Invariant($"{one}/{other}{text}"));
            (string, string)[] files = [.. Files(remote[other])[..1], (Brought.Path, Brought.Calendar(remote[other].Length == 0 ? [] : [remote[other]])), .. one == 0 ? Array.Empty<(string, string)>() : [File(own[one], text)]];
            now += Duration.FromHours(1);
            var whole = new RecordedSite { Text = site.Text }.At(now, files);

            site.At(now, files);

            var history = string.Join(' ', steps);
            Assert.Equal($"{history}\n{whole.Text}", $"{history}\n{site.Text}");
            Assert.Equal(whole.Validators, site.Validators);
        }
    }

    [Fact]
    public void KeepsWhatItTook_WhenAPostIsEdited()
    {
        var read = Read(Own, Whole);
        var again = FolderOf.Again(read, ("site.yaml", FolderOf.SiteYaml + Brought.Settings), File(Own), (Brought.Path, Brought.Calendar(Whole)), ("posts/p.md", "---\ntitle: P\ndate: 2026-01-01\n---\nText.\n"));

        var edited = FolderOf.Again(again, ("site.yaml", FolderOf.SiteYaml + Brought.Settings), File(Own), (Brought.Path, Brought.Calendar(Whole)), ("posts/p.md", "---\ntitle: P\ndate: 2026-01-01\n---\nOther.\n"));

        Assert.NotNull(edited.Edit);
        Assert.Equal(Brought.Published(read, "/calendar.ics"), Brought.Published(edited, "/calendar.ics"));
    }

    [Fact]
    public void SaysThatAnEventOfASourceChanged_WhenItsTextDid()
    {
        var path = $"{Brought.Path}#1";
        (string, string)[] files = [("site.yaml", FolderOf.SiteYaml + Brought.Settings), (Brought.Path, Brought.Calendar(Whole))];
        var site = new RecordedSite().At(Start, files);
        var before = site.Identity(path).Changed;

        site.At(Start + Duration.FromHours(1), files[0], (Brought.Path, Brought.Calendar(Whole.Replace("lantern", "lamp", StringComparison.Ordinal))));

        Assert.True(site.Identity(path).Changed > before);
    }

    private static (string, string)[] Files(string remote) =>
        [("site.yaml", FolderOf.SiteYaml + Brought.Settings), File(Own), (Brought.Path, Brought.Calendar(remote))];

    private static (string, string) File(string own, string body = "") => ("events/a.md", $"---\n{own}\n---\n{body}\n");

    private static SiteReading Read(string own, string remote, string body = "") =>
        Brought.Site(Brought.Settings, File(own, body), (Brought.Path, Brought.Calendar(remote)));

    /// <summary>The start, the end and the rule of the author's event.</summary>
    private static string TimesOf(SiteReading read) => string.Join(' ', ReadList.Events(read)
        .Single(line => line.StartsWith("Ours ", StringComparison.Ordinal)).Split(' ')
        .Where(word => word.StartsWith("2026", StringComparison.Ordinal) || word.StartsWith("FREQ", StringComparison.Ordinal)));

    /// <summary>The author's event in the calendar, but for its dates of change.</summary>
    private static string TextOf(RecordedSite site) => string.Join('\n', site.Publication.Text("/calendar.ics").Replace("\r\n ", "", StringComparison.Ordinal)
        .Split("BEGIN:VEVENT").Single(lines => lines.Contains("SUMMARY:Ours", StringComparison.Ordinal)).Split("\r\n")
        .Where(line => !line.StartsWith("DTSTAMP", StringComparison.Ordinal) && !line.StartsWith("LAST-MODIFIED", StringComparison.Ordinal)));
}
