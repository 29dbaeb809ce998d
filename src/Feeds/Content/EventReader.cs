using System.Collections.Immutable;
using Feeds.Calendar;
using Feeds.Content.Bodies;
using Feeds.Content.Headers;
using Feeds.Model;
using NodaTime;

namespace Feeds.Content;

/// <summary>Reads a file as an event.</summary>
internal static class EventReader
{
    /// <summary>The stamp of an event that says nothing of when it was written: later than the date with which Thunderbird first asks, which is the start of 2000.</summary>
    public static readonly Instant Undated = Instant.FromUtc(2001, 1, 1, 0, 0);

    /// <summary>What says when an event was written: 'date' may be when it takes place.</summary>
    private static readonly ImmutableArray<string> PublishedKeys = Keys.Published.Remove("date").Remove("published");

    /// <summary>The event; null when it cannot be said when it takes place, which is then reported.</summary>
    public static Event? Read(string path, FrontMatter front, Header header, BodyFacts facts, SiteSettings settings, Func<string, Uri?> documentAt, Report report)
    {
        var name = DocumentName.Of(path, front);
        if (new EventTimeReader(front, facts, settings, report).Read(name.Date) is not { } span) return null;
        var address = Address.Of(settings, settings.Events.Permalink, front.FindText(Keys.OwnAddress), name, FirstDay(span), report);
        var addresses = new DocumentAddresses(path, address.Link, settings, documentAt);
        var image = DocumentImage.Read(front, addresses);
        return new Event
        {
            Path = path,
            Uid = OwnUid(front) ?? Identity.Uid(settings.Url, path),
            Title = DocumentTitle.Read(front, header, name, report),
            Link = address.Link,
            PagePath = address.PagePath,
            CalendarPath = $"/events/{name.Slug}.ics",
            Span = span,
            Id = Identity.Urn(settings.Url, path),
            Stamp = Stamp(front, settings, report),
            Announced = Announced(front, span, settings, report),
            Place = PlaceReader.Read(front, facts, settings, report),
            Announcement = Announcement(front, facts),
            Online = Online(front, facts),
            Status = Status(front),
            Tags = PostReader.Words(front, Keys.Tags, settings),
            Series = front.Text(Keys.Series) is { } series ? PlainText.OneLine(series) : null,
            Summary = front.Text(Keys.Summary) is { } summary ? PlainText.OneLine(summary) : null,
            Image = image,
            Files = addresses.Files,
            Body = new Lazy<Body>(() => MarkdownBody.Render(header.Body, new DocumentAddresses(path, address.Link, settings, documentAt))),
        };
    }

    private static string? OwnUid(FrontMatter front) => (front.Text(Keys.Uid) ?? front.Text(Keys.Id)) is { } uid ? PlainText.OneLine(uid) : null;

    private static LocalDate FirstDay(EventSpan span) => span switch
    {
        EventSpan.Timed timed => timed.Start.Date,
        EventSpan.AllDay days => days.First,
        _ => throw new InvalidOperationException("An event span is timed or all-day."),
    };

    private static Instant Stamp(FrontMatter front, SiteSettings settings, Report report)
    {
        var field = front.FindText(Keys.Updated) ?? front.FindText(PublishedKeys);
        var stamp = field is null ? null : ZonedTime.Read(field, settings, report);
        return stamp is { } written && written.ToInstant() > Undated ? written.ToInstant() : Undated;
    }

    // Without a date of its own it is taken to be known for a year: no clock may decide, and no reader likes dates ahead.
    private static Instant Announced(FrontMatter front, EventSpan span, SiteSettings settings, Report report)
    {
        var field = front.FindText(PublishedKeys) ?? front.FindText(Keys.Updated);
        if (field is not null && ZonedTime.Read(field, settings, report) is { } written) return written.ToInstant();
        return settings.Zone.AtStartOfDay(FirstDay(span)).ToInstant() - Duration.FromDays(365);
    }

    private static Uri? Announcement(FrontMatter front, BodyFacts facts)
    {
        foreach (var key in Keys.EventLink)
        {
            if (WebAddress.Read(front.Text([key])) is { } written) return written;
        }

        return facts.Link is null ? null : BodyFacts.LinkOf(facts.Link);
    }

    private static Uri? Online(FrontMatter front, BodyFacts facts)
    {
        foreach (var key in Keys.Online)
        {
            if (WebAddress.Read(front.Text([key])) is { } written) return written;
        }

        return facts.Online is null ? null : BodyFacts.LinkOf(facts.Online);
    }

    private static EventStatus Status(FrontMatter front)
    {
        if (front.IsTrue(Keys.Cancelled)) return EventStatus.Cancelled;
        return front.Text(Keys.Status)?.ToUpperInvariant() switch
        {
            "CANCELLED" or "CANCELED" => EventStatus.Cancelled,
            "TENTATIVE" or "POSTPONED" => EventStatus.Tentative,
            _ => EventStatus.Confirmed,
        };
    }
}
