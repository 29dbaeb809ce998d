using System.Globalization;
using Feeds.Content.Events;
using Feeds.Content.FrontMatter;
using Feeds.Content.Languages;
using Feeds.Content.Markdown;
using Feeds.Content.Names;
using Feeds.Model;
using Feeds.Model.Names;

namespace Feeds.Content;

/// <summary>Reads a file as a page.</summary>
internal static class PageReader
{
    private const string Template = "/{path}/";

    /// <returns>Null when its page is elsewhere.</returns>
    public static ContentPage? Read(
        Source source, FrontMatterFields front, FrontMatterBlock block, DocumentContext context, DiagnosticBag report)
    {
        var (path, settings) = (context.File.Path, context.Settings);
        var name = DocumentName.Of(context.Name, front);
        if (front.Text(FieldNames.Slug) is not null) name = name with { Path = name.Path[..(name.Path.LastIndexOf('/') + 1)] + name.Slug };
        var address = Permalink.Of(settings, Template, Template, front.FindText(FieldNames.Permalink), name, date: default, report);
        if (address.PagePath is not { } wanted || !context.HasPage) return null;
        address = address.At(context.Placed, settings);
        if (front.FindWritten(FieldNames.Navigation) is { } field && Position(front) is null && !field.IsFalse())
            report.Warning(field, $"is neither true nor a number, so the page is not in the navigation; write '{field.Key}: 1'");
        var links = context.Links(address.Link);
        var image = DocumentImage.Read(front, links, report);
        var language = DocumentLanguage.Read(front, context.Name, report);
        return new ContentPage
        {
            Path = path,
            Title = DocumentTitle.Read(front, block, name, report),
            Link = address.Link,
            PagePath = address.PagePath!,
            Position = Position(front),
            Summary = front.Text(FieldNames.Summary) is { } summary ? MarkdownBody.OneLine(summary) : null,
            Image = image,
            Files = links.Files,
            TranslationKey = DocumentLanguage.TranslationKey(front, context.Name),
            Language = language,
            Revised = front.FindText(FieldNames.Updated) is { } updated ? ZonedTime.Read(updated, settings, report)?.ToInstant() : null,
            Appears = context.Schedule.Published?.ToInstant(),
            Expires = context.Schedule.Expires,
            Source = source,
            Wanted = new WantedNames(new Placement(wanted, Calendar: null), NameDate: null, Id: null)
            {
                Folder = DocumentLanguage.FolderOf(language, settings),
            },
            Body = context.Body(block, address.Link),
        };
    }

    /// <summary>The position in the navigation, after those with a number for true; null for none.</summary>
    public static int? Position(FrontMatterFields front)
    {
        if (front.Find(FieldNames.Navigation) is not { } field) return null;
        if (int.TryParse(field.Text(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var position)) return position;
        return field.IsTrue() ? int.MaxValue : null;
    }
}
