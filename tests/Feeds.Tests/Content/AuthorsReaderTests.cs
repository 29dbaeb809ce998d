using Feeds.Model;
using Xunit;

namespace Feeds.Tests.Content;

public sealed class AuthorsReaderTests
{
    private const string People = "ann:\n  name: Ann Berg\n  email: ann@club.example\n  url: https://ann.example/\nbea: Bea Holm\nbad:\n  age: 3\n";

    [Theory]
    [InlineData("author: Cy Dahl", "Cy Dahl")]
    [InlineData("authors: [Cy Dahl, Di Lund]", "Cy Dahl; Di Lund")]
    [InlineData("by: Cy Dahl", "Cy Dahl")]
    [InlineData("author: Cy Dahl, Gardener", "Cy Dahl, Gardener")]
    [InlineData("author: Cy Dahl <cy@club.example>", "Cy Dahl <cy@club.example>")]
    [InlineData("author: Cy Dahl <nowhere>", "Cy Dahl <nowhere>")]
    [InlineData("author: { name: Cy Dahl, email: cy@club.example, url: https://cy.example/ }", "Cy Dahl <cy@club.example> https://cy.example/")]
    [InlineData("author: { name: Cy Dahl, email: nowhere, url: nowhere }", "Cy Dahl")]
    [InlineData("author: { email: cy@club.example }", "")]
    [InlineData("author: ann", "Ann Berg <ann@club.example> https://ann.example/")]
    [InlineData("authors: [ann, bea, Cy]", "Ann Berg <ann@club.example> https://ann.example/; Bea Holm; Cy")]
    [InlineData("authors: [Cy, Cy, ~]", "Cy")]
    [InlineData("authors:\n  - name: Cy Dahl\n    title: Gardener", "Cy Dahl")]
    [InlineData("author: Fish &amp; Sons", "Fish & Sons")]
    [InlineData("author: ''", "")]
    public void ReadsPeople_InEveryForm(string lines, string expected)
    {
        var reading = FolderOf.Site(("authors.yml", People), ("posts/2025-01-02-a.md", $"---\ntitle: A\n{lines}\n---\n"));

        Assert.Equal(expected, string.Join("; ", Assert.Single(reading.Site.Posts).Authors.Select(Shown)));
        Assert.Equal(["authors.yml:6: warning: 'bad' has no 'name:'"], reading.Diagnostics.Select(diagnostic => diagnostic.ToString()));
    }

    private static string Shown(Person person) => person.Name + (person.Email is null ? "" : $" <{person.Email}>") + (person.Url is null ? "" : $" {person.Url}");
}
