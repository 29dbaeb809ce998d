using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Feeds.Tests;
using Microsoft.Playwright;

namespace Feeds.Browser;

/// <summary>A page that was opened, with all that the browser asked for and complained about.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    /// <summary>Of every screen, in CSS pixels.</summary>
    public const int Height = 800;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly IPage page;
    private readonly View view;
    private readonly ConcurrentBag<IPage> free;
    private Task? hasAxe;

    private OpenPage(IPage page, View view, ConcurrentBag<IPage> free) => (this.page, this.view, this.free) = (page, view, free);

    /// <summary>What the console says, and what could not be had.</summary>
    public ConcurrentQueue<string> Complaints { get; } = [];

    /// <summary>The addresses that were asked for, the page's own among them.</summary>
    public ConcurrentQueue<Uri> Requests { get; } = [];

    /// <param name="page">A tab in which nothing is open.</param>
    /// <param name="free">Where the tab goes when the page is left.</param>
    public static async Task<OpenPage> LoadAsync(IPage page, string address, View view, ConcurrentBag<IPage> free)
    {
        var open = new OpenPage(page, view, free);
        page.Console += open.OnConsole;
        page.PageError += open.OnError;
        page.Request += open.OnRequest;
        page.RequestFailed += open.OnFailure;
        page.Response += open.OnResponse;
        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });
        return open;
    }

    /// <summary>What keeps people from using the page, by the rules of axe-core; in dark colours, by the rule about colours alone.</summary>
    public async Task<string[]> ViolationsAsync(Colors colors = Colors.Light)
    {
        // The package for Playwright loads the rules twice for each run, and opens another page to gather what frames say: there are none.
        await (hasAxe ??= page.EvaluateAsync(Axe));
        string[]? only = colors == Colors.Dark ? ["color-contrast"] : null;
        return await page.EvaluateAsync<string[]>(
            """
            async only => {
              const results = await axe.run({ resultTypes: ['violations'], ...(only && { runOnly: only }) });
              return results.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html}`));
            }
            """,
            only);
    }

    /// <summary>The text of the first heading.</summary>
    public Task<string> HeadingAsync() => page.EvaluateAsync<string>("document.querySelector('h1')?.innerText ?? ''");

    /// <summary>By how many pixels the page is wider than the screen.</summary>
    public Task<int> OverhangAsync() => page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>Looks at the same page on another screen, or in other colours.</summary>
    public async Task LookAsync(int width, Colors colors)
    {
        await page.SetViewportSizeAsync(width, Height);
        await page.EmulateMediaAsync(new() { ColorScheme = colors == Colors.Dark ? ColorScheme.Dark : ColorScheme.Light });
    }

    /// <summary>Looks at the page as a printer puts it on paper.</summary>
    public Task PrintAsync() => page.EmulateMediaAsync(new() { Media = Media.Print });

    /// <summary>What the screen shows, as a PNG.</summary>
    public Task<byte[]> PictureAsync() => page.ScreenshotAsync();

    /// <summary>Adds a picture to a page, beside those that are there.</summary>
    public Task ShowAsync(byte[] picture, int gap) => page.EvaluateAsync(
        """
        ([picture, gap]) => {
          Object.assign(document.body.style, { display: 'flex', gap: gap + 'px', margin: 0, background: '#c9c5be' });
          const image = new Image();
          image.src = 'data:image/png;base64,' + picture;
          document.body.append(image);
          return image.decode();
        }
        """,
        new object[] { Convert.ToBase64String(picture), gap });

    /// <summary>How wide the first picture is by itself; 0 where the browser could not read it.</summary>
    public Task<int> PictureWidthAsync() => page.EvaluateAsync<int>("document.images[0]?.naturalWidth ?? 0");

    /// <summary>Where its links lead.</summary>
    public Task<string[]> LinksAsync() => page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href]')].map(link => link.href)");

    /// <summary>What the page says is another form of it: media type and address.</summary>
    public Task<string[][]> AlternatesAsync() =>
        page.EvaluateAsync<string[][]>("[...document.querySelectorAll('link[rel=alternate]')].map(link => [link.type, link.href])");

    /// <summary>The text of the first element that a selector finds and that is seen.</summary>
    public async Task<string?> TextAsync(string selector)
    {
        var found = page.Locator(selector).And(page.Locator(":visible")).First;
        return await found.CountAsync() == 0 ? null : (await found.InnerTextAsync()).Trim();
    }

    /// <summary>What becomes of an expression in the page.</summary>
    public Task<T> EvaluateAsync<T>(string expression) => page.EvaluateAsync<T>(expression);

    /// <summary>How far what was seen jumped while the page was loaded, as browsers count it.</summary>
    public Task<double> LayoutShiftAsync() => page.EvaluateAsync<double>(
        "new Promise(done => { let sum = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => sum += entry.value)).observe({ type: 'layout-shift', buffered: true }); setTimeout(() => done(sum), 50); })");

    /// <summary>The scripts that hold up the parser or the first picture: those with an address and neither defer nor async.</summary>
    public Task<int> BlockingScriptsAsync() => page.EvaluateAsync<int>("document.querySelectorAll('script[src]:not([defer]):not([async])').length");

    /// <summary>Presses the first button with a name, and returns what is then on the clipboard.</summary>
    public async Task<string> CopyAsync(string button)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();
        await page.GetByText("Copied").First.WaitForAsync();
        return await page.EvaluateAsync<string>("navigator.clipboard.readText()");
    }

    /// <summary>Answers with a text whatever the page asks of an address from now on.</summary>
    public Task AnswerAsync(string pattern, string text) => page.RouteAsync(pattern, route => route.FulfillAsync(new() { ContentType = "text/plain", Body = text }));

    /// <summary>Presses the first link with a name, and waits until the page is at rest.</summary>
    public async Task PressAsync(string link)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    /// <summary>Follows a link that saves a file, and returns the file.</summary>
    public async Task<byte[]> DownloadAsync(string link)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync());
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }

    /// <summary>Waits until a condition holds, also over reloads.</summary>
    public async Task WaitAsync(string condition)
    {
        using var timeout = new CancellationTokenSource(Patience.Limit);
        while (!await HoldsAsync(condition)) await Task.Delay(50, timeout.Token);
    }

    // Not Playwright's own waiting, which evaluates a text in the page and so offends the policy.
    private async Task<bool> HoldsAsync(string condition)
    {
        try
        {
            return await page.EvaluateAsync<bool>($"!!({condition})");
        }
        catch (PlaywrightException)
        {
            // The page is being reloaded.
            return false;
        }
    }

    /// <summary>Leaves the page, and the tab as it was.</summary>
    public async ValueTask DisposeAsync()
    {
        page.Console -= OnConsole;
        page.PageError -= OnError;
        page.Request -= OnRequest;
        page.RequestFailed -= OnFailure;
        page.Response -= OnResponse;
        await page.UnrouteAllAsync();
        await page.GotoAsync("about:blank");
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await LookAsync(view.Width, Colors.Light);
        free.Add(page);
    }

    private void OnConsole(object? sender, IConsoleMessage message)
    {
        if (message.Type is "error" or "warning") Complaints.Enqueue($"{message.Type}: {message.Text}");
    }

    private void OnError(object? sender, string error) => Complaints.Enqueue($"error: {error}");

    private void OnRequest(object? sender, IRequest request) => Requests.Enqueue(new Uri(request.Url));

    private void OnFailure(object? sender, IRequest request) => Complaints.Enqueue($"{request.Url}: {request.Failure}");

    private void OnResponse(object? sender, IResponse response)
    {
        if (response.Status >= 400) Complaints.Enqueue(FormattableString.Invariant($"{response.Url}: {response.Status}"));
    }
}
