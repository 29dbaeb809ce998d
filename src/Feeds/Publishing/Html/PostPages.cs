using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Pages;
using Feeds.Pages.Posts;

namespace Feeds.Publishing.Html;

/// <summary>The pages of the posts of a site.</summary>
internal static class PostPages
{
    /// <summary>In the order of the posts.</summary>
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
        // It names the posts beside it, and so changes with them.
        var changed = new[] { post, older, newer }.OfType<Post>().Max(site.ChangedOf);
        var files = SiteFiles.Of(post.Body.Files, site);
        var (updated, before, after) = (site.UpdatedOf(post), Beside(older, settings), Beside(newer, settings));
        return new RenderPlan(post.PagePath!, MediaType.Html, changed, [settings, post, updated, before, after, .. files.Values], () => Page.Render<PostPage>(new()
        {
            [nameof(PostPage.Settings)] = settings,
            [nameof(PostPage.Post)] = post,
            [nameof(PostPage.Updated)] = updated,
            [nameof(PostPage.Body)] = new PageBody(settings, files).Html(post.Body.Value, post.Title),
            [nameof(PostPage.Before)] = before,
            [nameof(PostPage.After)] = after,
        }));
    }

    private static AdjacentPage? Beside(Post? post, SiteSettings settings) => post is null ? null : new(post.Title, settings.Href(post.Link));
}
