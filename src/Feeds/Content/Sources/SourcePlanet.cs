using System.Collections.Immutable;
using Feeds.Model;
using Feeds.Model.Sources;

namespace Feeds.Content.Sources;

/// <summary>Puts the feeds of others together, each post once.</summary>
internal static class SourcePlanet
{
    /// <param name="planetAt">The feed in a file; null when there is none.</param>
    /// <param name="own">The posts of the author, which have feeds already.</param>
    /// <param name="notes">Gets what is left out for what.</param>
    public static Planet Of(
        SiteSettings settings, Func<string, Planet?> planetAt, ImmutableArray<Post> own, ICollection<Diagnostic> notes)
    {
        var planets = settings.Sources.Where(source => source.IsFeed).Select(source => planetAt(source.File)).OfType<Planet>().ToArray();
        if (planets.Length == 0) return Planet.Empty;
        var known = own.ToLookup(post => post.Link.AbsoluteUri, StringComparer.Ordinal);
        var (byId, byLink) = (new Dictionary<string, Post>(StringComparer.Ordinal), new Dictionary<(string Link, string Title), Post>());
        var posts = ImmutableArray.CreateBuilder<Post>();
        // One that two feeds have is of the first: people name a blog before a page that collects blogs.
        foreach (var post in planets.SelectMany(planet => planet.Posts))
        {
            var link = (post.Link.AbsoluteUri, post.Title);
            var same = known[post.Link.AbsoluteUri].FirstOrDefault()
                ?? byId.GetValueOrDefault(post.Wanted.Id!) ?? byLink.GetValueOrDefault(link);
            if (same is not null)
            {
                var problem = $"\"{post.Title}\" is in {same.Origin?.Source ?? same.Path}, too, so the planet leaves it out here";
                notes.Add(new Diagnostic(post.Path[..post.Path.LastIndexOf('#')], 0, Severity.Note, problem) { Kind = "double post" });
                continue;
            }

            posts.Add(post);
            (byId[post.Wanted.Id!], byLink[link]) = (post, post);
        }

        return new Planet(
            [.. planets.SelectMany(planet => planet.Feeds)],
            [.. posts.OrderByDescending(post => post.Published.ToInstant()).ThenBy(post => post.Wanted.Id, StringComparer.Ordinal)]);
    }
}
