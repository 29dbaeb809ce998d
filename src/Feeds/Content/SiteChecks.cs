using System.Collections.Immutable;
using Feeds.Content.Files;
using Feeds.Model;
using Feeds.Model.Names;
using NodaTime;

namespace Feeds.Content;

/// <summary>Says what nobody did wrong in a single file, but subscribers would notice.</summary>
internal static class SiteChecks
{
    private static readonly Duration FarAhead = Duration.FromDays(3 * 365);

    /// <summary>Looks through a site as a whole, its bodies among it.</summary>
    /// <param name="progress">Is told of each document looked through.</param>
    public static ImmutableArray<Diagnostic> Read(Site site, FolderReading folder, Instant now, Action progress)
    {
        var texts = folder.Files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        var there = texts.Keys.Concat(site.Files.Keys).ToHashSet(StringComparer.Ordinal);
        there.UnionWith(Addresses.All.Select(address => address.Path.TrimStart('/')).Concat(site.Events.Select(@event => @event.CalendarPath.TrimStart('/'))));
        var tooLarge = site.Files.Values.Where(file => file.Length > OtherFile.MaxOctets).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var posts = site.Posts.AsParallel().AsOrdered().SelectMany(post => Of(post, there, tooLarge, texts, now, progress));
        var events = site.Events.AsParallel().AsOrdered().SelectMany(@event => Of(@event, site.Settings.Zone, there, tooLarge, texts, now, progress));
        return [.. posts.AsEnumerable().Concat(events).Concat(SameInstant(site)).Order(Diagnostic.ByPlace)];
    }

    private static ImmutableArray<Diagnostic> Of(Post post, HashSet<string> there, HashSet<string> tooLarge, Dictionary<string, SourceFile> texts, Instant now, Action progress)
    {
        var report = new DiagnosticBag(post.Path);
        if (post.Published.ToInstant() > now + FarAhead) report.Warning(1, $"it appears only on {post.Published.Date:uuuu-MM-dd}, years from now");
        if (post.PagePath is not null) MissingFiles(post.Path, post.Files.AddRange(post.Body.Value.Files), there, tooLarge, texts, report);
        progress();
        return report.Diagnostics;
    }

    private static ImmutableArray<Diagnostic> Of(Event @event, DateTimeZone zone, HashSet<string> there, HashSet<string> tooLarge, Dictionary<string, SourceFile> texts, Instant now, Action progress)
    {
        var report = new DiagnosticBag(@event.Path);
        if (@event.StartsAt(zone) > now + FarAhead) report.Warning(1, $"it takes place only years from now");
        if (@event is { Place: null, Online: null, Status: not (EventState.Cancelled or EventState.Postponed) }) report.Warning(1, $"it says neither where it takes place nor that it is online; write 'location:' or 'online:'");
        if (@event.PagePath is not null) MissingFiles(@event.Path, @event.Files.AddRange(@event.Body.Value.Files), there, tooLarge, texts, report);
        progress();
        return report.Diagnostics;
    }

    private static void MissingFiles(string path, ImmutableArray<FileReference> references, HashSet<string> there, HashSet<string> tooLarge, Dictionary<string, SourceFile> texts, DiagnosticBag report)
    {
        foreach (var reference in references)
        {
            // What is written from the root may be published by another program beside this one.
            if (reference.Written.StartsWith('/') || Path.GetExtension(reference.Address).Length is < 2 or > 6 || IsPage(reference.Address)) continue;
            if (reference.Candidates.FirstOrDefault(there.Contains) is { } found)
            {
                if (tooLarge.Contains(found)) report.Warning(LineOf(reference.Written, path, texts), $"'{reference.Written}' is larger than {OtherFile.MaxOctets / 1024 / 1024} MiB, so it is not published; put it on a host for large files");
                continue;
            }

            report.Warning(LineOf(reference.Written, path, texts), $"there is no file for '{reference.Written}'; put it at {reference.Candidates[0]}, or mend the address");
        }
    }

    private static bool IsPage(string address) => Path.GetExtension(address).ToUpperInvariant() is ".HTML" or ".HTM" or ".PHP" or ".ASPX";

    private static int LineOf(string written, string path, Dictionary<string, SourceFile> texts)
    {
        var text = texts.TryGetValue(path, out var file) ? SourceText.Read(file, new DiagnosticBag(path)) : null;
        var at = text?.IndexOf(written, StringComparison.Ordinal) ?? -1;
        return at < 0 ? 1 : 1 + text.AsSpan(0, at).Count('\n');
    }

    private static IEnumerable<Diagnostic> SameInstant(Site site)
    {
        foreach (var posts in site.Posts.GroupBy(post => post.Published.ToInstant()).Where(group => group.Count() > 1))
        {
            var paths = posts.Select(post => post.Path).Order(StringComparer.Ordinal).ToArray();
            foreach (var path in paths[1..])
            {
                yield return new Diagnostic(path, 1, Severity.Warning, $"it is published at the same moment as {paths[0]}, so readers may show the two in either order; write a time with the date");
            }
        }
    }
}
