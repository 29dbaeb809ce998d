using System.Globalization;
using Feeds.Content;
using Xunit;

namespace Feeds.Tests.Content;

/// <summary>Mistakes of one kind, shown together where there are many.</summary>
public sealed class DiagnosticGroupTests
{
    [Theory]
    [InlineData(3, "posts/0.md:3", "posts/1.md:3", "posts/2.md:3")]
    [InlineData(4, "posts/0.md:3 (and 3 more like this: posts/1.md:3, posts/2.md:3, …)")]
    public void AreOneLine_WhereThereAreMoreThanThree(int count, params string[] lines)
    {
        var posts = Enumerable.Range(0, count).Select(number => (
            Path: string.Create(CultureInfo.InvariantCulture, $"posts/{number}.md"),
            Text: string.Create(CultureInfo.InvariantCulture, $"---\ntitle: A\ndate: 2026-13-0{number}\n---\nText.\n")));
        var groups = DiagnosticGroup.Of(FolderOf.Site([.. posts]).Diagnostics);

        Assert.Equal(lines, groups.Select(group => group.First.Place + group.More));
    }

    [Theory]
    [InlineData("strat: 2027-02-10T18:30\ndate: 2027-02-10T18:30\nend: 20:00", "events/a.md:3: warning: 'strat' is unknown; did you mean 'start'?")]
    [InlineData("start: 2027-02-10T18:30\nend: 20:00\nlocaton: Mill", "events/a.md:5: warning: 'locaton' is unknown; did you mean 'location'?")]
    [InlineData("start: 2027-02-10T18:30\nend: 20:00\nlocation: Mill\nplaces: 3", null)]
    public void AskWhatWasMeant_WhenANameIsMistyped(string front, string? line) =>
        Assert.Equal(line is null ? [] : [line], FolderOf.Site(("events/a.md", $"---\ntitle: A\n{front}\n---\nText.\n")).Diagnostics.Select(diagnostic => diagnostic.ToString()));
}
