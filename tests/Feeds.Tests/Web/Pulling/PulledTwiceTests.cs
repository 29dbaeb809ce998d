using System.Net;
using System.Text;
using Feeds.Content.Files;
using Feeds.Identity.Format;
using Feeds.Model.Sources;
using Feeds.Publishing;
using Feeds.Tests.Content.Sources;
using Feeds.Tests.Interop;
using Feeds.Web.Pulling;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Web.Pulling;

/// <summary>Calendars of others on nginx, pulled and published twice.</summary>
public sealed class PulledTwiceTests : IDisposable
{
    private static readonly Instant Start = FolderOf.Moment("2026-02-03T04:05:06Z");

    private readonly TempFolder home = new();
    private readonly SourceClient client = new(IPAddress.IsLoopback, Patience.Limit);

    public void Dispose()
    {
        client.Dispose();
        home.Dispose();
    }

    [Fact]
    public async Task PublishesTheSameBytes_WhenNothingChanged()
    {
        string[] names = ["a", "b", "c"];
        foreach (var name in names) WriteSource(name, "Lanterns");
        home.Write("content/site.yaml", $"{FolderOf.SiteYaml}sources:\n{string.Concat(names.Select(name => $"- {{ name: {name}, calendar: 'https://{name}.example/' }}\n"))}");
        await using var host = await StaticHost.NginxOfAsync(home, $"server {{\nlisten 80;\nroot {home.At("www")};\n}}");
        SourceSettings[] sources = [.. names.Select(name => new SourceSettings(name, $"{host.Client.BaseAddress}{name}.ics", $"sources/{name}.ics"))];

        Assert.All(await PullAsync(sources, Start), one => Assert.Equal(PullOutcome.Changed, one.Outcome));
        var first = Published(Start);
        // Of the same length and date, so that nginx has the same validators for them: who asked without any would see them.
        foreach (var name in names) WriteSource(name, "Lampions");
        Assert.All(await PullAsync(sources, Start + Duration.FromHours(1)), one => Assert.Equal(PullOutcome.Unchanged, one.Outcome));
        var second = Published(Start + Duration.FromHours(1));

        Assert.Equal(3, first["/calendar.ics"].Split("SUMMARY:Lanterns").Length - 1);
        Assert.Equal(first, second);
    }

    private void WriteSource(string name, string title)
    {
        home.Write($"www/{name}.ics", Brought.Calendar($"UID:{name}\nSUMMARY:{title} of {name}\nDTSTART:20260310T180000Z\nDTSTAMP:20260101T000000Z"));
        File.SetLastWriteTimeUtc(home.At($"www/{name}.ics"), DateTime.UnixEpoch.AddYears(50));
    }

    private async Task<Pulled[]> PullAsync(SourceSettings[] sources, Instant now) =>
        [.. await new SourcePuller(home.At("content"), client, _ => null).PullAsync([.. sources], now, TestContext.Current.CancellationToken)];

    /// <summary>All that is published, and the lock, by path.</summary>
    private Dictionary<string, string> Published(Instant now)
    {
        var store = new LockStore(home.At("content"), state: null);
        var site = SiteBuilder.UpdateLock(SiteBuilder.Read(ContentFolder.Read(home.At("content"), previous: null), store), store, now).Site;
        store.Save();
        var published = Publication.Render(site, now, previous: null).Representations.Values
            .ToDictionary(item => item.Path, item => Encoding.UTF8.GetString(item.Identity.Span), StringComparer.Ordinal);
        published["feeds.lock"] = File.ReadAllText(home.At("content/feeds.lock"));
        return published;
    }
}
