using System.Collections.Immutable;
using Feeds.Content.Files;
using Feeds.Content.Settings;
using Feeds.Model;
using Feeds.Model.Names;
using Feeds.Text;
using NodaTime;

namespace Feeds.Content;

/// <summary>Finds mistakes that subscribers would notice although each file is valid.</summary>
internal sealed class SiteChecks(Site site, FolderReading folder, Instant farAhead)
{
    private static readonly Duration FarAhead = Duration.FromDays(3 * 365);

    private readonly HashSet<string> published =
    [
        .. folder.Files.Select(file => file.Path),
        .. site.Files.Keys,
        .. Addresses.All.Select(address => address.Path.TrimStart('/')),
        .. site.Events.Select(@event => @event.CalendarPath.TrimStart('/')),
    ];

    /// <param name="progress">Called after each document.</param>
    public static ImmutableArray<Diagnostic> Read(Site site, FolderReading folder, Instant now, Action progress)
    {
        var checks = new SiteChecks(site, folder, now + FarAhead);
        var posts = site.Posts.AsParallel().AsOrdered().SelectMany(post => checks.Of(post, progress));
        var events = site.Events.AsParallel().AsOrdered().SelectMany(@event => checks.Of(@event, progress));
        var pages = site.Pages.SelectMany(page => checks.Of(page));
        return
        [
            .. posts.AsEnumerable().Concat(events).Concat(pages).Concat(checks.OfSettings()).Concat(SameInstant(site))
                .Order(Diagnostic.ByPlace),
        ];
    }

    private ImmutableArray<Diagnostic> Of(Post post, Action progress)
    {
        var report = new DiagnosticBag(post.Path);
        if (post.Published.ToInstant() > farAhead)
            report.Warning(1, $"it appears only on {post.Published.Date:uuuu-MM-dd}, years from now");
        if (post.Source.IsStarter) report.Warning(1, $"it still has the text of the template; write your own");
        LinksOf(post.Path, post.Body, post.PagePath is null ? null : post.Files, report);
        progress();
        return report.Diagnostics;
    }

    private ImmutableArray<Diagnostic> Of(Event @event, Action progress)
    {
        progress();
        // Its author reads no diagnostics of this site.
        if (@event.Origin is not null) return [];
        var report = new DiagnosticBag(@event.Path);
        if (@event.StartsAt(site.Settings.Zone) > farAhead) report.Warning(1, $"it takes place only years from now");
        if (@event is { Place: null, Online: null, Status: not (EventState.Cancelled or EventState.Postponed) })
            report.Warning(1, $"it has neither a place nor an online address; write 'location:' or 'online:'");
        if (@event.Source.IsStarter || @event.Place?.Name == StarterText.Place)
            report.Warning(1, $"it still has the text or the place of the template; write your own");
        LinksOf(@event.Path, @event.Body, @event.PagePath is null ? null : @event.Files, report);
        return report.Diagnostics;
    }

    private ImmutableArray<Diagnostic> Of(ContentPage page)
    {
        var report = new DiagnosticBag(page.Path);
        LinksOf(page.Path, page.Body, page.Files, report);
        return report.Diagnostics;
    }

    private ImmutableArray<Diagnostic> OfSettings()
    {
        var report = new DiagnosticBag(SettingsFile.Path);
        // Where another generator has the root of the site, it has these files too.
        if (site.Settings.HasHome) MissingFiles(SettingsFile.Path, site.Settings.Files, report);
        return report.Diagnostics;
    }

    /// <param name="files">Those that its front matter names; null where its page, and so its files, are elsewhere.</param>
    private void LinksOf(string path, RenderedBody body, ImmutableArray<FileReference>? files, DiagnosticBag report)
    {
        if (body.MayLinkHere) LostImages(path, body.Value, report);
        if (files is { } named) MissingFiles(path, body.MayLinkHere ? named.AddRange(body.Value.Files) : named, report);
    }

    private void LostImages(string path, Body body, DiagnosticBag report)
    {
        if (body.LostImages == 0) return;
        var pictures = Plural.Of(body.LostImages, "picture");
        report.Warning(LineOf("<img", path), $"{pictures} without an address left out; write the address in 'src'");
    }

    private void MissingFiles(string path, ImmutableArray<FileReference> references, DiagnosticBag report)
    {
        foreach (var reference in references)
        {
            var written = reference.Written;
            // Another program may publish the files at the root.
            if (written.StartsWith('/') || Path.GetExtension(reference.Address).Length is < 2 or > 6 || IsPage(reference.Address)) continue;
            if (reference.PathIn(published, published.Contains) is not { } found)
            {
                var candidate = reference.Candidates[0];
                report.Warning(LineOf(written, path), $"there is no file for '{written}'; put it at {candidate}, or correct the address");
            }
            else if (site.Files.TryGetValue(found, out var file) && file.Length > AssetFile.MaxBytes)
            {
                const long MaxMebibytes = AssetFile.MaxBytes / 1024 / 1024;
                const string Cure = "put it on a host for large files";
                report.Warning(LineOf(written, path), $"'{written}' is larger than {MaxMebibytes} MiB, so it is not published; {Cure}");
            }
        }
    }

    private static bool IsPage(string address) => Path.GetExtension(address).ToUpperInvariant() is ".HTML" or ".HTM" or ".PHP" or ".ASPX";

    private int LineOf(string written, string path)
    {
        var text = folder.File(path) is { } file ? SourceText.Read(file, new DiagnosticBag(path)) : null;
        var at = text?.IndexOf(written, StringComparison.Ordinal) ?? -1;
        return at < 0 ? 1 : 1 + text.AsSpan(0, at).Count('\n');
    }

    private static IEnumerable<Diagnostic> SameInstant(Site site)
    {
        const string Cure = "write another time";
        // Posts with a date alone are at midnight; readers keep these in the order of the feed.
        var timed = site.Posts.Where(post => post.Published.TimeOfDay != LocalTime.Midnight);
        foreach (var posts in timed.GroupBy(post => post.Published.ToInstant()))
        {
            var paths = posts.Select(post => post.Path).Order(StringComparer.Ordinal).ToArray();
            foreach (var path in paths[1..])
            {
                var report = new DiagnosticBag(path);
                report.Warning(1, $"it is published at the same moment as {paths[0]}, so readers may show the two in either order; {Cure}");
                foreach (var diagnostic in report.Diagnostics) yield return diagnostic;
            }
        }
    }
}
