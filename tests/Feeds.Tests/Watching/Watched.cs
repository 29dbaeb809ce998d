using System.Collections.Concurrent;
using System.Threading.Channels;
using Feeds.Identity.Format;
using Feeds.Publishing;
using Feeds.Tests.Web;
using Feeds.Web.Live;
using Feeds.Web.Serving;
using Feeds.Web.Status;
using Feeds.Web.Watching;
using Feeds.Web.WebSub;
using Microsoft.Extensions.Logging;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Watching;

/// <summary>A content folder on disk that is published again whenever it changes; awaited by what is logged.</summary>
internal sealed class Watched : ILogger, IClock, IAsyncDisposable
{
    private readonly Channel<string> lines = Channel.CreateUnbounded<string>();
    private readonly SemaphoreSlim readings = new(0);
    private readonly CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private HubPublisher? hubs;
    private Republisher? republisher;
    private Task running = Task.CompletedTask;

    public Watched()
    {
        PublicationLog = new PublicationLog();
        Measured = new Measured(PublicationLog);
    }

    public TempFolder Disk { get; } = new();

    /// <summary>What the clock shows.</summary>
    public Instant Now { get; set; } = Instant.FromUtc(2026, 1, 1, 0, 0);

    /// <summary>By what the pauses between requests to hubs are measured.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The hosts of hubs that may be on this machine.</summary>
    public string[] PrivateHubs { get; init; } = ["127.0.0.1"];

    /// <summary>Whether it publishes for its author alone.</summary>
    internal PreviewMode Preview { get; init; }

    /// <summary>The folder of the lock and of fetched sources, within <see cref="Disk"/>; null for the content folder.</summary>
    public string? State { get; init; }

    /// <summary>What a server would answer from.</summary>
    public CurrentPublication Current { get; } = new();

    /// <summary>What the status page would show.</summary>
    public PublicationLog PublicationLog { get; }

    /// <summary>What is measured of it.</summary>
    public Measured Measured { get; }

    public Publication Publication => Current.Value!;

    /// <summary>Every line that was logged.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    /// <summary>Publishes the folder and begins to watch it.</summary>
    /// <param name="path">The content folder, within <see cref="Disk"/>.</param>
    public void Start(WatchMode mode = WatchMode.Auto, string path = "content")
    {
        hubs = new HubPublisher(PrivateHubs, Time, Measured.Metrics, this);
        var state = State is null ? null : Disk.At(State);
        var store = new LockStore(Disk.At(path), state);
        republisher = new Republisher(Disk.At(path), FolderOf.Listening, mode, store, Current, PublicationLog, Measured.Metrics, hubs, this, this) { Preview = Preview, State = state };
        republisher.StartAsync(Task.FromResult(FirstReading.Of(Disk.At(path), store, Preview, state))).GetAwaiter().GetResult();
        running = republisher.RunAsync(stop.Token);
    }

    /// <summary>Asks for all to be read again.</summary>
    public void ReadAgain() => republisher!.ReadAgain();

    /// <summary>Asks for the fetched sources to be read again.</summary>
    public void ReadPulled() => republisher!.ReadPulled();

    /// <summary>The text below the front matter of a post.</summary>
    public string BodyOf(string slug) => Publication.Site.Posts.Single(post => post.PagePath == $"/posts/{slug}/").Body.Value.Text;

    /// <summary>Whether there is a page for a post.</summary>
    public bool HasPost(string slug) => Publication.Representations.ContainsKey($"/posts/{slug}/");

    /// <summary>Returns once a line has been logged since the last call.</summary>
    public async Task LoggedAsync(string line) => await LoggedAsync(logged => logged == line, line);

    /// <summary>The next line of a kind that is logged.</summary>
    public Task<string> LoggedAsync(Predicate<string> isMeant) => LoggedAsync(isMeant, "what was awaited");

    private async Task<string> LoggedAsync(Predicate<string> isMeant, string name)
    {
        using var timeout = new CancellationTokenSource(Patience.Limit);
        try
        {
            while (true)
            {
                // Lines in between are of no matter here; Log has them all.
                var line = await lines.Reader.ReadAsync(timeout.Token);
                if (isMeant(line)) return line;
            }
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"'{name}' was not logged, only:\n{string.Join('\n', Log)}");
            throw;
        }
    }

    /// <summary>Returns once the folder was looked at from beginning to end since the call; a scheduled post must lie ahead, for which the clock is read.</summary>
    public async Task LookedAsync()
    {
        while (await readings.WaitAsync(TimeSpan.Zero))
        {
            // Readings of before.
        }

        // A look reads the clock, and so does the wait after it; the first may belong to a look already under way.
        for (var reading = 0; reading < 4; reading++) Assert.True(await readings.WaitAsync(Patience.Limit));
    }

    Instant IClock.GetCurrentInstant()
    {
        readings.Release();
        return Now;
    }

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var line = $"{logLevel}: {formatter(state, exception)}";
        Log.Enqueue(line);
        lines.Writer.TryWrite(line);
    }

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        hubs?.Dispose();
        republisher?.Dispose();
        Measured.Dispose();
        stop.Dispose();
        readings.Dispose();
        Disk.Dispose();
    }
}
