using System.Collections.Immutable;
using System.CommandLine;
using Feeds.Commands.Comparison;
using Feeds.Content.Files;
using Feeds.Identity.Format;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Publishing;
using Feeds.Text;
using NodaTime;
using Change = Feeds.Commands.Comparison.Change;
using ChangeKind = Feeds.Commands.Comparison.ChangeKind;

namespace Feeds.Commands;

/// <summary>The command <c>feeds diff</c>.</summary>
internal static class DiffCommand
{
    private const int MaxBytes = 64 * 1024 * 1024;

    public static Command Create()
    {
        var content = CommandLine.ContentArgument();
        var against = new Option<string>("--against")
        {
            Description = "The published site: its address, such as https://example.org, or a folder that build wrote",
            Required = true,
        };
        var state = CommandLine.StateOption();
        var command = new Command("diff", "Report what subscribers will see when this content is published") { content, against, state };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(content), parsed.GetRequiredValue(against), parsed.GetValue(state), parsed.InvocationConfiguration,
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        string folder, string against, string? state, InvocationConfiguration console, CancellationToken cancellation)
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        var store = LockStore.Open(folder, state);
        // As the server that publishes the content would do; the lock is not saved.
        var built = SiteBuilder.UpdateLock(SiteBuilder.Read(ContentFolder.Read(folder, previous: null, state: state), store), store, now);
        foreach (var diagnostic in built.Diagnostics) await console.Error.WriteLineAsync(diagnostic.ToString());
        var publication = Publication.Render(built.Site, now, previous: null);
        var site = new SiteSnapshot(built.Site, now);
        var changes = await ChangesAsync(publication, site, RemovedIds(built.Lock), against, cancellation);
        foreach (var change in changes) await console.Output.WriteLineAsync(change.ToString());
        if (changes.IsEmpty) await console.Output.WriteLineAsync("Subscribers see no change.");
        return built.HasErrors || changes.Any(change => change.Kind == ChangeKind.Lost) ? ExitCode.Failure : ExitCode.Fine;
    }

    private static async Task<ImmutableArray<Change>> ChangesAsync(
        Publication publication, SiteSnapshot site, IEnumerable<string> removed, string against, CancellationToken cancellation)
    {
        using var client = new HttpClient { MaxResponseContentBufferSize = MaxBytes, Timeout = TimeSpan.FromSeconds(30) };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Feeds (feeds diff)");
        Func<string, Task<Stream?>> open = WebAddress.Read(against) is { } address
            ? path => DownloadAsync(client, new Uri(address.AbsoluteUri.TrimEnd('/') + "/" + path), cancellation)
            : path => Task.FromResult<Stream?>(OpenFile(against, path));
        var years = site.CalendarEvents.Select(@event => @event.FirstDay.Year).Distinct().Order().ToArray();
        var feed = await Snapshot.FindFeedAsync(open);
        try
        {
            var before = await Snapshot.ReadAsync(open, feed, years);
            if (feed is null && before.Items.IsEmpty) throw new IOException($"there is neither a feed nor a calendar at {against}");
            var after = await Snapshot.ReadAsync(path => Task.FromResult<Stream?>(Find(publication, path)), feed ?? "atom.xml", years);
            return Change.Between(before, after with { Removed = [.. after.Removed, .. removed] }, Ids(publication.Site, site));
        }
        catch (InvalidDataException exception)
        {
            throw new IOException($"{against}: {exception.Message}", exception);
        }
    }

    /// <summary>The ids of all documents, their occurrences, and the dates of plans within a year.</summary>
    private static HashSet<string> Ids(Site site, SiteSnapshot current)
    {
        var year = Period.FromYears(1);
        var today = current.Now.InZone(site.Settings.Zone).Date;
        var planned = site.Plans.SelectMany(plan => plan.Dates(today - year)
            .TakeWhile(date => date.Event.FirstDay < today + year)
            .Select(date => date.Date.IdentityBy(site.IdentityOf(plan.Event))));
        var known = site.Identities.Values.Concat(current.Dates.Select(current.IdentityOf)).Concat(planned);
        return [.. known.SelectMany(identity => new[] { identity.Id, identity.Uid }).OfType<string>()];
    }

    private static IEnumerable<string> RemovedIds(LockData known) => known.Records
        .Where(record => record.Removed is not null)
        .SelectMany(record => new[] { record.Id, record.Uid })
        .OfType<string>();

    private static MemoryStream? Find(Publication publication, string path) =>
        publication.Find("/" + path) is { } representation ? new MemoryStream(representation.Identity.ToArray()) : null;

    private static FileStream? OpenFile(string folder, string path)
    {
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"no folder at {folder}");
        var file = Path.Join(folder, path);
        return File.Exists(file) ? File.OpenRead(file) : null;
    }

    private static async Task<Stream?> DownloadAsync(HttpClient client, Uri address, CancellationToken cancellation)
    {
        try
        {
            using var response = await client.GetAsync(address, cancellation);
            if (response.StatusCode is System.Net.HttpStatusCode.NotFound or System.Net.HttpStatusCode.Gone) return null;
            response.EnsureSuccessStatusCode();
            return new MemoryStream(await response.Content.ReadAsByteArrayAsync(cancellation));
        }
        catch (HttpRequestException exception)
        {
            throw new IOException($"{address}: {exception.Message}", exception);
        }
        catch (TaskCanceledException exception) when (!cancellation.IsCancellationRequested)
        {
            throw new IOException($"{address}: no answer in time", exception);
        }
    }
}
