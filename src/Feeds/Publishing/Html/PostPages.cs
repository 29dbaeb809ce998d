using System.Collections.Immutable;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Pages;
using Feeds.Pages.Posts;

namespace Feeds.Publishing.Html;

/// <summary>Renders the pages of posts.</summary>
internal static class PostPages
{
    public static IEnumerable<RenderPlan> Render(SiteSnapshot site)
    {
        var posts = site.Posts;
        for (var index = 0; index < posts.Length; index++)
        {
            if (posts[index].PagePath is null) continue;
            yield return PageOf(posts[index], posts.ElementAtOrDefault(index + 1), posts.ElementAtOrDefault(index - 1), site);
        }
    }

    private static RenderPlan PageOf(Post post, Post? older, Post? newer, SiteSnapshot site)
    {
        var settings = site.Settings;
        // The page names the adjacent posts, and so changes with them.
        var changed = new[] { post, older, newer }.OfType<Post>().Max(site.ChangedOf);
        var files = SiteFiles.Of(post.Files.Concat(post.Body.Files), site);
        var (updated, before, after) = (site.UpdatedOf(post), LinkTo(older, settings), LinkTo(newer, settings));
        var translations = site.TranslationsOf(post.Path);
        ImmutableArray<object?> key = [settings, post, updated, before, after, .. translations, .. files.Values];
        var body = new PageBody(settings, files);
        return new RenderPlan(post.PagePath!, MediaType.Html, changed, key, () => Page.Render<PostPage>(new()
        {
            [nameof(PostPage.Settings)] = settings,
            [nameof(PostPage.Post)] = post,
            [nameof(PostPage.Updated)] = updated,
            [nameof(PostPage.Lead)] = body.Lead(post.Image, post.Body.Value),
            [nameof(PostPage.Body)] = body.Html(post.Body.Value, post.Title),
            [nameof(PostPage.Before)] = before,
            [nameof(PostPage.After)] = after,
            [nameof(PostPage.Translations)] = translations,
        }))
        {
            Translations = translations,
        };
    }

    private static AdjacentPage? LinkTo(Post? post, SiteSettings settings) =>
        post is null ? null : new(post.Title, settings.Href(post.Link));
}
