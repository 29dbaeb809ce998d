using System.Collections.Immutable;
using Feeds.Content.Events;
using Feeds.Content.FrontMatter;
using Feeds.Content.Languages;
using Feeds.Content.Markdown;
using Feeds.Content.Names;
using Feeds.Content.Settings;
using Feeds.Content.Visibility;
using Feeds.Model;
using Feeds.Model.Names;
using Feeds.Text;
using NodaTime;

namespace Feeds.Content;

/// <summary>Reads a file as a post.</summary>
internal static class PostReader
{
    /// <summary>In Quarto the date of the file, which says nothing about the text.</summary>
    private const string LastModified = "last-modified";

    public static Post? Read(Source source, FrontMatterFields front, FrontMatterBlock block, DocumentContext context, DiagnosticBag report)
    {
        var (path, settings) = (context.File.Path, context.Settings);
        var name = DocumentName.Of(context.Name, front);
        if (Published(front, name, context, report) is not { } published) return null;
        var (templates, own) = (settings.Posts, front.FindText(FieldNames.Permalink));
        var address = Permalink.Of(settings, templates.Permalink, templates.PagePermalink, own, name, published.Date, report);
        if (!context.HasPage) address = address with { PagePath = null };
        var id = front.Text(FieldNames.Id) is { } written ? Identifiers.Written(settings.IdentityUrl, published.Year, written) : null;
        var language = DocumentLanguage.Read(front, context.Name, report);
        var wanted = new WantedNames(new Placement(address.PagePath, Calendar: null), name.Date, id)
        {
            Folder = DocumentLanguage.FolderOf(language, settings),
        };
        address = address.At(context.Placed, settings);
        var mediaFolder = front.Text(FieldNames.MediaFolder);
        var links = context.Links(address.Link, mediaFolder);
        var image = DocumentImage.Read(front, links, report);
        var recording = RecordingReader.Read(front, links, report);
        return new Post
        {
            Path = path,
            Title = DocumentTitle.Read(front, block, name, report),
            Link = WebAddress.Read(front.Text(FieldNames.Canonical)) ?? address.Link,
            PagePath = address.PagePath,
            Wanted = wanted,
            Published = published,
            Revised = front.FindText(FieldNames.Updated) is { } updated && updated.Text() is not LastModified
                ? ZonedTime.Read(updated, settings, report)
                : null,
            Expires = context.Schedule.Expires,
            IsFeatured = front.IsTrue(FieldNames.Featured),
            Authors = AuthorsReader.Read(front, settings),
            Categories = Words(front, FieldNames.Categories, settings),
            Tags = Words(front, FieldNames.Tags, settings),
            Summary = front.Text(FieldNames.Summary) is { } summary ? MarkdownBody.OneLine(summary) : null,
            Image = image,
            Recording = recording,
            Episode = recording is null ? null : RecordingReader.ReadEpisode(front, links, report),
            Files = links.Files,
            TranslationKey = DocumentLanguage.TranslationKey(front, context.Name),
            Language = language,
            Source = source,
            Body = context.Body(block, address.Link, mediaFolder),
        };
    }

    /// <summary>The field that dates a post; <c>published: true</c> does not.</summary>
    public static Field? DateField(FrontMatterFields front) =>
        front.All(VisibilityKeys.Published.Contains)
            .Select(named => named.Field)
            .FirstOrDefault(field => field.Text() is { Length: > 0 } && !field.IsTrue() && !field.IsFalse())
        ?? front.FindText(FieldNames.Dated);

    public static ImmutableArray<string> Words(FrontMatterFields front, ImmutableArray<string> keys, SiteSettings settings) =>
        front.Find(keys)?.Words(settings.Tags == TagSeparator.Space ? ' ' : ',') ?? [];

    // A field that can only be the date of publication wins over 'date'.
    private static OffsetDateTime? Published(FrontMatterFields front, DocumentName name, DocumentContext context, DiagnosticBag report)
    {
        var settings = context.Settings;
        if (context.Schedule.IsUnclear && Known() is { } known) return known;
        if (context.Schedule.Published is { } published) return published;
        var field = front.FindText(FieldNames.Dated);
        if (field is not null && ZonedTime.Read(field, settings, report) is { } dated) return dated;
        // Such a date is no slip, so the name of the file does not replace it.
        if (field is not null && ScheduleReader.IsNever(field, settings)) return Known();
        if (name.Date is { } date) return settings.Zone.AtStartOfDay(date).ToOffsetDateTime();
        if (field is not null) return Known();
        if (front.FindWritten(FieldNames.Dated) is { } several)
        {
            report.Error(several, $"holds a list or a map; write one date, as in '{several.Key}: 2024-02-21'");
            return Known();
        }

        report.Error(1, $"a post needs a date; write one above the text, such as 'date: 2024-02-21'");
        return null;

        OffsetDateTime? Known() => context.Known?.Published?.InZone(settings.Zone).ToOffsetDateTime();
    }
}
