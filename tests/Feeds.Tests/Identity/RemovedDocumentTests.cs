using System.Text;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Identity;

/// <summary>What is told of documents that went, or moved, and for how long.</summary>
public sealed class RemovedDocumentTests
{
    private const string First = "2026-01-01T00:00:00Z";
    private const string Then = "2026-01-02T00:00:00Z";
    private const string Post = "---\ntitle: A\ndate: 2025-03-04\ntags: [one]\nauthor: Ann\n---\nHello.\n";
    private const string Other = "---\ntitle: B\ndate: 2025-03-05\ntags: [one, two]\n---\nHello again.\n";
    private const string Meeting = "---\ntitle: A meeting\nstart: 2026-02-03 18:00\nlocation: Library\naddress: Main Street 1\nlink: https://elsewhere.example/\ntags: [talks]\nseries: Evenings\n---\nCome.\n";
    private const string Weekly = "---\ntitle: Weekly\nstart: 2026-01-08 18:00\nevery: thursday\nlocation: Library\n---\nCome.\n";
    private const string Plan = "---\ntitle: Lantern evening\nstart: 2026-01-15 18:30\nduration: 2h\nevery: third thursday\nstatus: tentative\nseries: Evenings\n---\n";
    private const string Settled = "---\ntitle: Lanterns in March\nstart: 2026-03-19 18:30\nduration: 2h\nlocation: Library\nseries: Evenings\n---\nCome.\n";

    private const string CalledOff = """
        BEGIN:VEVENT
        UID:81dc0671a7cb842a753d2e67547852f3@club.example
        DTSTAMP:20260102T000000Z
        LAST-MODIFIED:20260102T000000Z
        SEQUENCE:1
        DTSTART;TZID=Europe/Prague:20260203T180000
        DTEND;TZID=Europe/Prague:20260203T200000
        SUMMARY:A meeting
        DESCRIPTION:Cancelled: this event does not take place.\n\nhttps://club.example/events/m/
        LOCATION:Library\nMain Street 1
        URL:https://club.example/events/m/
        CATEGORIES:talks
        STATUS:CANCELLED
        TRANSP:TRANSPARENT
        END:VEVENT

        """;

    /// <summary>Where an event was that was deleted, and whether calendars tell of it at a moment.</summary>
    [Theory]
    [InlineData("/calendar.ics")]
    [InlineData("/calendar/2026.ics")]
    [InlineData("/tags/talks/calendar.ics")]
    [InlineData("/series/evenings/calendar.ics")]
    [InlineData("/venues/library/calendar.ics")]
    [InlineData("/events/m.ics")]
    public void IsCancelledInCalendars_WhenItsFileIsDeleted(string path)
    {
        var site = new RecordedSite().At(First, ("events/m.md", Meeting), ("events/w.md", Weekly)).At(Then, ("events/w.md", Weekly));

        Assert.Equal(CalledOff.ReplaceLineEndings("\r\n"), Events(site, path).Single(text => text.Contains("81dc", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("2026-02-03 18:00", "2026-03-05T18:59:59Z", true)]
    [InlineData("2026-02-03 18:00", "2026-03-05T19:00:00Z", false)]
    [InlineData("2026-01-02 18:00", "2026-02-01T18:59:59Z", true)]
    [InlineData("2026-01-02 18:00", "2026-02-01T19:00:00Z", false)]
    public void StaysForThirtyDays_AfterItsDateOrItsDeletion(string start, string now, bool isTold)
    {
        var site = new RecordedSite().At(First, ("posts/a.md", Post), ("events/m.md", Meeting.Replace("2026-02-03 18:00", start, StringComparison.Ordinal))).At(Then, ("posts/a.md", Post));
        var until = site.Publication.Until;
        var before = site.Publication.Representations["/calendar.ics"];
        site.At(now, ("posts/a.md", Post));
        var after = site.Publication.Representations["/calendar.ics"];

        Assert.Equal(isTold, Events(site, "/calendar.ics").Length == 1);
        Assert.Equal(isTold, site.Publication.Representations.ContainsKey("/events/m/"));
        Assert.Equal(isTold, before.OpaqueTag == after.OpaqueTag);
        if (!isTold) Assert.True(after.LastModified > before.LastModified && until <= FolderOf.Moment(now));
    }

    /// <summary>Removed, hidden or expired: only who is told before it begins would come in vain.</summary>
    [Theory]
    [InlineData("2026-01-02 18:00", "2026-01-02T16:59:59Z", true)]
    [InlineData("2026-01-02 18:00", "2026-01-02T17:00:00Z", false)]
    [InlineData("2025-02-03 18:00", "2026-01-02T17:00:00Z", false)]
    [InlineData("2026-01-02", "2026-01-01T22:59:59Z", true)]
    [InlineData("2026-01-02", "2026-01-01T23:00:00Z", false)]
    public void IsCancelled_OnlyWhenItIsWithdrawnBeforeItsStart(string start, string now, bool isCancelled)
    {
        var text = Meeting.Replace("2026-02-03 18:00", start, StringComparison.Ordinal);
        var removed = new RecordedSite().At(First, ("events/m.md", text)).At(now);
        var hidden = new RecordedSite().At(First, ("events/m.md", text)).At(now, ("events/m.md", text.Replace("title", "draft: true\ntitle", StringComparison.Ordinal)));

        Assert.All([removed, hidden], site => Assert.Equal(isCancelled, Text(site, "/calendar.ics").Contains("STATUS:CANCELLED", StringComparison.Ordinal)));
        Assert.All([removed, hidden], site => Assert.Equal(isCancelled ? 1 : 0, Events(site, "/calendar.ics").Length));
    }

    /// <summary>An event that expires before it begins was withdrawn; who never saw it hears nothing.</summary>
    [Theory]
    [InlineData("2026-01-02T00:00:00Z", true)]
    [InlineData("2025-12-31T00:00:00Z", false)]
    public void IsCancelled_WhenItExpiresBeforeItsStart(string expires, bool isCancelled)
    {
        var text = Meeting.Replace("title", $"expiryDate: {expires}\ntitle", StringComparison.Ordinal);
        var site = new RecordedSite().At(First, ("events/m.md", text)).At("2026-01-03T00:00:00Z", ("events/m.md", text));

        Assert.Equal(isCancelled, Text(site, "/calendar.ics").Contains("STATUS:CANCELLED", StringComparison.Ordinal));
        Assert.Equal(isCancelled, Text(site, "/calendar.ics").Contains("A meeting", StringComparison.Ordinal));
    }

    [Fact]
    public void SaysNothing_WhenItWasHiddenBeforeItAppeared()
    {
        var text = Meeting.Replace("title", "publishDate: 2026-01-20\ntitle", StringComparison.Ordinal);
        var site = new RecordedSite().At(First, ("events/m.md", text)).At("2026-01-03T00:00:00Z");

        Assert.DoesNotContain("A meeting", Text(site, "/calendar.ics"), StringComparison.Ordinal);
        Assert.Empty(site.Publication.FormerPaths);
    }

    [Fact]
    public void IsNotCancelled_WhenTheLastOfItsDatesWasOver()
    {
        var three = Weekly.Replace("thursday", "thursday until 2026-01-22", StringComparison.Ordinal);

        Assert.Single(Events(new RecordedSite().At(First, ("events/w.md", three)).At("2026-01-21T00:00:00Z"), "/calendar.ics"));
        Assert.Empty(Events(new RecordedSite().At(First, ("events/w.md", three)).At("2026-01-23T00:00:00Z"), "/calendar.ics"));
    }

    /// <summary>What is removed within ten minutes was a trial, unless it is so near that people may be on their way.</summary>
    [Theory]
    [InlineData("2026-02-03 18:00", "2026-01-01T01:09:59Z", false)]
    [InlineData("2026-02-03 18:00", "2026-01-01T01:10:00Z", true)]
    [InlineData("2026-01-02 18:00", "2026-01-01T01:01:00Z", true)]
    [InlineData("2025-12-02 18:00", "2026-01-01T01:01:00Z", false)]
    public void LeavesNoTrace_WhenItWasATrial(string start, string removed, bool isCancelled)
    {
        var site = new RecordedSite().At(First, ("posts/a.md", Other))
            .At("2026-01-01T01:00:00Z", ("posts/a.md", Other), ("posts/t.md", Post), ("events/m.md", Meeting.Replace("2026-02-03 18:00", start, StringComparison.Ordinal)))
            .At(removed, ("posts/a.md", Other));

        Assert.Equal(isCancelled, Text(site, "/calendar.ics").Contains("STATUS:CANCELLED", StringComparison.Ordinal));
        Assert.Equal(isCancelled, site.Publication.FormerPaths.ContainsKey("/events/m/"));
        if (removed.EndsWith("01:10:00Z", StringComparison.Ordinal)) return;
        Assert.DoesNotContain("deleted-entry ref=\"tag:club.example,2025:posts/t\"", Text(site, "/atom.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain("/posts/t/", site.Publication.FormerPaths.Keys);
    }

    [Theory]
    [InlineData("/calendar.google.ics", "SUMMARY:[CANCELLED] A meeting\r\n")]
    [InlineData("/calendar.outlook.ics", "SUMMARY:[CANCELLED] A meeting\r\n")]
    public void IsMarkedForThoseWhoDoNotReadTheStatus(string path, string line) =>
        Assert.Contains(line, Text(new RecordedSite().At(First, ("events/m.md", Meeting)).At(Then, ("posts/a.md", Post)), path), StringComparison.Ordinal);

    [Fact]
    public void IsCalledOffWithItsRule_WhenItCameBack()
    {
        var site = new RecordedSite().At(First, ("events/w.md", Weekly)).At(Then);

        Assert.Contains("RRULE:FREQ=WEEKLY\r\n", Assert.Single(Events(site, "/calendar.ics")), StringComparison.Ordinal);
        Assert.Empty(new RecordedSite { Text = site.Text }.At("2026-02-07T20:00:00Z").Current.CancelledEvents);
    }

    [Fact]
    public void LeavesTheCalendars_WhenItBecomesAPost()
    {
        var site = new RecordedSite().At(First, ("posts/m.md", Meeting)).At(Then, ("posts/m.md", Post));

        Assert.Contains("STATUS:CANCELLED\r\n", Assert.Single(Events(site, "/calendar.ics")), StringComparison.Ordinal);
        Assert.Empty(site.Current.Removed);
        Assert.Equal("/posts/m/", Assert.Single(site.Publication.Representations.Keys, path => path.EndsWith("/m/", StringComparison.Ordinal)));
    }

    [Fact]
    public void SaysNothing_WhenNobodyEverSawIt()
    {
        var site = new RecordedSite().At(First, ("posts/a.md", Post), ("posts/later.md", Post.Replace("2025", "2027", StringComparison.Ordinal).Replace("title: A", "title: Later", StringComparison.Ordinal))).At(Then, ("posts/a.md", Post));

        Assert.Empty(site.Current.Removed);
        Assert.Empty(site.Publication.FormerPaths);
    }

    /// <summary>The feeds that name what went.</summary>
    [Theory]
    [InlineData("posts/a.md", "tag:club.example,2025:posts/a", "/atom.xml /tags/one/atom.xml")]
    [InlineData("posts/b.md", "tag:club.example,2025:posts/b", "/atom.xml /tags/one/atom.xml")]
    [InlineData("events/m.md", "urn:uuid:81dc0671-a7cb-842a-b53d-2e67547852f3", "/events/atom.xml")]
    public void IsNamedByFeeds_WhenItIsGone(string path, string id, string feeds)
    {
        (string Path, string Text)[] files = [("posts/a.md", Post), ("posts/b.md", Other), ("events/m.md", Meeting), ("events/w.md", Weekly)];
        var site = new RecordedSite().At(First, files).At(Then, [.. files.Where(file => file.Path != path)]);
        var line = $"<at:deleted-entry ref=\"{id}\" when=\"2026-01-02T01:00:00+01:00\" />";
        var naming = site.Publication.Representations.Values.Where(item => Encoding.UTF8.GetString(item.Identity.Span).Contains(line, StringComparison.Ordinal)).Select(item => item.Path);

        Assert.Equal(feeds.Split(' '), naming.Order(StringComparer.Ordinal));
        Assert.Empty(new RecordedSite { Text = site.Text }.At("2026-02-01T00:00:00Z", [.. files.Where(file => file.Path != path)]).Current.Removed);
    }

    [Fact]
    public void IsNamedNoMore_WhenItIsBack()
    {
        var site = new RecordedSite().At(First, ("posts/a.md", Post)).At(Then);
        Assert.Single(site.Current.Removed);
        site.At("2026-01-03T00:00:00Z", ("posts/a.md", Post));

        Assert.Empty(site.Current.Removed);
        Assert.Empty(site.Publication.FormerPaths);
    }

    [Fact]
    public void IsGone_WhenItExpired()
    {
        var expiring = ("posts/a.md", Post.Replace("title", "expiryDate: 2026-01-02T00:00:00Z\ntitle", StringComparison.Ordinal));
        var site = new RecordedSite().At(First, expiring);
        Assert.Empty(site.Current.Removed);
        site.At(Then, expiring);

        Assert.Equal(["tag:club.example,2025:posts/a"], site.Current.Removed.Select(gone => gone.Id));
        Assert.Equal([("/posts/a/", null)], site.Publication.FormerPaths.Select(path => (path.Key, path.Value)));
    }

    /// <summary>Steps of renaming, and where each path then leads.</summary>
    public static TheoryData<string, (string, string)[][], string> Moves => new()
    {
        { "another slug", [[("posts/a.md", Post)], [("posts/a.md", Slug("b"))]], "/posts/a/ > /posts/b/" },
        { "another slug twice", [[("posts/a.md", Post)], [("posts/a.md", Slug("b"))], [("posts/a.md", Slug("c"))]], "/posts/a/ > /posts/c/, /posts/b/ > /posts/c/" },
        { "there and back", [[("posts/a.md", Post)], [("posts/a.md", Slug("b"))], [("posts/a.md", Post)]], "/posts/b/ > /posts/a/" },
        { "renamed event", [[("events/m.md", Meeting)], [("events/n.md", Meeting)]], "/events/m.ics > /events/n.ics, /events/m/ > /events/n/" },
        { "to another host", [[("posts/a.md", Post)], [("posts/a.md", Post.Replace("title", "permalink: https://elsewhere.example/a\ntitle", StringComparison.Ordinal))]], "/posts/a/ > https://elsewhere.example/a" },
        { "renamed and deleted", [[("posts/a.md", Post)], [("posts/a.md", Slug("b"))], []], "/posts/a/ > , /posts/b/ > " },
        { "deleted, and another went there and moved", [[("posts/a.md", Post)], [], [("posts/a.md", Other)], [("posts/a.md", Other.Replace("title", "slug: b\ntitle", StringComparison.Ordinal))]], "/posts/a/ > /posts/b/" },
        { "made a draft", [[("posts/a.md", Post)], [("posts/a.md", Post.Replace("title", "draft: true\ntitle", StringComparison.Ordinal))]], "/posts/a/ > " },
    };

    [Theory]
    [MemberData(nameof(Moves))]
    public void LeadsToWhereItIsNow(string what, (string, string)[][] steps, string paths)
    {
        var site = new RecordedSite();
        var now = FolderOf.Moment(First);
        foreach (var files in steps) site.At(now += Duration.FromHours(1), files);

        Assert.Equal((what, paths), (what, string.Join(", ", site.Publication.FormerPaths.OrderBy(path => path.Key, StringComparer.Ordinal).Select(path => $"{path.Key} > {path.Value}"))));
    }

    /// <summary>A date is planned, settled, moved, given up and settled again: always one event, and its stamps only grow.</summary>
    [Fact]
    public void IsOneEvent_FromPlanToCancellation()
    {
        (string Path, string Text)[][] steps =
        [
            [("events/plan.md", Plan)],
            [("events/plan.md", Plan), ("events/march.md", Settled)],
            [("events/plan.md", Plan), ("events/march.md", Settled.Replace("03-19", "03-20", StringComparison.Ordinal))],
            [("events/plan.md", Plan)],
            [("events/plan.md", Plan), ("events/other.md", Settled.Replace("Lanterns", "Lamps", StringComparison.Ordinal))],
            [("events/renamed.md", Plan), ("events/other.md", Settled.Replace("Lanterns", "Lamps", StringComparison.Ordinal))],
        ];
        var site = new RecordedSite();
        var now = FolderOf.Moment(First);
        var seen = new List<string>();
        foreach (var files in steps)
        {
            site.At(now += Duration.FromHours(1), files);
            var current = site.Current;
            var events = current.CalendarEvents.Select(@event => (Event: @event, Identity: current.IdentityOf(@event))).ToArray();
            seen.Add(string.Join(' ', events.Where(one => one.Identity.Uid!.StartsWith("20260319.", StringComparison.Ordinal)).Select(one => FormattableString.Invariant(
                $"{one.Event.Title}, {one.Event.FirstDay.Day}, {one.Event.Status}, {one.Identity.Sequence}, {one.Identity.Changed.InUtc().Hour}"))));
            Assert.Single(events.Select(one => one.Identity.Uid!.Split('.', 2)[1]).Distinct(StringComparer.Ordinal));
        }

        Assert.Equal(
            [
                "Lantern evening, 19, Tentative, 0, 0",
                "Lanterns in March, 19, Confirmed, 1, 2",
                "Lanterns in March, 20, Confirmed, 2, 3",
                "Lantern evening, 19, Tentative, 3, 4",
                "Lamps in March, 19, Confirmed, 4, 5",
                "Lamps in March, 19, Confirmed, 4, 5",
            ],
            seen);
        Assert.Equal(2, site.Lock.Records.Length);
    }

    /// <summary>What had a name before it stood for a planned date keeps it, and the plan leaves out that date.</summary>
    [Fact]
    public void KeepsItsUid_WhenThePlanComesLater()
    {
        var site = new RecordedSite().At(First, ("events/march.md", Settled));
        var uid = site.Identity("events/march.md").Uid;
        site.At(Then, ("events/plan.md", Plan), ("events/march.md", Settled));

        Assert.Equal(uid, site.Identity("events/march.md").Uid);
        Assert.Single(site.Current.Events, @event => @event.FirstDay == new LocalDate(2026, 3, 19));
    }

    private static string Slug(string slug) => Post.Replace("title", $"slug: {slug}\ntitle", StringComparison.Ordinal);

    private static string Text(RecordedSite site, string path) => Encoding.UTF8.GetString(site.Publication.Representations[path].Identity.Span);

    private static string[] Events(RecordedSite site, string path) =>
        [.. Text(site, path).Replace("\r\n ", "", StringComparison.Ordinal).Split("BEGIN:VEVENT\r\n").Skip(1).Select(text => "BEGIN:VEVENT\r\n" + text[..(text.IndexOf("END:VEVENT\r\n", StringComparison.Ordinal) + "END:VEVENT\r\n".Length)])];
}
