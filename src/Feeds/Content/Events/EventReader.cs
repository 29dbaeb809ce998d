using System.Collections.Immutable;
using System.Text;
using Feeds.Content.Dates;
using Feeds.Content.FrontMatter;
using Feeds.Content.Markdown;
using Feeds.Content.Recurrence;
using Feeds.Content.Visibility;
using Feeds.Formats.Calendar;
using Feeds.Model;
using Feeds.Model.Names;
using Feeds.Model.Dates;
using Feeds.Text;
using NodaTime;

namespace Feeds.Content.Events;

/// <summary>Reads a file as an event.</summary>
internal static class EventReader
{
    /// <summary>What says when an event was written: 'date' may be when it takes place.</summary>
    private static readonly ImmutableArray<string> PublishedKeys = FieldNames.Published.Remove("date").Remove("published");

    /// <summary>The event; null when it cannot be said when it takes place, which is then reported.</summary>
    public static Event? Read(Source source, FrontMatterFields front, FrontMatterBlock header, BodyMetadata facts, DocumentContext place, DiagnosticBag report)
    {
        var (path, settings) = (place.File.Path, place.Settings);
        var name = DocumentName.Of(path, front);
        var rules = new RecurrenceReader(front, settings, report);
        var written = new EventTimeReader(front, facts, rules.Phrase, settings, report).Read(name.Date) ?? Known(place, report);
        if (written is not { } first || !rules.TryRead(first, out var span, out var recurrence)) return null;
        var (templates, own) = (settings.Events, front.FindText(FieldNames.OwnAddress));
        var address = Permalink.Of(settings, templates.Permalink, templates.PagePermalink, own, name, Event.FirstDayOf(span), report);
        var uid = OwnUid(front, report);
        if (!place.HasPage) address = address with { PagePath = null };
        var wanted = new WantedNames(new Placement(address.PagePath, address.CalendarPath(name)), name.Date, uid);
        address = address.Placed(place.Placed, settings);
        var addresses = place.Addresses(address.Link);
        var image = DocumentImage.Read(front, addresses, report);
        var read = new Event
        {
            Path = path,
            Title = DocumentTitle.Read(front, header, name, report),
            Link = address.Link,
            PagePath = address.PagePath,
            CalendarPath = place.Placed?.Calendar ?? wanted.Placement.Calendar!,
            Wanted = wanted,
            Span = span,
            Recurrence = recurrence,
            Dated = Dated(front, settings, report),
            Announced = Instant.Max(Announced(front, span, settings, report), place.Schedule.Published?.ToInstant() ?? Instant.MinValue),
            Appears = place.Schedule.Published?.ToInstant(),
            Place = PlaceReader.Read(front, facts, settings, report),
            Announcement = WebAddressOf(front, FieldNames.EventLink, facts.Link, report),
            Online = WebAddressOf(front, FieldNames.Online, facts.Online, report),
            Status = EventStateReader.Read(front, report),
            WrittenSequence = EventStateReader.Sequence(front, report),
            Organizer = OrganizerReader.Read(front, settings, report),
            Categories = PostReader.Words(front, FieldNames.Categories, settings),
            Tags = PostReader.Words(front, FieldNames.Tags, settings),
            Series = front.Text(FieldNames.Series) is { } series && PlainText.OneLine(series) is { Length: > 0 } named ? named : null,
            Summary = front.Text(FieldNames.Summary) is { } summary ? PlainText.OneLine(summary) : null,
            Image = image,
            Files = addresses.Files,
            Source = source,
            Body = place.Body(header, address.Link),
            Planned = Planned(front, settings, report),
        };
        var whole = read with { Overrides = OverrideReader.Read(front, read, settings, report) };
        if (place.Schedule.Expires is null) return whole;
        return whole with { Expires = place.Schedule.ExpiresBefore(whole.LastEnd(settings.Zone), settings.Zone) };
    }

    /// <summary>When an event takes place that was published before, and whose start cannot be read now.</summary>
    private static EventSpan? Known(DocumentContext place, DiagnosticBag report)
    {
        if (place.Known is not { Span: { } span }) return null;
        report.Note(1, $"it stays in the calendars on {Event.FirstDayOf(span):uuuu-MM-dd}, as it was published, until its start can be read");
        return span;
    }

    /// <summary>The identifier that the author wrote; null when there is none that a calendar could hold.</summary>
    private static string? OwnUid(FrontMatterFields front, DiagnosticBag report)
    {
        if ((front.FindText(FieldNames.Uid) ?? front.FindText(FieldNames.Id)) is not { } field || PlainText.OneLine(field.Text() ?? "") is not { Length: > 0 } uid) return null;
        if (uid.EnumerateRunes().All(rune => !Rune.IsControl(rune) && rune != Rune.ReplacementChar)) return uid;
        report.Error(field.Line, $"'{field.Key}' ({uid}) holds a character that cannot be shown; write one of letters and digits");
        return null;
    }

    private static Instant Dated(FrontMatterFields front, SiteSettings settings, DiagnosticBag report)
    {
        var field = front.FindText(FieldNames.Updated) ?? front.FindText(PublishedKeys);
        var stamp = field is null ? null : ScheduleReader.Moment(field, settings, report);
        return stamp is { } written && written.ToInstant() > Event.Undated ? written.ToInstant() : Event.Undated;
    }

    // Without a date of its own it is taken to be known for a year: no clock may decide, and no reader likes dates ahead.
    private static Instant Announced(FrontMatterFields front, EventSpan span, SiteSettings settings, DiagnosticBag report)
    {
        var field = front.FindText(PublishedKeys) ?? front.FindText(FieldNames.Updated);
        if (field is not null && ScheduleReader.Moment(field, settings, report) is { } written) return written.ToInstant();
        return settings.Zone.AtStartOfDay(Event.FirstDayOf(span)).ToInstant() - Duration.FromDays(365);
    }

    private static WrittenDate? Planned(FrontMatterFields front, SiteSettings settings, DiagnosticBag report)
    {
        if (front.FindText(FieldNames.Planned) is not { } field) return null;
        if (DateRangeReader.TryReadDate(field.Text() ?? "", settings.Dates, out var date, out var problem)) return new WrittenDate(date.Date, field.Line);
        report.Error(field.Line, $"'{field.Key}' ({field.Text()}) {problem}");
        return null;
    }

    /// <summary>The first address that front matter has under some names, else the one to which a fact of the body leads.</summary>
    private static Uri? WebAddressOf(FrontMatterFields front, ImmutableArray<string> keys, Field? fact, DiagnosticBag report)
    {
        foreach (var key in keys)
        {
            if (front.FindText([key])?.Address(report) is { } written) return written;
        }

        return fact is null ? null : BodyMetadata.LinkOf(fact);
    }
}
