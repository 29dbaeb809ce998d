using System.Collections.Immutable;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Pages;
using Feeds.Pages.Posts;
using NodaTime;

namespace Feeds.Publishing.Html;

/// <summary>Renders the pages that are neither posts nor events.</summary>
internal static class ContentPages
{
    public static IEnumerable<RenderPlan> Render(SiteSnapshot site) => site.Pages.Select(page => PageOf(page, site));

    private static RenderPlan PageOf(ContentPage page, SiteSnapshot site)
    {
        var settings = site.Settings;
        var files = SiteFiles.Of(page.Body.Files, site);
        var translations = site.TranslationsOf(page.Path);
        ImmutableArray<object?> key = [settings, page, .. translations, .. files.Values];
        return new RenderPlan(page.PagePath, MediaType.Html, page.Revised ?? Instant.MinValue, key, () => Page.Render<DocumentPage>(new()
        {
            [nameof(DocumentPage.Settings)] = settings,
            [nameof(DocumentPage.Document)] = page,
            [nameof(DocumentPage.Translations)] = translations,
            [nameof(DocumentPage.Body)] = new PageBody(settings, files).Html(page.Body.Value, page.Title),
        }))
        {
            // The lock has no history of it.
            Scope = ChangeScope.File,
            Translations = translations,
        };
    }
}
