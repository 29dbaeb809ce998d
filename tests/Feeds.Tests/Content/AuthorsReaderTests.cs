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
    [InlineData("author: { given: Cy, family: Dahl }", "Cy Dahl")]
    [InlineData("author: { family: Dahl, given: Cy, email: cy@club.example }", "Cy Dahl <cy@club.example>")]
    [InlineData("author: { family: Dahl }", "Dahl")]
    [InlineData("author: { firstName: Cy, lastName: Dahl }", "Cy Dahl")]
    [InlineData("author: { first_name: Cy, last_name: Dahl }", "Cy Dahl")]
    [InlineData("authors:\n  - name: { given: Cy, family: Dahl }\n    url: https://cy.example/", "Cy Dahl https://cy.example/")]
    [InlineData("authors:\n  - given: Cy\n    family: Dahl\n  - given: Di\n    family: Lund", "Cy Dahl; Di Lund")]
    [InlineData("author: { literal: The Mill }", "The Mill")]
    [InlineData("author: { name: Cy, family: Dahl }", "Cy")]
    [InlineData("author: { given: Cy, title: Gardener }", "Cy")]
    [InlineData("author: { given: '', family: '' }", "")]
    [InlineData("author: Cy Dahl <cy@club.example> (https://cy.example)", "Cy Dahl <cy@club.example> https://cy.example/")]
    [InlineData("author: Cy Dahl (https://cy.example)", "Cy Dahl https://cy.example/")]
    [InlineData("authors:\n  - Cy Dahl <cy@club.example> (https://cy.example)\n  - Di", "Cy Dahl <cy@club.example> https://cy.example/; Di")]
    [InlineData("author: '[Cy Dahl](https://cy.example)'", "Cy Dahl https://cy.example/")]
    [InlineData("author: '[[Cy Dahl]]'", "Cy Dahl")]
    [InlineData("authors: ['[[people/cy|Cy Dahl]]', Di]", "Cy Dahl; Di")]
    [InlineData("author: '[Cy Dahl]'", "[Cy Dahl]")]
    [InlineData("taxonomies: { authors: [Cy, Di] }", "Cy; Di")]
    [InlineData("extra: { author: Cy }", "Cy")]
    [InlineData("author: Cy Dahl (the gardener)", "Cy Dahl (the gardener)")]
    [InlineData("author: Cy Dahl <cy@club.example> (gardener)", "Cy Dahl <cy@club.example> (gardener)")]
    [InlineData("author: Cy (https://cy.example) Dahl", "Cy (https://cy.example) Dahl")]
    [InlineData("author: <cy@club.example>", "<cy@club.example>")]
    public void ReadsPeople_InEveryForm(string lines, string expected)
    {
        var reading = FolderOf.Site(("authors.yml", People), ("posts/2025-01-02-a.md", $"---\ntitle: A\n{lines}\n---\n"));

        Assert.Equal(expected, string.Join("; ", Assert.Single(reading.Site.Posts).Authors.Select(Shown)));
        Assert.Equal(["authors.yml:6: warning: 'bad' has no 'name:'"], reading.Diagnostics.Select(diagnostic => diagnostic.ToString()));
    }

    private static string Shown(Person person) => person.Name + (person.Email is null ? "" : $" <{person.Email}>") + (person.Url is null ? "" : $" {person.Url}");
}
