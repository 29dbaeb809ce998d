using System.Collections.Concurrent;
using Feeds.Tests;
using Microsoft.Playwright;

namespace Feeds.Browser;

/// <summary>Debian's Chromium, and the driver that steers it.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private const string Program = "/usr/bin/chromium";

    // What the browser asks of its maker by itself would wait for a network that a test machine may not have.
    private static readonly string[] Quietly =
        ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-proxy-server"];

    private readonly IPlaywright driver;
    private readonly IBrowser browser;
    private readonly ConcurrentDictionary<View, Lazy<Task<IBrowserContext>>> people = new();
    private readonly ConcurrentDictionary<View, ConcurrentBag<IPage>> blank = new();

    private Chromium(IPlaywright driver, IBrowser browser)
    {
        this.driver = driver;
        this.browser = browser;
    }

    /// <summary>Whether it is installed.</summary>
    public static bool IsHere => File.Exists(Program);

    /// <summary>Ends the test where there is no browser.</summary>
    public static void Require()
    {
        if (!IsHere) SkipIfMissing.EndsTheTest($"The pages need {Program}, which is Debian's package chromium.");
    }

    public static async Task<Chromium> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        // Chromium refuses its sandbox to root, as whom tests run in a container; it sees only our own pages.
        var launched = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, ChromiumSandbox = false, Args = Quietly });
        return new Chromium(playwright, launched);
    }

    /// <summary>Opens a page as a person sees it, in a tab that is free: a new one costs more than loading a page does.</summary>
    public async Task<OpenPage> OpenAsync(string address, View view)
    {
        var person = await people.GetOrAdd(view, _ => new(() => PersonAsync(view))).Value;
        var free = blank.GetOrAdd(view, _ => []);
        var tab = free.TryTake(out var used) ? used : await person.NewPageAsync();
        return await OpenPage.LoadAsync(tab, address, view, free);
    }

    private async Task<IBrowserContext> PersonAsync(View view)
    {
        var person = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = view.Width, Height = OpenPage.Height },
            JavaScriptEnabled = view.Scripts == Scripts.On,
            Locale = "en-GB",
            TimezoneId = view.Zone,
            UserAgent = view.UserAgent,
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        // A page leaves out the year of a date in this one.
        await person.Clock.SetFixedTimeAsync(SampleSite.Now.ToDateTimeUtc());
        // What the policy of a page forbids is reported to the page itself, whoever listens.
        await person.AddInitScriptAsync("addEventListener('securitypolicyviolation', event => console.error('policy: ' + event.violatedDirective), true)");
        return person;
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        driver.Dispose();
    }
}
