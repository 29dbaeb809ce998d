using System.Collections.Immutable;
using Feeds.Text;

namespace Feeds.Model;

/// <summary>A tag, category, author, series or venue, with its posts or events.</summary>
/// <param name="Folder">The folder of the addresses of its kind.</param>
/// <param name="Slug">Its name in addresses; spellings that share it are one term.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Members">In the order of all.</param>
internal sealed record Term<T>(string Folder, string Slug, string Name, ImmutableArray<T> Members)
    where T : class
{
    public string Path => $"/{Folder}/{Slug}/";
}

/// <summary>Finds the terms of posts and events.</summary>
internal static class Term
{
    public const string SeriesFolder = "series";
    public const string VenuesFolder = "venues";

    public static string Folder(Taxonomy taxonomy) => taxonomy switch
    {
        Taxonomy.Tags => "tags",
        Taxonomy.Categories => "categories",
        Taxonomy.Authors => "authors",
        _ => throw new ArgumentOutOfRangeException(nameof(taxonomy)),
    };

    public static string PathOf(string folder, string name) => $"/{folder}/{Slug.OfTerm(name)}/";

    /// <summary>In order of slug.</summary>
    public static ImmutableArray<Term<Post>> Of(Taxonomy taxonomy, ImmutableArray<Post> posts) =>
        Of(Folder(taxonomy), posts, post => taxonomy switch
    {
        Taxonomy.Tags => post.Tags,
        Taxonomy.Categories => post.Categories,
        Taxonomy.Authors => post.Authors.Select(author => author.Name),
        _ => throw new ArgumentOutOfRangeException(nameof(taxonomy)),
    });

    /// <summary>In order of slug; events have no authors.</summary>
    public static ImmutableArray<Term<Event>> Of(Taxonomy taxonomy, ImmutableArray<Event> events) =>
        Of(Folder(taxonomy), events, @event => taxonomy switch
    {
        Taxonomy.Tags => @event.Tags,
        Taxonomy.Categories => @event.Categories,
        Taxonomy.Authors => [],
        _ => throw new ArgumentOutOfRangeException(nameof(taxonomy)),
    });

    public static ImmutableArray<Term<Event>> SeriesOf(ImmutableArray<Event> events) =>
        Of(SeriesFolder, events, @event => @event.Series is { } series ? [series] : []);

    public static ImmutableArray<Term<Event>> VenuesOf(ImmutableArray<Event> events) =>
        Of(VenuesFolder, events, @event => @event.Place is { } place ? [place.Name] : []);

    /// <summary>The documents that have all of some terms; null when one of the terms does not exist.</summary>
    public static (string Name, ImmutableArray<T> Members)? Common<T>(
        ImmutableArray<Term<T>> terms, string folder, ImmutableArray<string> slugs)
        where T : class
    {
        var found = slugs.Select(slug => terms.FirstOrDefault(term => term.Slug == slug && term.Folder == folder))
            .OfType<Term<T>>()
            .ToArray();
        if (found.Length < slugs.Length) return null;
        var members = found.Skip(1).Aggregate(
            found[0].Members.AsEnumerable(),
            (common, term) => common.Where(term.Members.ToHashSet<T>(ReferenceEqualityComparer.Instance).Contains));
        return (string.Join(" + ", found.Select(term => term.Name)), [.. members]);
    }

    private static ImmutableArray<Term<T>> Of<T>(string folder, ImmutableArray<T> all, Func<T, IEnumerable<string>> names)
        where T : class
    {
        var terms = new Dictionary<string, (string Name, List<T> Members)>(StringComparer.Ordinal);
        var slugs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var one in all)
        {
            foreach (var name in names(one))
            {
                if (!slugs.TryGetValue(name, out var slug)) slugs[name] = slug = Slug.OfTerm(name);
                if (!terms.TryGetValue(slug, out var term)) terms[slug] = term = (name, []);
                if (term.Members.Count == 0 || !ReferenceEquals(term.Members[^1], one)) term.Members.Add(one);
                // Of several spellings the first in order, whatever the order of the documents.
                if (string.CompareOrdinal(name, term.Name) < 0) terms[slug] = (name, term.Members);
            }
        }

        return [.. terms.Select(term => new Term<T>(folder, term.Key, term.Value.Name, [.. term.Value.Members]))
            .OrderBy(term => term.Slug, StringComparer.Ordinal)];
    }
}
