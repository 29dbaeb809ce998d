using System.Collections.Concurrent;
using System.Collections.Immutable;
using Feeds.Publishing.Calendars;
using Feeds.Publishing.Syndication;
using NodaTime;

namespace Feeds.Publishing.Html;

/// <summary>Feeds and calendars of several terms, such as <c>/tags/django+python/atom.xml</c>, rendered on request.</summary>
/// <param name="languageFolder">The folder above all of them, where they are not in the main language.</param>
/// <param name="complete">Adds dates and the cache budget to a plan.</param>
internal sealed class Intersections(
    string languageFolder, SiteFeeds feeds, SiteCalendars calendars, Func<RenderPlan, RenderPlan> complete, Instant now)
{
    private const int MaxTerms = 4;
    private const int MaxCached = 256;

    private readonly ConcurrentDictionary<string, Lazy<Representation?>> cached = new(StringComparer.Ordinal);

    public Representation? Find(string path)
    {
        if (Read(path) is not { } address || languageFolder + address.Path != path) return null;
        if (cached.Count >= MaxCached) cached.Clear();
        return cached.GetOrAdd(path, _ => new Lazy<Representation?>(() => Render(address))).Value;
    }

    /// <summary>The path with the terms in order; null when they already are, or nothing is published there.</summary>
    public string? Canonical(string path) =>
        Read(path) is { } address && languageFolder + address.Path != path && PlanOf(address) is not null
            ? languageFolder + address.Path
            : null;

    private Representation? Render(Address address) =>
        PlanOf(address) is { } plan ? new Representation(complete(plan), now, before: null) : null;

    private RenderPlan? PlanOf(Address address)
    {
        if (address.File == SiteCalendars.File) return calendars.Intersection(address.Folder, address.Slugs);
        return feeds.Intersection(address.Folder, address.Slugs) is { } feed
            ? feeds.Render(feed).First(plan => plan.Path.EndsWith("/" + address.File, StringComparison.Ordinal))
            : null;
    }

    private Address? Read(string path)
    {
        if (!path.Contains('+', StringComparison.Ordinal) || !path.StartsWith(languageFolder, StringComparison.Ordinal)) return null;
        if (path[languageFolder.Length..].Split('/') is not ["", var folder, var terms, var file] || !IsFeedOrCalendar(file)) return null;
        ImmutableArray<string> slugs = [.. terms.Split('+').Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return slugs.Length <= MaxTerms ? new Address(folder, slugs, file) : null;
    }

    private static bool IsFeedOrCalendar(string file) =>
        file == SiteCalendars.File || FeedFormat.All.Any(format => format.File == file);

    private sealed record Address(string Folder, ImmutableArray<string> Slugs, string File)
    {
        public string Path => $"/{Folder}/{string.Join('+', Slugs)}/{File}";
    }
}
