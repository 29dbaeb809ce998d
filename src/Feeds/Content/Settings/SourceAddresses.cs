using System.Collections.Immutable;
using Feeds.Model.Sources;
using Feeds.Text;

namespace Feeds.Content.Settings;

/// <summary>The addresses of feeds, and of calendars at the services that communities use.</summary>
internal static class SourceAddresses
{
    private const string Secret = "${";

    private static readonly ImmutableArray<string> Calendars = [SourceSettings.CalendarExtension];
    private static readonly ImmutableArray<string> FeedFiles = [".xml", ".rss", ".atom", ".rdf"];
    private static readonly ImmutableArray<string> Schemes = ["webcal://", "feed://"];

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
        "calendar" when IsFile(text, Calendars) => new SourceSettings(name, Address: null, PathOf(text)),
        "feed" when IsAddress(text) => OfAddress(name, Secure(text)) with { File = FileOf(name, ".xml"), IsFeed = true },
        "feed" when IsFile(text, FeedFiles) => new SourceSettings(name, Address: null, PathOf(text)) { IsFeed = true },
        _ => null,
    };

    public static string Cure(string kind) => kind switch
    {
        "meetup" => "write the group's name in the address of its page",
        "luma" => "write the calendar's id, such as cal-abc",
        "google" => "write the calendar's address, such as abc@group.calendar.google.com",
        "feed" => "write an address such as https://blog.example/feed.xml, or a file such as blog.xml",
        _ => "write an address such as https://partner.example/calendar.ics, or a file such as partner.ics",
    };

    private static SourceSettings Fetched(string name, string address) =>
        new(name, address, FileOf(name, SourceSettings.CalendarExtension));

    private static string FileOf(string name, string extension) => $"{SourceSettings.Folder}/{name}{extension}";

    private static SourceSettings OfAddress(string name, string address)
    {
        var source = Fetched(name, address);
        if (source.HasSecret || WebAddress.Read(address) is not { } whole) return source;
        return source with { Home = new Uri(whole.GetLeftPart(UriPartial.Authority) + "/") };
    }

    // Programs write webcal or feed for https.
    private static string Secure(string address) =>
        Schemes.FirstOrDefault(scheme => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) is { } scheme
            ? $"https://{address[scheme.Length..]}"
            : address;

    private static bool IsAddress(string text)
    {
        if (text.StartsWith(Secret, StringComparison.Ordinal)) return true;
        return WebAddress.Read(string.Concat(Secure(text).Where(c => c is not ('$' or '{' or '}')))) is not null;
    }

    private static bool IsFile(string text, ImmutableArray<string> extensions) =>
        extensions.Contains(Path.GetExtension(text).ToLowerInvariant())
        && !text.Contains("..", StringComparison.Ordinal) && !text.Contains(':', StringComparison.Ordinal);

    private static string PathOf(string text) => (text.StartsWith("./", StringComparison.Ordinal) ? text[2..] : text).TrimStart('/');

    private static bool Word(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
