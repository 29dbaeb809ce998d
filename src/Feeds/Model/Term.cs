using System.Collections.Immutable;

namespace Feeds.Model;

/// <summary>A tag, a category or an author, with the posts that bear it.</summary>
/// <param name="Slug">Its name in addresses; spellings that share it are one term.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Posts">Newest first.</param>
public sealed record Term(Taxonomy Taxonomy, string Slug, string Name, ImmutableArray<Post> Posts)
{
    /// <summary>The path below which its feeds lie.</summary>
    public string Path => $"/{Folder(Taxonomy)}/{Slug}/";

    public static string Folder(Taxonomy taxonomy) => taxonomy switch
    {
        Taxonomy.Tags => "tags",
        Taxonomy.Categories => "categories",
        Taxonomy.Authors => "authors",
        _ => throw new ArgumentOutOfRangeException(nameof(taxonomy)),
    };

    /// <summary>The terms of some posts, in order of slug.</summary>
    public static ImmutableArray<Term> Of(Taxonomy taxonomy, ImmutableArray<Post> posts)
    {
        var terms = new Dictionary<string, (string Name, List<Post> Posts)>(StringComparer.Ordinal);
        var slugs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var post in posts)
        {
            foreach (var name in Names(taxonomy, post))
            {
                if (!slugs.TryGetValue(name, out var slug)) slugs[name] = slug = Model.Slug.OfTerm(name);
                if (!terms.TryGetValue(slug, out var term)) terms[slug] = term = (name, []);
                if (term.Posts.Count == 0 || !ReferenceEquals(term.Posts[^1], post)) term.Posts.Add(post);
                // Of several spellings the first in order, whatever the order of the posts.
                if (string.CompareOrdinal(name, term.Name) < 0) terms[slug] = (name, term.Posts);
            }
        }

        return [.. terms.Select(term => new Term(taxonomy, term.Key, term.Value.Name, [.. term.Value.Posts])).OrderBy(term => term.Slug, StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Names(Taxonomy taxonomy, Post post) => taxonomy switch
    {
        Taxonomy.Tags => post.Tags,
        Taxonomy.Categories => post.Categories,
        Taxonomy.Authors => post.Authors.Select(author => author.Name),
        _ => throw new ArgumentOutOfRangeException(nameof(taxonomy)),
    };
}
