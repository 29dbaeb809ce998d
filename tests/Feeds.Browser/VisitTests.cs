using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace Feeds.Browser;

/// <summary>What a visitor does with the pages.</summary>
public sealed class VisitTests(SampleSite site)
{
    private const string Event = "/events/lights-that-know-the-time/";

    private static readonly HttpClient Http = new();

    [Theory]
    [InlineData(SampleSite.Sample)]
    [InlineData(SampleSite.Rich)]
    [InlineData(SampleSite.Hostile)]
    [InlineData(SampleSite.Elsewhere)]
    [InlineData(SampleSite.Many)]
    public async Task LeadsOnlyToWhatIsThere_WhereverOneGoes(string name)
    {
        var home = site.Address(name, "/");
        var pages = new Dictionary<Uri, IHtmlDocument?>();
        var open = new Queue<Uri>([home]);
        while (open.TryDequeue(out var address))
        {
            var document = new Uri(address.GetLeftPart(UriPartial.Path));
            if (!pages.TryGetValue(document, out var page))
            {
                using var response = await Http.GetAsync(document, TestContext.Current.CancellationToken);
                Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address}: {response.StatusCode}");
                page = response.Content.Headers.ContentType?.MediaType == "text/html"
                    ? await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken)
                    : null;
                pages[document] = page;
                foreach (var link in page?.QuerySelectorAll("[href], [src]").Select(link => link.GetAttribute("href") ?? link.GetAttribute("src")!) ?? [])
                {
                    if (Uri.TryCreate(document, link, out var target) && target.Authority == home.Authority && target.Scheme == home.Scheme) open.Enqueue(target);
                }
            }

            if (address.Fragment.Length > 1 && page is not null) Assert.NotNull(page.GetElementById(Uri.UnescapeDataString(address.Fragment[1..])));
        }

        var unreached = site.Publication(name).Representations.Values.Where(item => item.MediaType.Name.StartsWith("text/html", StringComparison.Ordinal)).Select(item => site.Address(name, item.Path)).Except([.. pages.Keys, site.Address(name, "/404.html")]);
        Assert.Empty(unreached);
    }

    [Fact]
    public async Task HasTheAddress_WhenItIsCopied()
    {
        site.Address("/");
        await using var page = await site.OpenAsync("/subscribe/", 360);

        Assert.Equal("https://smallprograms.example/calendar.ics", await page.CopyAsync("Copy link https://smallprograms.example/calendar.ics"));
    }

    [Fact]
    public async Task HasTheEvent_WhenItIsSaved()
    {
        site.Address("/");
        await using var page = await site.OpenAsync(Event, 360);
        var saved = await page.DownloadAsync("Apple and others (.ics)");

        Assert.Equal(Encoding.UTF8.GetString(site.Publication(SampleSite.Sample).Find("/events/lights-that-know-the-time.ics")!.Identity.Span), Encoding.UTF8.GetString(saved));
    }

    [Theory]
    [InlineData("America/New_York", "Your time: Wed 9 Dec, 12:30–15:00")]
    [InlineData("Australia/Sydney", "Your time: Thu 10 Dec, 04:30–07:00")]
    [InlineData("Pacific/Kiritimati", "Your time: Thu 10 Dec, 07:30–10:00")]
    [InlineData("Asia/Kathmandu", "Your time: Wed 9 Dec, 23:15 – Thu 10 Dec, 01:45")]
    [InlineData("Pacific/Pago_Pago", "Your time: Wed 9 Dec, 06:30–09:00")]
    [InlineData("Europe/Prague", null)]
    [InlineData("Europe/Vienna", null)]
    public async Task TellsTheTime_OnTheVisitorsClock(string zone, string? expected)
    {
        site.Address("/");
        foreach (var path in (string[])["/", Event])
        {
            await using var page = await site.OpenAsync(SampleSite.Sample, path, new View(360) { Zone = zone });

            Assert.Equal(expected, (await page.TextAsync(path == "/" ? ".next .local" : ".facts .local"))?.Replace('\u2009', ' ').Replace("\u2060", "", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task ShowsTheYear_OfATimeInAnotherYear()
    {
        site.Address("/");
        await using var page = await site.OpenAsync(SampleSite.Sample, "/events/questions-by-the-stove/", new View(360) { Zone = "Europe/London" });

        Assert.Equal("Your time: Wed, 13 Jan 2027, 18:00–19:30", (await page.TextAsync(".facts .local"))?.Replace("\u2060", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task LeavesTheVisitorsTimeOut_OnPaper()
    {
        site.Address("/");
        await using var page = await site.OpenAsync(SampleSite.Sample, Event, new View(1280) { Zone = "Europe/London" });
        await page.PrintAsync();

        Assert.Null(await page.TextAsync(".local"));
    }

    [Theory]
    [InlineData("/atom.xml")]
    [InlineData("/rss.xml")]
    public async Task ListsLinksDatesAndItsAddress_WhereAFeedIsOpened(string path)
    {
        site.Address("/");
        await using var page = await site.OpenAsync(path, 360);

        Assert.Equal("https://smallprograms.example" + path, await page.TextAsync("code"));
        Assert.Equal("A winter at the long table", await page.TextAsync("ol a"));
        Assert.Equal("Sunday, 15 November 2026", await page.TextAsync("ol small"));
        Assert.Null(await page.TextAsync("entry, item"));
        Assert.Equal(0, await page.OverhangAsync());
    }

    [Theory]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)", Scripts.On, "Apple Calendar")]
    [InlineData("Mozilla/5.0 (Linux; Android 15)", Scripts.On, "Google Calendar")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64)", Scripts.On, "Outlook.com")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64)", Scripts.On, "Google Calendar")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)", Scripts.Off, "Google Calendar")]
    public async Task NamesTheLikelyProgramFirst_WhereAScriptRuns(string userAgent, object scripts, string first)
    {
        site.Address("/");
        await using var page = await site.OpenAsync(SampleSite.Sample, "/subscribe/", new View(360) { UserAgent = userAgent, Scripts = (Scripts)scripts });

        Assert.Equal(first, await page.TextAsync(".choices h3"));
    }

    [Fact]
    public async Task HidesWhatNeedsAScript_WhereNoneRuns()
    {
        site.Address("/");
        await using var page = await site.OpenAsync(SampleSite.Sample, "/subscribe/", new View(360) { Scripts = Scripts.Off });

        Assert.Null(await page.TextAsync("button"));
        Assert.Equal("https://smallprograms.example/calendar.ics", await page.TextAsync(".copy code"));
    }

    [Fact]
    public async Task PlaysAVideoInItsPlace_OnceAsked()
    {
        site.Address("/");
        await using var page = await site.OpenAsync(SampleSite.Rich, "/posts/everything/", new View(360));
        Assert.DoesNotContain(page.Requests, request => request.Host.Contains("you", StringComparison.Ordinal));
        await page.AnswerAsync("https://www.youtube-nocookie.com/**", "A player");
        await page.PressAsync("A talk about it");

        Assert.Equal("https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1", await page.EvaluateAsync<string>("document.querySelector('.prose iframe').src"));
        Assert.Contains(new Uri("https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1"), page.Requests);
        Assert.Equal(0, await page.OverhangAsync());
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task IsALinkToTheVideo_WhereNoScriptRuns()
    {
        site.Address("/");
        await using var page = await site.OpenAsync(SampleSite.Rich, "/posts/everything/", new View(360) { Scripts = Scripts.Off });

        Assert.Contains("https://www.youtube.com/watch?v=dQw4w9WgXcQ", await page.LinksAsync());
    }

    [Theory]
    [InlineData(Colors.Light, "rgb(253, 246, 227)", "rgb(122, 31, 92)")]
    [InlineData(Colors.Dark, "rgb(16, 19, 26)", "rgb(233, 184, 214)")]
    public async Task HasTheColoursOfTheSite_WhereItHasAStyleOfItsOwn(object colors, string paper, string accent)
    {
        site.Address("/");
        await using var page = await site.OpenAsync(SampleSite.Elsewhere, "/feeds/", new View(360));
        await page.LookAsync(360, (Colors)colors);

        Assert.Equal([paper, accent], await page.EvaluateAsync<string[]>("[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('.top nav a')).color]"));
        Assert.Empty(page.Complaints);
    }
}
