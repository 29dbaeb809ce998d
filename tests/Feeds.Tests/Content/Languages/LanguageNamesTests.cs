using Feeds.Content;
using Feeds.Tests.Publishing;
using Xunit;

namespace Feeds.Tests.Content.Languages;

/// <summary>The language in the name of a file or folder, and what only looks like one.</summary>
public sealed class LanguageNamesTests
{
    private const string Post = "---\ntitle: A\ndate: 2025-01-02\n---\nText.\n";

    [Theory]
    [InlineData("posts/walk.de.md", "de", "/de/posts/walk/")]
    [InlineData("posts/walk/index.fr.md", "fr", "/fr/posts/walk/")]
    [InlineData("posts/2024-03-05-walk/index.fr.md", "fr", "/fr/posts/walk/")]
    [InlineData("posts/2024-03-05-walk.ja.md", "ja", "/ja/posts/walk/")]
    [InlineData("posts/walk.pt-br.md", "pt-BR", "/pt-br/posts/walk/")]
    [InlineData("posts/walk.pt_BR.markdown", "pt-BR", "/pt_br/posts/walk/")]
    [InlineData("posts/walk.zh-Hans.md", "zh-Hans", "/zh-hans/posts/walk/")]
    [InlineData("posts/walk.zh-hant-tw.mdx", "zh-Hant-TW", "/zh-hant-tw/posts/walk/")]
    [InlineData("posts/walk.es-419.md", "es-419", "/es-419/posts/walk/")]
    [InlineData("posts/node.js.ru.md", "ru", "/ru/posts/node.js/")]
    [InlineData("posts/散歩.JA.md", "ja", "/ja/posts/散歩/")]
    [InlineData("fr/posts/walk.md", "fr", "/fr/posts/walk/")]
    [InlineData("content/ko/blog/walk/index.md", "ko", "/ko/posts/walk/")]
    [InlineData("de/_posts/2024-03-05-walk.md", "de", "/de/posts/walk/")]
    [InlineData("pt-br/posts/walk.md", "pt-BR", "/pt-br/posts/walk/")]
    [InlineData("posts/walk.en.md", "en", "/en/posts/walk/")]
    public void IsThatOfTheName(string path, string language, string address)
    {
        var reading = FolderOf.Site((path, Post));

        var post = Assert.Single(reading.Site.Posts);
        Assert.Equal((language, address), (post.Language, post.PagePath));
        Assert.Empty(reading.Diagnostics);
    }

    [Theory]
    [InlineData("posts/node.js.md", "/posts/node.js/")]
    [InlineData("posts/asp.net.md", "/posts/asp.net/")]
    [InlineData("posts/index.min.md", "/posts/index.min/")]
    [InlineData("posts/socket.io.md", "/posts/socket.io/")]
    [InlineData("posts/app.ts.md", "/posts/app.ts/")]
    [InlineData("posts/program.cs.md", "/posts/program.cs/")]
    [InlineData("posts/archive.is.md", "/posts/archive.is/")]
    [InlineData("posts/part.ii.md", "/posts/part.ii/")]
    [InlineData("posts/user.id.md", "/posts/user.id/")]
    [InlineData("posts/sony.hi-fi.md", "/posts/sony.hi-fi/")]
    [InlineData("posts/my.to-do.md", "/posts/my.to-do/")]
    [InlineData("posts/walk.xx.md", "/posts/walk.xx/")]
    [InlineData("posts/walk.de-luxe.md", "/posts/walk.de-luxe/")]
    [InlineData("posts/walk.d.md", "/posts/walk.d/")]
    [InlineData("posts/release-1.0.md", "/posts/release-1.0/")]
    [InlineData("posts/2024.md", "/posts/2024/")]
    [InlineData("posts/fr.md", "/posts/fr/")]
    [InlineData("posts/walk-fr.md", "/posts/walk-fr/")]
    [InlineData("posts/it/walk.md", "/posts/walk/")]
    [InlineData("posts/fr/walk.md", "/posts/walk/")]
    [InlineData("it/posts/walk.md", "/posts/walk/")]
    [InlineData("posts/js/walk.md", "/posts/walk/")]
    [InlineData("posts/english/walk.md", "/posts/walk/")]
    public void IsNone_WhereTheNameOnlyLooksLikeIt(string path, string address)
    {
        var reading = FolderOf.Site((path, Post));

        var post = Assert.Single(reading.Site.Posts);
        Assert.Equal((null, address), (post.Language, post.PagePath));
        Assert.Empty(reading.Diagnostics);
    }

    /// <summary>What is doubtful alone is certain beside a translation.</summary>
    [Theory]
    [InlineData("posts/walk.md posts/walk.is.md", "/is/posts/walk/ is /posts/walk/ -")]
    [InlineData("posts/walk.cs.md posts/walk.en.md", "/cs/posts/walk/ cs /en/posts/walk/ en")]
    [InlineData("posts/walk.md posts/walk.is.md posts/other.is.md", "/is/posts/other/ is /is/posts/walk/ is /posts/walk/ -")]
    [InlineData("posts/walk/index.md posts/walk/index.no.md", "/posts/walk/ - /no/posts/walk/ no")]
    [InlineData("posts/walk.md posts/it/walk.md", "/it/posts/walk/ it /posts/walk/ -")]
    [InlineData("posts/it/walk.md posts/en/other.md", "/en/posts/other/ en /it/posts/walk/ it")]
    [InlineData("posts/fr/walk.md posts/de/other.md", "/de/posts/other/ de /fr/posts/walk/ fr")]
    [InlineData("posts/fr/walk.md posts/it/walk.md", "/fr/posts/walk/ fr /it/posts/walk/ it")]
    [InlineData("blog/ja/2024/walk.md blog/2024/walk.md", "/posts/walk/ - /ja/posts/walk/ ja")]
    [InlineData("fr/posts/walk.md posts/walk.de.md posts/walk.md", "/fr/posts/walk/ fr /de/posts/walk/ de /posts/walk/ -")]
    [InlineData("posts/it/walk.md posts/cs/walk.md", "/posts/cs-walk/ - /posts/it-walk/ -")]
    [InlineData("posts/ml/intro.md posts/os/other.md posts/it/third.md", "/posts/third/ - /posts/intro/ - /posts/other/ -")]
    [InlineData("posts/it/walk.md posts/travel/walk.md", "/posts/it-walk/ - /posts/travel-walk/ -")]
    [InlineData("posts/it/index.md posts/walk/index.md posts/it/swim.md", "/posts/it/ - /posts/swim/ - /posts/walk/ -")]
    public void IsFoundByTheOtherFiles(string paths, string expected)
    {
        var reading = FolderOf.Site([.. paths.Split(' ').Select(path => (path, Post))]);

        var posts = reading.Site.Posts.OrderBy(post => post.Path, StringComparer.Ordinal);
        Assert.Equal(expected, string.Join(' ', posts.Select(post => $"{post.PagePath} {post.Language ?? "-"}")));
        Assert.Equal(reading.Site.Posts.Length, reading.Site.Posts.Select(post => reading.Site.IdentityOf(post).Id).Distinct().Count());
    }

    /// <summary>What <c>languages</c> lists is a language as the name of a folder, wherever it is.</summary>
    [Theory]
    [InlineData("_posts/fr/2025-01-02-walk.md", "/fr/posts/walk/ fr")]
    [InlineData("src/content/blog/fr/walk.md", "/fr/posts/walk/ fr")]
    [InlineData("src/fr/posts/walk.md", "/fr/posts/walk/ fr")]
    [InlineData("posts/it/walk.md", "/it/posts/walk/ it")]
    [InlineData("site/posts/pt-br/2025/walk.md", "/pt-br/posts/walk/ pt-BR")]
    [InlineData("posts/en/walk.md", "/posts/walk/ en")]
    [InlineData("i18n/fr/docusaurus-plugin-content-blog/2025-01-02-walk.md", "/fr/posts/walk/ fr")]
    [InlineData("i18n/de/docusaurus-plugin-content-blog/walk/index.md", "/de/posts/walk/ de")]
    [InlineData("web/i18n/it/docusaurus-plugin-content-blog/2025/01/02/walk.mdx", "/it/posts/walk/ it")]
    [InlineData("posts/de/walk.md", "/posts/walk/ -")]
    [InlineData("posts/fra/walk.md", "/posts/walk/ -")]
    [InlineData("posts/fr-notes/walk.md", "/posts/walk/ -")]
    [InlineData("posts/is/walk.md", "/posts/walk/ -")]
    [InlineData("i18n/posts/de/walk.md", "/posts/walk/ -")]
    [InlineData("posts/fr.md", "/posts/fr/ -")]
    public void IsListed_AsTheNameOfAFolder(string path, string expected)
    {
        var reading = FolderOf.Site(("site.yaml", FolderOf.SiteYaml + "languages: [en, fr, it, pt-BR]\nlanguage: en\n"), (path, Post));

        var post = Assert.Single(reading.Site.Posts);
        Assert.Equal(expected, $"{post.PagePath} {post.Language ?? "-"}");
        Assert.Empty(reading.Diagnostics);
    }

    /// <summary>Translations that ask for one address go into the folders of their languages.</summary>
    [Theory]
    [InlineData("a/walk.md - b/walk.md fr", "/posts/walk/ /fr/posts/walk/")]
    [InlineData("a/walk.md en b/walk.md fr c/walk.md it", "/posts/walk/ /fr/posts/walk/ /it/posts/walk/")]
    [InlineData("2025-01-02-walk.md fr sub/2025-01-02-walk.md en", "/fr/posts/walk/ /posts/walk/")]
    [InlineData("a/walk.md fr b/walk.md it", "/fr/posts/walk/ /it/posts/walk/")]
    [InlineData("a/walk.md en-GB b/walk.md fr-CA", "/posts/walk/ /fr/posts/walk/")]
    [InlineData("a/walk.md fr b/walk.md fr", "/posts/a-walk/ /posts/b-walk/")]
    [InlineData("a/walk.md - b/walk.md en", "/posts/a-walk/ /posts/b-walk/")]
    [InlineData("a/walk.md en b/walk.md fr c/walk.md fr", "/posts/a-walk/ /posts/b-walk/ /posts/c-walk/")]
    [InlineData("a/walk.md - b/walk.md de", "/posts/a-walk/ /posts/b-walk/")]
    [InlineData("a/walk.md fr b/run.md en", "/posts/walk/ /posts/run/")]
    public void TellsTranslationsApart(string posts, string expected)
    {
        var files = posts.Split(' ').Chunk(2).Select(post =>
            ($"posts/{post[0]}", post[1] == "-" ? Post : Post.Replace("title: A", $"title: A\nlang: {post[1]}", StringComparison.Ordinal))).ToArray();
        var reading = FolderOf.Site([("site.yaml", FolderOf.SiteYaml + "language: en\nlanguages: [en, fr, it]\n"), .. files]);

        Assert.Equal(expected, string.Join(' ', files.Select(file => reading.Site.Posts.Single(post => post.Path == file.Item1).PagePath)));
        Assert.Equal(expected.Contains("a-walk", StringComparison.Ordinal) ? 1 : 0, reading.Diagnostics.Length);
    }

    /// <summary>A name without its language means the translation in the language of the document, else another.</summary>
    [Theory]
    [InlineData("posts/walk.fr.md", "run.md", "/fr/posts/run/")]
    [InlineData("posts/walk.en.md", "run.md", "/posts/run/")]
    [InlineData("posts/walk.fr.md", "/posts/run.md", "/fr/posts/run/")]
    [InlineData("posts/walk.fr.md", "run.en.md", "/posts/run/")]
    [InlineData("posts/walk.it.md", "run.md", "/posts/run/")]
    [InlineData("posts/walk.fr.md", "{{< ref \"run\" >}}", "/fr/posts/run/")]
    [InlineData("posts/walk.fr.md", "{{< relref \"posts/run.md\" >}}", "/fr/posts/run/")]
    [InlineData("posts/walk.fr.md", "swim.md", "/posts/swim/")]
    [InlineData("posts/walk.fr.md", "none.md", "/fr/posts/walk/none.md")]
    [InlineData("posts/walk.fr.md", "runs.md", "/fr/posts/walk/runs.md")]
    public void LinksToTheTranslation(string path, string link, string expected)
    {
        var reading = FolderOf.Site(
            ("site.yaml", FolderOf.SiteYaml + "language: en\nlanguages: [en, fr, it]\n"),
            (path, Post.Replace("Text.", $"[x]({link})", StringComparison.Ordinal)), ("posts/run.en.md", Post), ("posts/run.fr.md", Post), ("posts/swim.md", Post));

        Assert.Contains($"href=\"https://club.example{expected}\"", reading.Site.Posts.Single(post => post.Path == path).Body.Value.Html, StringComparison.Ordinal);
    }

    /// <summary>A picture may lie beside a translation, as Hugo and Docusaurus have it.</summary>
    [Theory]
    [InlineData("content/fr/posts/walk/index.md", "a.png", "content/en/posts/walk/a.png")]
    [InlineData("content/en/posts/walk/index.md", "./a.png", "content/fr/posts/walk/a.png")]
    [InlineData("i18n/fr/docusaurus-plugin-content-blog/walk/index.md", "./img/a.png", "blog/walk/img/a.png")]
    [InlineData("posts/fr/walk.md", "../img/a.png", "img/a.png")]
    [InlineData("src/content/blog/pt-br/walk.md", "a.png", "src/content/blog/en/a.png")]
    public void FindsThePicture_OfATranslation(string path, string written, string file)
    {
        var reading = FolderOf.Site(
            ("site.yaml", FolderOf.SiteYaml + "language: en\nlanguages: [en, fr, pt-BR]\n"), (path, Post.Replace("Text.", $"![]({written})", StringComparison.Ordinal)));

        var reference = Assert.Single(Assert.Single(reading.Site.Posts).Body.Files);
        Assert.Contains(file, reference.Candidates);
        // Its own comes first.
        Assert.NotEqual(file, reference.Candidates[0]);
    }

    [Theory]
    [InlineData("posts/walk.fr.md", "a.png")]
    [InlineData("content/fr/posts/walk.md", "/a.png")]
    [InlineData("posts/it/walk.md", "a.png")]
    [InlineData("content/fr/posts/walk.md", "https://c.example/a.png")]
    [InlineData("posts/walk.md", "a.png")]
    public void LooksForAPictureElsewhere_OnlyInFoldersOfLanguages(string path, string written)
    {
        var reading = FolderOf.Site(
            ("site.yaml", FolderOf.SiteYaml + "language: en\nlanguages: [en, fr]\n"), (path, Post.Replace("Text.", $"![]({written})", StringComparison.Ordinal)));

        Assert.DoesNotContain(Assert.Single(reading.Site.Posts).Body.Files.SelectMany(reference => reference.Candidates), candidate => candidate.Contains("/en/", StringComparison.Ordinal));
    }

    /// <summary>The language of the site has no folder, unless the document without a language is there too.</summary>
    [Theory]
    [InlineData("en", "posts/walk.en.md posts/walk.fr.md", "/posts/walk/ en /fr/posts/walk/ fr")]
    [InlineData("en-AU", "posts/walk.en.md posts/walk.fr.md", "/posts/walk/ en-AU /fr/posts/walk/ fr")]
    [InlineData("en-AU", "posts/walk.en-gb.md", "/en-gb/posts/walk/ en-GB")]
    [InlineData("pt-BR", "posts/walk.pt-br.md", "/posts/walk/ pt-BR")]
    [InlineData("en", "en/posts/walk.md de/posts/walk.md", "/de/posts/walk/ de /posts/walk/ en")]
    [InlineData("en", "posts/walk.md posts/walk.en.md", "/en/posts/walk/ en /posts/walk/ -")]
    [InlineData("is", "posts/walk.is.md", "/posts/walk/ is")]
    public void HasNoFolder_ForTheLanguageOfTheSite(string site, string paths, string expected)
    {
        var settings = ("site.yaml", FolderOf.SiteYaml + $"language: {site}\n");
        var reading = FolderOf.Site([settings, .. paths.Split(' ').Select(path => (path, Post))]);

        var posts = reading.Site.Posts.OrderBy(post => post.Path, StringComparer.Ordinal);
        Assert.Equal(expected, string.Join(' ', posts.Select(post => $"{post.PagePath} {post.Language ?? "-"}")));
        // For some of these languages there are no words.
        Assert.Empty(reading.Diagnostics.Where(diagnostic => !diagnostic.Message.Contains("no words", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("lang: it", "it")]
    [InlineData("language: pt_BR", "pt-BR")]
    [InlineData("locale: en_US.UTF-8", "en-US")]
    [InlineData("lang: [de]", "de")]
    [InlineData("lang: ''", "fr")]
    public void IsThatOfFrontMatter_WhereItNamesOne(string line, string language)
    {
        var reading = FolderOf.Site(("posts/walk.fr.md", $"---\ntitle: A\ndate: 2025-01-02\n{line}\n---\n"));

        Assert.Equal(language, Assert.Single(reading.Site.Posts).Language);
        Assert.Empty(reading.Diagnostics);
    }

    [Fact]
    public void WarnsOfFrontMatter_ThatNamesNoLanguage()
    {
        var reading = FolderOf.Site(("posts/walk.fr.md", "---\ntitle: A\ndate: 2025-01-02\nlang: English\n---\n"));

        Assert.Equal("fr", Assert.Single(reading.Site.Posts).Language);
        Assert.Equal(
            "posts/walk.fr.md:4: warning: 'lang' (English) is not the tag of a language; write one such as 'en' or 'en-AU'",
            Assert.Single(reading.Diagnostics).ToString());
    }

    [Theory]
    [InlineData("posts/_index.fr.md", false)]
    [InlineData("_index.fr.md", false)]
    [InlineData("posts/README.de.md", false)]
    [InlineData("posts/index.fr.md", false)]
    [InlineData("fr/posts/_index.md", false)]
    [InlineData("fr/posts/index.md", false)]
    [InlineData("posts/_draft.fr.md", false)]
    [InlineData("posts/walk.fr.md", true)]
    [InlineData("fr/posts/walk.md", true)]
    public void DecidesWithoutTheLanguage_WhatAFileIs(string path, bool isPost)
    {
        var reading = FolderOf.Site((path, "---\ntitle: A\n---\nText.\n"), ("fr/posts/2025-01-02-x.md", Post));

        // A post without a date.
        Assert.Equal(isPost ? DocumentOutcome.Unread : DocumentOutcome.Page, reading.Documents[path].Outcome);
    }

    [Theory]
    [InlineData("https://club.example/blog/posts/{slug}/", "https://club.example/blog/fr/posts/walk/")]
    [InlineData("https://elsewhere.example/{slug}", "https://elsewhere.example/fr/walk")]
    [InlineData("/{year}/{slug}.html", "https://club.example/blog/fr/2025/walk.html")]
    [InlineData("/{path}/", "https://club.example/blog/fr/posts/walk/")]
    public void GoesIntoTheFolderOfTheLanguage_OfAnyTemplate(string template, string link)
    {
        var yaml = $"title: A\nurl: https://club.example/blog/\ntimezone: UTC\nposts: {{ permalink: \"{template}\" }}\n";
        foreach (var path in (string[])["posts/walk.fr.md", "fr/posts/walk.md"])
        {
            var reading = FolderOf.Site((path, Post), ("site.yaml", yaml));

            Assert.Equal(link, Assert.Single(reading.Site.Posts).Link.AbsoluteUri);
        }
    }

    [Fact]
    public void IsReadAgain_WhenAnotherFileShowsTheLanguage()
    {
        var alone = FolderOf.Site(("posts/walk.is.md", Post));
        var both = FolderOf.Again(alone, ("posts/walk.is.md", Post), ("posts/walk.md", Post));

        Assert.Null(Assert.Single(alone.Site.Posts).Language);
        Assert.Equal(["-", "is"], both.Site.Posts.Select(post => post.Language ?? "-").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void IsThatOfAnEvent_AndOfAPage()
    {
        const string Event = "---\ntitle: Walk\nstart: 2027-03-18 18:30\nlocation: Mill\n---\n";
        var reading = FolderOf.Site(
            ("events/walk.de.md", Event),
            ("events/2027-03-18-run.fr.yaml", "title: Run\nlocation: Mill\n"),
            ("about.fr.md", "---\ntitle: A\ntype: page\n---\n"),
            ("docs/de/rules.md", "---\ntitle: A\ntype: page\n---\n"),
            ("docs/fr/rules.md", "---\ntitle: A\ntype: page\n---\n"));

        Assert.Equal(
            ["/fr/events/run/ /fr/events/run.ics fr", "/de/events/walk/ /de/events/walk.ics de"],
            reading.Site.Events.Select(@event => $"{@event.PagePath} {@event.CalendarPath} {@event.Language}"));
        Assert.Equal(
            ["/fr/about/ fr", "/docs/de/rules/ de", "/docs/fr/rules/ fr"],
            reading.Site.Pages.Select(page => $"{page.PagePath} {page.Language}"));
    }

    [Fact]
    public void IsInEveryOutput_ThatHasOne()
    {
        var published = FolderOf.Published(
            "2025-02-01T00:00:00Z",
            ("site.yaml", FolderOf.SiteYaml + "language: en\n"),
            ("posts/walk.fr.md", Post),
            ("posts/walk.en.md", Post),
            ("events/run.de.md", "---\ntitle: Run\nstart: 2027-03-18 18:30\npublishedAt: 2025-01-02\nlocation: Mill\n---\n"));

        Assert.Single(published.Text("/atom.xml").Split("<entry xml:lang=\"fr\"").Skip(1));
        Assert.Single(published.Text("/feed.json").Split("\"language\": \"fr\"").Skip(1));
        Assert.Single(published.Text("/rss.xml").Split("<dc:language>fr</dc:language>").Skip(1));
        Assert.Contains("<entry xml:lang=\"de\"", published.Text("/events/atom.xml"), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"fr\"", published.Text("/fr/posts/walk/"), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\"", published.Text("/posts/walk/"), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"de\"", published.Text("/de/events/run/"), StringComparison.Ordinal);
    }
}
