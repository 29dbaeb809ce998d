using System.Collections.Immutable;
using System.Text;
using Feeds.Content.Dates;
using Feeds.Content.FrontMatter;
using Feeds.Content.Languages;
using Feeds.Content.Markdown;
using Feeds.Content.Names;
using Feeds.Content.Places;
using Feeds.Content.Recurrence;
using Feeds.Content.Visibility;
using Feeds.Formats.Calendar;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Model.Names;
using Feeds.Text;
using NodaTime;

namespace Feeds.Content.Events;

/// <summary>Reads a file as an event.</summary>
internal static class EventReader
{
    /// <summary>The fields for when an event was published; 'date' may be its start.</summary>
    private static readonly ImmutableArray<string> PublishedKeys = FieldNames.Published.Remove("date").Remove("published");

    /// <summary>The event; null when its time is unknown, which is reported.</summary>
    public static Event? Read(
        Source source, FrontMatterFields front, FrontMatterBlock block,
        BodyMetadata metadata, DocumentContext context, DiagnosticBag report)
    {
        var (path, settings) = (context.File.Path, context.Settings);
        var name = DocumentName.Of(context.Name, front);
        var rules = new RecurrenceReader(front, settings, report);
        var times = new EventTimeReader(front, metadata, rules.Phrase, settings, report);
        var stated = times.Read(name.Date);
        if ((stated ?? Known(context, report)) is not { } written) return null;
        var (span, recurrence) = rules.Read(written);
        var (templates, own) = (settings.Events, front.FindText(FieldNames.OwnAddress));
        var address = Permalink.Of(settings, templates.Permalink, templates.PagePermalink, own, name, Event.FirstDayOf(span), report);
        var uid = Uid(front, report);
        if (!context.HasPage) address = address with { PagePath = null };
        var language = DocumentLanguage.Read(front, context.Name, report);
        var wanted = new WantedNames(new Placement(address.PagePath, address.CalendarPath(name)), name.Date, uid)
        {
            Folder = DocumentLanguage.FolderOf(language, settings),
        };
        address = address.At(context.Placed, settings);
        var links = context.Links(address.Link);
        var image = DocumentImage.Read(front, links, report);
        var (place, online) = PlaceReader.Read(front, metadata, settings, report);
        var appears = context.Schedule.Published?.ToInstant();
        var read = new Event
        {
            Path = path,
            Title = DocumentTitle.Read(front, block, name, report),
            Link = address.Link,
            PagePath = address.PagePath,
            CalendarPath = context.Placed?.Calendar ?? wanted.Placement.Calendar!,
            Wanted = wanted,
            Span = span,
            IsEndAssumed = stated is not null && !times.HasEnd && front.FindText(FieldNames.Duration) is null,
            Recurrence = recurrence,
            Dated = Dated(front, settings, report),
            Announced = Instant.Max(Announced(front, span, settings, report), appears ?? Instant.MinValue),
            Appears = appears,
            Place = place,
            Announcement = WebAddressOf(front, FieldNames.EventLink, metadata.Link, report),
            Online = online,
            HasMovedOnline = EventStateReader.MovedOnline(front) is not null,
            Status = EventStateReader.Read(front, front.FindText(FieldNames.Title), report),
            WrittenSequence = EventStateReader.Sequence(front, report),
            Organizer = OrganizerReader.Read(front, settings, report),
            Categories = PostReader.Words(front, FieldNames.Categories, settings),
            Tags = PostReader.Words(front, FieldNames.Tags, settings),
            Series = PlainText.OneLine(front.Text(FieldNames.Series) ?? "") is { Length: > 0 } series ? series : null,
            Summary = front.Text(FieldNames.Summary) is { } summary ? MarkdownBody.OneLine(summary) : null,
            Image = image,
            TranslationKey = DocumentLanguage.TranslationKey(front, context.Name),
            Language = language,
            Files = links.Files,
            Source = source,
            Body = context.Body(block, address.Link),
            Planned = Planned(front, settings, report),
        };
        var whole = read with { Overrides = OverrideReader.Read(front, read, settings, report) };
        if (context.Schedule.ExpiresBefore(whole.LastEnd(settings.Zone), settings.Zone) is not { } expires) return whole;
        if (front.All(VisibilityKeys.Expires.Contains).Select(one => one.Field).FirstOrDefault() is { } field)
            report.Warning(field, $"is before the event ends, so it leaves the calendars then; write a later date, or none to keep it");
        return whole with { Expires = expires };
    }

    /// <summary>The time of an event that was published before and has an invalid start now.</summary>
    private static EventSpan? Known(DocumentContext context, DiagnosticBag report)
    {
        if (context.Known is not { Span: { } span }) return null;
        var day = Event.FirstDayOf(span);
        report.Note(1, $"it stays in the calendars on {day:uuuu-MM-dd}, as it was published, until its start can be read");
        return span;
    }

    private static string? Uid(FrontMatterFields front, DiagnosticBag report)
    {
        var field = front.FindText(FieldNames.Uid) ?? front.FindText(FieldNames.Id);
        if (field is null || PlainText.OneLine(field.Text() ?? "") is not { Length: > 0 } uid) return null;
        if (uid.EnumerateRunes().All(rune => !Rune.IsControl(rune) && rune != Rune.ReplacementChar)) return uid;
        report.Error(field.Line, $"'{field.Key}' ({uid}) holds a character that cannot be shown; write one of letters and digits");
        return null;
    }

    private static Instant Dated(FrontMatterFields front, SiteSettings settings, DiagnosticBag report)
    {
        var field = front.FindText(FieldNames.Updated) ?? front.FindText(PublishedKeys);
        var dated = field is null ? null : ScheduleReader.Moment(field, settings, report)?.ToInstant();
        return dated > Event.Undated ? dated.Value : Event.Undated;
    }

    // Without a date of its own it counts as announced a year ahead, since output must not depend on the clock or lie in the future.
    private static Instant Announced(FrontMatterFields front, EventSpan span, SiteSettings settings, DiagnosticBag report)
    {
        var field = front.FindText(PublishedKeys) ?? front.FindText(FieldNames.Updated);
        if (field is not null && ScheduleReader.Moment(field, settings, report) is { } written) return written.ToInstant();
        return settings.Zone.AtStartOfDay(Event.FirstDayOf(span)).ToInstant() - Duration.FromDays(365);
    }

    private static WrittenDate? Planned(FrontMatterFields front, SiteSettings settings, DiagnosticBag report)
    {
        if (front.FindText(FieldNames.Planned) is not { } field) return null;
        if (DateRangeReader.TryReadDate(field.Text() ?? "", settings.Dates, out var date, out var problem))
            return new WrittenDate(date.Date, field.Line);
        report.Error(field, $"{problem}");
        return null;
    }

    /// <summary>The first address under one of the keys, else that of a field of the body.</summary>
    private static Uri? WebAddressOf(FrontMatterFields front, ImmutableArray<string> keys, Field? body, DiagnosticBag report) =>
        EventLink.Find(front, keys, report) ?? (body is null ? null : BodyMetadata.LinkOf(body));
}
