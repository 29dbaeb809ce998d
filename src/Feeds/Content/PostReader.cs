using System.Collections.Immutable;
using Feeds.Content.Events;
using Feeds.Content.FrontMatter;
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
    /// <summary>The post; null when it has no date that can be read, which is then reported.</summary>
    public static Post? Read(Source source, FrontMatterFields front, FrontMatterBlock header, DocumentContext place, DiagnosticBag report)
    {
        var (path, settings) = (place.File.Path, place.Settings);
        var name = DocumentName.Of(path, front);
        if (Published(front, name, place, report) is not { } published) return null;
        var (templates, own) = (settings.Posts, front.FindText(FieldNames.Permalink));
        var address = Permalink.Of(settings, templates.Permalink, templates.PagePermalink, own, name, published.Date, report);
        if (!place.HasPage) address = address with { PagePath = null };
        var id = front.Text(FieldNames.Id) is { } written ? Identifiers.Written(settings.IdentityUrl, published.Year, written) : null;
        var wanted = new WantedNames(new Placement(address.PagePath, Calendar: null), name.Date, id);
        address = address.Placed(place.Placed, settings);
        var link = WebAddress.Read(front.Text(FieldNames.Canonical)) ?? address.Link;
        var addresses = place.Addresses(address.Link);
        var image = DocumentImage.Read(front, addresses, report);
        var recording = RecordingReader.Read(front, addresses, report);
        return new Post
        {
            Path = path,
            Title = DocumentTitle.Read(front, header, name, report),
            Link = link,
            PagePath = address.PagePath,
            Wanted = wanted,
            Published = published,
            Revised = Revised(front, settings, report),
            Expires = place.Schedule.Expires,
            IsFeatured = front.IsTrue(FieldNames.Featured),
            Authors = AuthorsReader.Read(front, settings),
            Categories = Words(front, FieldNames.Categories, settings),
            Tags = Words(front, FieldNames.Tags, settings),
            Summary = front.Text(FieldNames.Summary) is { } summary ? PlainText.OneLine(summary) : null,
            Image = image,
            Recording = recording,
            Episode = recording is null ? null : RecordingReader.ReadEpisode(front, addresses, report),
            Files = addresses.Files,
            Language = front.Text(FieldNames.Language),
            Source = source,
            Body = place.Body(header, address.Link),
        };
    }

    /// <summary>The field that dates a post: <c>published: true</c> is none.</summary>
    public static Field? DateField(FrontMatterFields front) =>
        front.All(VisibilityKeys.Published.Contains).Select(named => named.Field)
            .FirstOrDefault(field => field.Text() is { Length: > 0 } && !field.IsTrue() && !field.IsFalse()) ?? front.FindText(FieldNames.Dated);

    public static ImmutableArray<string> Words(FrontMatterFields front, ImmutableArray<string> keys, SiteSettings settings) =>
        front.Find(keys)?.Words(settings.Tags == TagSeparator.Space ? ' ' : ',') ?? [];

    // Of several dates the one that says when it is published, and nothing else, decides.
    private static OffsetDateTime? Published(FrontMatterFields front, DocumentName name, DocumentContext place, DiagnosticBag report)
    {
        var settings = place.Settings;
        if (place.Schedule.IsUnclear && Known() is { } known) return known;
        if (place.Schedule.Published is { } published) return published;
        var field = front.FindText(FieldNames.Dated);
        if (field is not null && ZonedTime.Read(field, settings, report) is { } dated) return dated;
        // Nobody writes such a date by mistake.
        if (field is not null && ScheduleReader.IsNever(field, settings)) return Known();
        if (name.Date is { } date) return settings.Zone.AtStartOfDay(date).ToOffsetDateTime();
        if (field is not null) return Known();
        report.Error(1, $"a post needs a date; write one above the text, such as 'date: 2024-02-21'");
        return null;

        OffsetDateTime? Known() => place.Known?.Published?.InZone(settings.Zone).ToOffsetDateTime();
    }

    private static OffsetDateTime? Revised(FrontMatterFields front, SiteSettings settings, DiagnosticBag report) =>
        front.FindText(FieldNames.Updated) is { } field ? ZonedTime.Read(field, settings, report) : null;
}
