using System.Collections.Immutable;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Pages;
using Feeds.Pages.Posts;
using NodaTime;

namespace Feeds.Publishing.Html;

/// <summary>Renders the pages of posts.</summary>
internal static class PostPages
{
    public static IEnumerable<RenderPlan> Render(SiteSnapshot site)
    {
        var (posts, settings) = (site.Posts, site.Settings);
        if (posts.All(post => post.PagePath is null)) yield break;
        var links = posts.Select(post => new AdjacentPage(post.Title, settings.Href(post.Link))).ToArray();
        var changed = posts.Select(site.ChangedOf).ToArray();
        for (var index = 0; index < posts.Length; index++)
        {
            if (posts[index].PagePath is null) continue;
            // The page names the adjacent posts, and so changes with them.
            var (older, newer) = (Math.Min(index + 1, posts.Length - 1), Math.Max(index - 1, 0));
            var newest = Instant.Max(changed[index], Instant.Max(changed[older], changed[newer]));
            yield return PageOf(posts[index], older == index ? null : links[older], newer == index ? null : links[newer], newest, site);
        }
    }

    private static RenderPlan PageOf(Post post, AdjacentPage? before, AdjacentPage? after, Instant changed, SiteSnapshot site)
    {
        var settings = site.Settings;
        var files = SiteFiles.Of([.. post.Files, .. post.Body.Files], site);
        var updated = site.UpdatedOf(post);
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
}
