using System.Collections.Immutable;
using Feeds.Model;
using Feeds.Pages;
using Feeds.Pages.Posts;
using NodaTime;

namespace Feeds.Publishing.Html;

/// <summary>The pages of the posts of a site, and what is needed to know them again.</summary>
internal sealed class PostPages
{
    private readonly SiteSettings settings;
    private readonly Dictionary<string, PostPage> byPath;

    /// <param name="previous">The pages before: that of a post that is as it was, between neighbours that are as they were, need not be made again.</param>
    public PostPages(SiteSnapshot site, PostPages? previous)
    {
        settings = site.Settings;
        var before = previous?.settings == settings ? previous.byPath : null;
        var posts = site.Posts;
        byPath = new Dictionary<string, PostPage>(posts.Length, StringComparer.Ordinal);
        for (var index = 0; index < posts.Length; index++)
        {
            if (posts[index].PagePath is null) continue;
            var older = index + 1 < posts.Length ? posts[index + 1] : null;
            var newer = index > 0 ? posts[index - 1] : null;
            byPath[posts[index].Path] = PageOf(posts[index], older, newer, site, before?.GetValueOrDefault(posts[index].Path));
        }
    }

    /// <summary>In the order of the posts.</summary>
    public IEnumerable<RenderPlan> Renderings => byPath.Values.Select(page => page.Rendering);

    private static PostPage PageOf(Post post, Post? older, Post? newer, SiteSnapshot site, PostPage? before)
    {
        // It names the posts beside it, and so changes with them.
        var changed = Instant.Max(site.ChangedOf(post), Instant.Max(ChangedOf(older), ChangedOf(newer)));
        var isSame = before is not null && ReferenceEquals(before.Post, post) && ReferenceEquals(before.Older, older) && ReferenceEquals(before.Newer, newer) && post.Body.Files.IsEmpty;
        if (isSame) return before!.Rendering.Dated == changed ? before : before with { Rendering = before.Rendering with { Dated = changed } };
        return new PostPage(post, older, newer, RenderingOf(post, older, newer, changed, SiteFiles.Of(post.Body.Files, site), site.Settings));

        Instant ChangedOf(Post? beside) => beside is null ? Instant.MinValue : site.ChangedOf(beside);
    }

    private static RenderPlan RenderingOf(Post post, Post? older, Post? newer, Instant changed, Dictionary<string, SiteFile> files, SiteSettings settings)
    {
        var (before, after) = (Beside(older, settings), Beside(newer, settings));
        return new RenderPlan(post.PagePath!, MediaType.Html, changed, [settings, post, before, after, .. files.Values], () => Page.Render<Pages.Posts.PostPage>(new()
        {
            [nameof(Pages.Posts.PostPage.Settings)] = settings,
            [nameof(Pages.Posts.PostPage.Post)] = post,
            [nameof(Pages.Posts.PostPage.Body)] = new PageBody(settings, files).Html(post.Body.Value, post.Title),
            [nameof(Pages.Posts.PostPage.Before)] = before,
            [nameof(Pages.Posts.PostPage.After)] = after,
        }));
    }

    private static AdjacentPage? Beside(Post? post, SiteSettings settings) => post is null ? null : new(post.Title, settings.Href(post.Link));

    private sealed record PostPage(Post Post, Post? Older, Post? Newer, RenderPlan Rendering);
}
