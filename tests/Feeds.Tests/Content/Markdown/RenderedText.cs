using Feeds.Content;
using Feeds.Content.Markdown;
using Feeds.Model;

namespace Feeds.Tests.Content.Markdown;

/// <summary>Renders Markdown as the body of a post on a site with one note, <c>note</c>.</summary>
internal static class RenderedText
{
    public static string Html(string markdown, string path = "posts/a.md") => Of(markdown, path).Html.Replace("\n", "", StringComparison.Ordinal);

    public static Body Of(string markdown, string path = "posts/a.md")
    {
        var report = new DiagnosticBag(path);
        var expanded = ShortcodeExpander.Expand(ObsidianComments.Remove(markdown, 1, path, report), 1, path, report);
        var settings = new SiteSettings { Title = "C", Url = new Uri("https://c.example/") };
        return MarkdownBody.Render(expanded, new LinkResolver(path, new Uri("https://c.example/p/"), settings, _ => null)
        {
            Note = name => name is "note" ? new Uri("https://c.example/note/") : null,
        });
    }
}
