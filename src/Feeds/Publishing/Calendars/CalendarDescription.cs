using System.Globalization;
using System.Text;
using Feeds.Model;
using Feeds.Pages.Events;
using Feeds.Pages.Languages;
using Feeds.Text;

namespace Feeds.Publishing.Calendars;

/// <summary>The description of an event in calendars.</summary>
/// <param name="IsCut">Whether the text goes on at the page of the event.</param>
internal sealed record CalendarDescription(string Text, bool IsCut)
{
    /// <summary>In octets of a content line: calcurse skips an event with 8,000 of them.</summary>
    public const int MaxLength = 7_000;

    // With the links, because Google and Outlook do not show those of other properties.
    public static CalendarDescription Of(Event @event, Body body, Words words)
    {
        Uri?[] addresses = [@event.MainLink, @event.Online?.Address];
        var links = addresses.OfType<Uri>().Distinct().Select(address => address.AbsoluteUri).ToArray();
        var joining = @event.Online is { Address: not null, Text: { } beside } ? [beside] : Array.Empty<string>();
        string[] first =
        [
            EventText.Note(@event.Status, words) ?? "",
            @event.Summary is { } summary && !IsCutOf(body, summary) ? summary : "",
        ];
        var below = links.Concat(joining).Where(line => !body.Text.Contains(line, StringComparison.Ordinal));
        var whole = Joined([.. first, body.Text, Lines(below)]);
        if (Length(whole) <= MaxLength) return new CalendarDescription(whole, IsCut: false);
        var last = Lines(links.Prepend(@event.Link.AbsoluteUri).Distinct().Concat(joining));
        var room = MaxLength - Length(last) - Length("\n\n\n\n");
        return new CalendarDescription(Joined([Cut(Joined([.. first, body.Text]), room), last]), IsCut: true);
    }

    /// <summary>The octets of a text in a content line (RFC 5545 §3.3.11).</summary>
    public static int Length(ReadOnlySpan<char> text) => Encoding.UTF8.GetByteCount(text) + text.CountAny(",;\\\n");

    private static string Joined(string[] parts) => string.Join("\n\n", parts.Where(part => part.Length > 0));

    private static string Lines(IEnumerable<string> links) => string.Join('\n', links);

    /// <summary>Whether a summary is the beginning of a text or of its first paragraph, so that it need not be there twice.</summary>
    private static bool IsCutOf(Body body, string summary)
    {
        var words = PlainText.Joined(summary).TrimEnd('…', '.', ' ');
        return PlainText.Joined(body.Text).StartsWith(words, StringComparison.Ordinal)
            || body.Excerpt?.StartsWith(words, StringComparison.Ordinal) is true;
    }

    /// <summary>As many paragraphs as there is room for; of the first as many words or characters.</summary>
    private static string Cut(string text, int room)
    {
        var end = 0;
        for (var next = 0; next >= 0 && Length(text.AsSpan(0, next)) <= room;)
        {
            end = next;
            next = text.IndexOf("\n\n", next + 1, StringComparison.Ordinal);
        }

        if (end > 0) return text[..end];
        foreach (var start in StringInfo.ParseCombiningCharacters(text[..Math.Min(text.Length, room)]))
        {
            if (Length(text.AsSpan(0, start)) >= room - 1) break;
            end = start;
        }

        var blank = text.LastIndexOf(' ', end);
        return string.Concat(text.AsSpan(0, blank > end / 2 ? blank : end), "…");
    }
}
