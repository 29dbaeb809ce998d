using System.Globalization;
using System.Net;
using System.Text;
using Feeds.Model;

namespace Feeds.Pages.Events;

/// <summary>The address of a program's form for a new event, to be filled in.</summary>
/// <param name="Template">With <c>{title}</c>, <c>{when}</c>, <c>{details}</c> and <c>{place}</c> in it.</param>
/// <param name="PlaceKey">The parameter of the place.</param>
internal sealed record NewEventForm(string Template, string PlaceKey)
{
    // Servers and mail programs reject or cut longer ones.
    private const int MaxAddress = 1999;
    private const int MaxTitle = 400;
    private const int MaxPlace = 300;

    public DetailsForm Details { get; init; }

    /// <summary>In characters.</summary>
    public int MaxDetails { get; init; } = MaxAddress;

    /// <summary>The form filled in; the text is cut where it would be too long, and the event's own address stands below it.</summary>
    /// <param name="when">The parameters that say when the event is.</param>
    public string AddressFor(Event @event, string when)
    {
        var address = Template
            .Replace("{when}", when, StringComparison.Ordinal)
            .Replace("{title}", Cut(@event.Title, MaxTitle, int.MaxValue, Escaped), StringComparison.Ordinal)
            .Replace("{place}", PlaceOf(@event), StringComparison.Ordinal);
        var left = MaxAddress - (address.Length - "{details}".Length);
        return address.Replace("{details}", DetailsOf(@event, left), StringComparison.Ordinal);
    }

    private string PlaceOf(Event @event) =>
        @event.PlaceText is { } place ? $"&{PlaceKey}={Cut(place, MaxPlace, int.MaxValue, Escaped)}" : "";

    private string DetailsOf(Event @event, int maxEscaped)
    {
        Func<string, string> escape = Details == DetailsForm.Html ? EscapedHtml : Escaped;
        var link = @event.MainLink.AbsoluteUri;
        var text = @event.Body.Value.Text is { Length: > 0 } body ? body : @event.Summary ?? "";
        var below = text.Length > 0 ? "\n\n" + link : link;
        var lengthBelow = escape(below).Length;
        if (lengthBelow > maxEscaped || below.Length > MaxDetails) return Cut(text, maxEscaped, MaxDetails, escape);
        return Cut(text, maxEscaped - lengthBelow, MaxDetails - below.Length, escape) + escape(below);
    }

    private static string Escaped(string text) => Uri.EscapeDataString(text);

    // Outlook takes the text for HTML, and a line break in it for a blank.
    private static string EscapedHtml(string text) =>
        Escaped(WebUtility.HtmlEncode(text)).Replace("%0A", "%3Cbr%3E", StringComparison.Ordinal);

    /// <summary>The text escaped, or as much of it as fits: it ends after a whole grapheme, with an ellipsis.</summary>
    private static string Cut(string text, int maxEscaped, int maxCharacters, Func<string, string> escape)
    {
        var whole = escape(text);
        if (whole.Length <= maxEscaped && text.Length <= maxCharacters) return whole;
        var ellipsis = escape("…");
        var cut = new StringBuilder();
        var graphemes = StringInfo.GetTextElementEnumerator(text);
        while (graphemes.MoveNext())
        {
            var grapheme = graphemes.GetTextElement();
            var escaped = escape(grapheme);
            if (cut.Length + escaped.Length + ellipsis.Length > maxEscaped) break;
            if (graphemes.ElementIndex + grapheme.Length + 1 > maxCharacters) break;
            cut.Append(escaped);
        }

        return cut.Length + ellipsis.Length > maxEscaped ? "" : cut.Append(ellipsis).ToString();
    }
}

/// <summary>The format in which a form takes the text of an event.</summary>
internal enum DetailsForm
{
    Text,
    Html,
}
