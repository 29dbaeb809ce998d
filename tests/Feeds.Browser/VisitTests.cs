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
                foreach (var link in page?.Links.Select(link => link.GetAttribute("href")!) ?? [])
                {
                    if (Uri.TryCreate(document, link, out var target) && target.Authority == home.Authority && target.Scheme == home.Scheme) open.Enqueue(target);
                }
            }

            // The page of an event that comes back lists its next dates; a date that is over leads to its top.
            var isDate = address.Fragment.Length > 8 && address.Fragment.Skip(1).Take(8).All(char.IsAsciiDigit);
            if (address.Fragment.Length > 1 && !isDate && page is not null) Assert.NotNull(page.GetElementById(Uri.UnescapeDataString(address.Fragment[1..])));
        }

        var unreached = site.Publication(name).Representations.Values.Where(item => item.MediaType.Name.StartsWith("text/html", StringComparison.Ordinal)).Select(item => site.Address(name, item.Path)).Except([.. pages.Keys, site.Address(name, "/404.html")]);
        Assert.Empty(unreached);
    }

    [Fact]
    public async Task HasTheAddress_WhenItIsCopied()
    {
        site.Address("/");
        await using var page = await site.OpenAsync("/subscribe/", 360);

        Assert.Equal("https://smallprograms.example/calendar.ics", await page.CopyAsync("Copy https://smallprograms.example/calendar.ics"));
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
    [InlineData("Europe/Prague", null)]
    [InlineData("Europe/Vienna", null)]
    public async Task TellsTheTime_OnTheVisitorsClock(string zone, string? expected)
    {
        site.Address("/");
        foreach (var path in (string[])["/", Event])
        {
            await using var page = await site.OpenAsync(SampleSite.Sample, path, new View(360) { Zone = zone });

            Assert.Equal(expected, (await page.TextAsync(path == "/" ? ".next .local" : ".facts .local"))?.Replace("\u2009", "", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)", Scripts.On, "Apple")]
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

    [Theory]
    [InlineData("/")]
    [InlineData("/events/long/")]
    [InlineData("/events/marks/")]
    [InlineData("/posts/body/")]
    public async Task IsHarmless_WhateverTheAuthorWrites(string path)
    {
        site.Address("/");
        await using var page = await site.OpenAsync(SampleSite.Hostile, path, new View(360));

        Assert.DoesNotContain(page.Complaints, complaint => complaint.Contains("policy", StringComparison.OrdinalIgnoreCase));
        Assert.True(await page.EvaluateAsync<bool>("window.harmed === undefined"));
        Assert.Empty(await page.EvaluateAsync<string[]>("[...document.querySelectorAll('[href],[src],[action]')].map(e => e.href ?? e.src ?? e.action).filter(a => /^(javascript|data:text|vbscript)/i.test(a))"));
        Assert.True(await page.EvaluateAsync<bool>("(link => { const at = link.getBoundingClientRect(); return document.elementFromPoint(at.x + 5, at.y + 5) === link; })(document.querySelector('.top nav a'))"));
        Assert.Equal(2, await page.EvaluateAsync<int>("[...document.scripts].filter(script => script.type !== 'application/ld+json').length + document.querySelectorAll('h1').length"));
        Assert.True(await page.EvaluateAsync<bool>("[...document.querySelectorAll('script[type=\"application/ld+json\"]')].every(script => JSON.parse(script.textContent)['@context'])"));
    }
}
