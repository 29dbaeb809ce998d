using System.Collections.Frozen;

namespace Feeds.Formats.Syndication.Podcasts;

/// <summary>A category of Apple Podcasts (<c>itunes:category</c>).</summary>
/// <param name="Name">The category, such as <c>Technology</c> or <c>Society &amp; Culture</c>.</param>
/// <param name="Subcategory">A category inside it, such as <c>Documentary</c>; null when there is none.</param>
public sealed record PodcastCategory(string Name, string? Subcategory = null)
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Known =
        new Dictionary<string, FrozenSet<string>>(StringComparer.Ordinal)
        {
            ["Arts"] = Set("Books", "Design", "Fashion & Beauty", "Food", "Performing Arts", "Visual Arts"),
            ["Business"] = Set("Careers", "Entrepreneurship", "Investing", "Management", "Marketing", "Non-Profit"),
            ["Comedy"] = Set("Comedy Interviews", "Improv", "Stand-Up"),
            ["Education"] = Set("Courses", "How To", "Language Learning", "Self-Improvement"),
            ["Fiction"] = Set("Comedy Fiction", "Drama", "Science Fiction"),
            ["Government"] = Set(),
            ["Health & Fitness"] = Set("Alternative Health", "Fitness", "Medicine", "Mental Health", "Nutrition", "Sexuality"),
            ["History"] = Set(),
            ["Kids & Family"] = Set("Education for Kids", "Parenting", "Pets & Animals", "Stories for Kids"),
            ["Leisure"] = Set("Animation & Manga", "Automotive", "Aviation", "Crafts", "Games", "Hobbies", "Home & Garden", "Video Games"),
            ["Music"] = Set("Music Commentary", "Music History", "Music Interviews"),
            ["News"] = Set("Business News", "Daily News", "Entertainment News", "News Commentary", "Politics", "Sports News", "Tech News"),
            ["Religion & Spirituality"] = Set("Buddhism", "Christianity", "Hinduism", "Islam", "Judaism", "Religion", "Spirituality"),
            ["Science"] = Set(
            "Astronomy", "Chemistry", "Earth Sciences", "Life Sciences", "Mathematics",
            "Natural Sciences", "Nature", "Physics", "Social Sciences"),
            ["Society & Culture"] = Set("Documentary", "Personal Journals", "Philosophy", "Places & Travel", "Relationships"),
            ["Sports"] = Set(
            "Baseball", "Basketball", "Cricket", "Fantasy Sports", "Football", "Golf", "Hockey",
            "Rugby", "Running", "Soccer", "Swimming", "Tennis", "Volleyball", "Wilderness", "Wrestling"),
            ["Technology"] = Set(),
            ["True Crime"] = Set(),
            ["TV & Film"] = Set("After Shows", "Film History", "Film Interviews", "Film Reviews", "TV Reviews"),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether Apple Podcasts knows the category and, if there is one, the category inside it.</summary>
    public bool IsKnown => Known.TryGetValue(Name, out var inside) && (Subcategory is null || inside.Contains(Subcategory));

    private static FrozenSet<string> Set(params ReadOnlySpan<string> names) => FrozenSet.Create(StringComparer.Ordinal, names);
}
