using Feeds.Model.Sources;
using Feeds.Text;

namespace Feeds.Content.Settings;

/// <summary>The addresses of calendars at the services that communities use.</summary>
internal static class SourceAddresses
{
    private const string Secret = "${";

    /// <summary>The source; null when the text is none of its kind.</summary>
    public static SourceSettings? Of(string name, string kind, string text) => kind switch
    {
        "meetup" when Word(text) => Fetched(name, $"https://www.meetup.com/{text}/events/ical/") with
        {
            Home = new Uri($"https://www.meetup.com/{text}/"),
        },
        "luma" when Word(text) => Fetched(name, $"https://api.lu.ma/ics/get?entity=calendar&id={text}") with
        {
            Home = new Uri(text.StartsWith("cal-", StringComparison.Ordinal) ? $"https://lu.ma/calendar/{text}" : $"https://lu.ma/{text}"),
        },
        "google" when text.Contains('@', StringComparison.Ordinal) && !text.Any(char.IsWhiteSpace) =>
            Fetched(name, $"https://calendar.google.com/calendar/ical/{Uri.EscapeDataString(text)}/public/basic.ics"),
        "calendar" when IsAddress(text) => OfAddress(name, Secure(text)),
        "calendar" when IsFile(text) => new SourceSettings(name, Address: null, PathOf(text)),
        _ => null,
    };

    public static string Cure(string kind) => kind switch
    {
        "meetup" => "write the group's name in the address of its page",
        "luma" => "write the calendar's id, such as cal-abc",
        "google" => "write the calendar's address, such as abc@group.calendar.google.com",
        _ => "write an address such as https://partner.example/calendar.ics, or a file such as partner.ics",
    };

    private static SourceSettings Fetched(string name, string address) =>
        new(name, address, $"{SourceSettings.Folder}/{name}{SourceSettings.CalendarExtension}");

    private static SourceSettings OfAddress(string name, string address)
    {
        // A secret is in no page.
        var isSecret = address.Contains(Secret, StringComparison.Ordinal);
        var home = isSecret || WebAddress.Read(address) is not { } whole ? null : new Uri(whole.GetLeftPart(UriPartial.Authority) + "/");
        return Fetched(name, address) with { Home = home };
    }

    // Calendar programs write webcal for https.
    private static string Secure(string address) =>
        address.StartsWith("webcal:", StringComparison.OrdinalIgnoreCase) ? $"https:{address["webcal:".Length..]}" : address;

    private static bool IsAddress(string text)
    {
        if (text.StartsWith(Secret, StringComparison.Ordinal)) return true;
        return WebAddress.Read(string.Concat(Secure(text).Where(c => c is not ('$' or '{' or '}')))) is not null;
    }

    private static bool IsFile(string text) =>
        text.EndsWith(SourceSettings.CalendarExtension, StringComparison.OrdinalIgnoreCase)
        && !text.Contains("..", StringComparison.Ordinal) && !text.Contains(':', StringComparison.Ordinal);

    private static string PathOf(string text) => (text.StartsWith("./", StringComparison.Ordinal) ? text[2..] : text).TrimStart('/');

    private static bool Word(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
