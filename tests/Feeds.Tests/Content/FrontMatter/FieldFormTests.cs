using Xunit;

namespace Feeds.Tests.Content.FrontMatter;

/// <summary>Values that authors write in other forms: nested tags, tags that YAML takes for comments, lists of dates.</summary>
public sealed class FieldFormTests
{
    [Theory]
    [InlineData("tags: [[a, b], c]", "a b c")]
    [InlineData("tags:\n  - [a, [b]]\n  - c", "a b c")]
    [InlineData("tags:\n  - - a\n    - b\n  - c", "a b c")]
    [InlineData("tags: [[[a]]]", "a")]
    [InlineData("tags: [[], a]", "a")]
    [InlineData("tags: [[{ name: a }], { name: b }]", "a b")]
    [InlineData("tags: [[a, A], a]", "a")]
    [InlineData("keywords: [[a], [b]]", "a b")]
    [InlineData("taxonomies: { tags: [[a], b] }", "a b")]
    [InlineData("tags: [[1, 2], 3]", "1 2 3")]
    public void ReadsTags_InListsOfLists(string lines, string tags)
    {
        var reading = FolderOf.Site(("posts/2025-01-02-a.md", $"---\ntitle: A\n{lines}\n---\n"));

        Assert.Equal(tags, string.Join(' ', Assert.Single(reading.Site.Posts).Tags));
        Assert.Empty(reading.Diagnostics);
    }

    [Fact]
    public void ReadsTags_InListsOfListsOfToml()
    {
        var reading = FolderOf.Site(("posts/2025-01-02-a.md", "+++\ntitle = \"A\"\ntags = [[\"a\"], \"b\"]\n+++\n"));

        Assert.Equal(["a", "b"], Assert.Single(reading.Site.Posts).Tags);
    }

    [Theory]
    [InlineData("tags:\n  - #kites\n  - b", 4, "#kites", "b")]
    [InlineData("tags:\n- #kites", 4, "#kites", "")]
    [InlineData("tags: #kites", 3, "#kites", "")]
    [InlineData("tags: #kites #b", 3, "#kites", "")]
    [InlineData("tags: a #kites", 3, "#kites", "a")]
    [InlineData("tags: [a, b] #kites", 3, "#kites", "a b")]
    [InlineData("keywords:\n  - a\n  - #kites\n", 5, "#kites", "a")]
    [InlineData("Tags:\n  - a #kites\n", 4, "#kites", "a")]
    [InlineData("tags:\n  - #凧\n  - b", 4, "#凧", "b")]
    [InlineData("tags:\n  -   #1\n  - b", 4, "#1", "b")]
    public void WarnsOfATag_ThatYamlTakesForAComment(string lines, int line, string lost, string tags)
    {
        var reading = FolderOf.Site(("posts/2025-01-02-a.md", $"---\ntitle: A\n{lines}\ndraft: false\n---\n"));

        Assert.Equal(tags, string.Join(' ', Assert.Single(reading.Site.Posts).Tags));
        Assert.Equal(
            FormattableString.Invariant($"posts/2025-01-02-a.md:{line}: warning: YAML takes '{lost}' for a comment, so that tag is lost; write: \"{lost}\""),
            Assert.Single(reading.Diagnostics).ToString());
    }

    [Theory]
    [InlineData("tags: # none yet")]
    [InlineData("tags: # none yet\n  - b")]
    [InlineData("tags:\n  - b # a comment")]
    [InlineData("tags:\n  #- kites\n  - b")]
    [InlineData("tags:\n  # kites\n  - b")]
    [InlineData("tags:\n  - \"#kites\"")]
    [InlineData("tags: ['#kites', b]")]
    [InlineData("tags: [\"a #b\"]")]
    [InlineData("tags:\n  - C#\n  - F#")]
    [InlineData("tags: [a] # the rest")]
    [InlineData("tags: [a]\n#draft: true")]
    [InlineData("other:\n  - #kites\n  - b")]
    public void SaysNothing_OfOtherComments(string lines)
    {
        var reading = FolderOf.Site(("posts/2025-01-02-a.md", $"---\ntitle: A\n{lines}\n---\n"));

        Assert.Single(reading.Site.Posts);
        Assert.Empty(reading.Diagnostics);
    }

    [Theory]
    [InlineData("date: [2025-01-02]")]
    [InlineData("date:\n  - 2025-01-02")]
    [InlineData("date: { published: 2025-01-02 }")]
    [InlineData("date: { published: 2025-01-02, updated: 2025-02-03 }")]
    [InlineData("date: { created: 2025-01-02 }")]
    public void ReadsADate_InAListOrAMap(string line)
    {
        var reading = FolderOf.Site(("posts/a.md", $"---\ntitle: A\n{line}\n---\n"));

        Assert.Equal(new NodaTime.LocalDate(2025, 1, 2), Assert.Single(reading.Site.Posts).Published.Date);
        Assert.Empty(reading.Diagnostics);
    }

    [Theory]
    [InlineData("date: [2025-01-02, 2025-02-03]", "date")]
    [InlineData("date: { other: 2025-01-02 }", "date")]
    [InlineData("created: [2025-01-02, 2025-02-03]", "created")]
    public void AsksForOneDate_WhereThereAreSeveral(string line, string key)
    {
        var reading = FolderOf.Site(("posts/a.md", $"---\ntitle: A\n{line}\n---\n"));

        Assert.Empty(reading.Site.Posts);
        Assert.Equal(
            $"posts/a.md:3: error: '{key}' holds a list or a map; write one date, as in '{key}: 2024-02-21'",
            Assert.Single(reading.Diagnostics).ToString());
    }
}
