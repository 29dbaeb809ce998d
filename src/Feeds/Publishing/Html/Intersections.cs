using System.Collections.Concurrent;
using System.Collections.Immutable;
using Feeds.Publishing.Calendars;
using Feeds.Publishing.Syndication;
using NodaTime;

namespace Feeds.Publishing.Html;

/// <summary>Feeds and calendars of what bears several terms at once, such as <c>/tags/django+python/atom.xml</c>: far too many to list, so they are made when asked for, and a few are kept.</summary>
/// <param name="dated">Says of a rendering when its bytes last changed, as far as is known.</param>
internal sealed class Intersections(SiteFeeds feeds, SiteCalendars calendars, Func<RenderPlan, RenderPlan> dated, Instant now)
{
    private const int MaxTerms = 4;
    private const int MaxKept = 256;

    private readonly ConcurrentDictionary<string, Lazy<Representation?>> kept = new(StringComparer.Ordinal);

    /// <summary>The feed or calendar at a path; null when there is none.</summary>
    public Representation? Find(string path)
    {
        if (Read(path) is not { } address || address.Path != path) return null;
        if (kept.Count >= MaxKept) kept.Clear();
        return kept.GetOrAdd(path, _ => new Lazy<Representation?>(() => Render(address))).Value;
    }

    /// <summary>The one path under which the feed of some terms is kept, for a path that names them in another order; null when it is no such path.</summary>
    public string? Canonical(string path) => Read(path) is { } address && address.Path != path && Rendering(address) is not null ? address.Path : null;

    private Representation? Render(Address address) =>
        Rendering(address) is { } rendering ? new Representation(dated(rendering), now, before: null) : null;

    private RenderPlan? Rendering(Address address)
    {
        if (address.File == SiteCalendars.File) return calendars.Intersection(address.Folder, address.Slugs);
        return feeds.Intersection(address.Folder, address.Slugs) is { } part ? feeds.Render(part).First(rendering => rendering.Path.EndsWith("/" + address.File, StringComparison.Ordinal)) : null;
    }

    private static Address? Read(string path)
    {
        if (!path.Contains('+', StringComparison.Ordinal) || path.Split('/') is not ["", var folder, var terms, var file] || !IsOfTerms(file)) return null;
        ImmutableArray<string> slugs = [.. terms.Split('+').Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return slugs.Length <= MaxTerms ? new Address(folder, slugs, file) : null;
    }

    private static bool IsOfTerms(string file) => file == SiteCalendars.File || FeedFormat.All.Any(format => format.File == file);

    private sealed record Address(string Folder, ImmutableArray<string> Slugs, string File)
    {
        public string Path => $"/{Folder}/{string.Join('+', Slugs)}/{File}";
    }
}
