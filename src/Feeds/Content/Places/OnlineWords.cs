using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Feeds.Text;

namespace Feeds.Content.Places;

/// <summary>Recognizes the words with which people say that an event is online.</summary>
internal static class OnlineWords
{
    /// <summary>A longer text is no name of a place, and its words need not be compared.</summary>
    private const int MaxLength = 300;

    private static readonly FrozenSet<string> General = Set(
        "online", "virtual", "virtually", "remote", "remotely", "webinar", "livestream", "digital", "internet", "web",
        "virtuell", "virtuel", "virtuelle", "virtuale", "virtualmente", "virtuálně", "wirtualnie", "zdalnie",
        "verkossa", "etänä", "онлайн", "オンライン", "线上", "線上", "온라인",
        "live stream", "en ligne", "en línea", "en linea", "em linha", "på nätet");

    private static readonly FrozenSet<string> Services = Set(
        "zoom", "jitsi", "teams", "skype", "webex", "bigbluebutton", "bbb", "hangouts", "hangout", "gotomeeting", "gotowebinar",
        "streamyard", "whereby", "crowdcast", "airmeet", "hopin", "discord", "twitch", "youtube", "mumble", "irc", "vrchat", "slack",
        "google meet", "gather town", "second life", "facebook live", "linkedin live");

    /// <summary>Say nothing of a place beside the others.</summary>
    private static readonly FrozenSet<string> Fillers = Set(
        "a", "an", "the", "our", "only", "also", "and", "or", "event", "events", "meeting", "meetup", "call", "conference", "session",
        "link", "links", "via", "on", "at", "in", "over", "using", "with", "through", "by", "per", "über", "auf", "mit", "par", "sur",
        "join", "us", "here", "now", "server", "channel", "chat", "video", "live", "stream", "streaming", "to", "follow", "be", "will",
        "sent", "after", "before", "upon", "registration", "provided", "email", "mail", "rsvp", "see", "below", "description",
        "details", "tba", "tbc", "tbd", "nur", "fully", "invite", "plus", "please", "is", "for", "microsoft", "ms", "cisco", "meet");

    /// <summary>A number or a secret follows them.</summary>
    private static readonly FrozenSet<string> Secrets =
        Set("pass", "passcode", "password", "pwd", "pin", "id", "code", "passwort", "kennwort");

    /// <summary>Words without which none of the others matter.</summary>
    private static readonly FrozenSet<string> Signs =
        Set([.. General.Concat(Services).Select(words => words.Split(' ')[^1]), "hybrid"]);

    private static readonly Regex Word = new(@"[\p{L}\p{M}\p{N}]+", LinearRegex.Options);

    private static readonly Regex Separator = new(
        @"\s*[/&+|;]\s*|\s+[-–—]\s+|,?\s+(?:and|or|und|oder|et|sowie)\s+|\s+(?:y|o|e)\s+", LinearRegex.IgnoreCase);

    // "Online, registration below" and "Virtual (link by mail)", but no "Online Street 5".
    private static readonly Regex Beginning = new(@"^(?:online|virtual)\s*(?:[,:;(\[]|\s[-–—]\s)", LinearRegex.IgnoreCase);

    private static readonly Regex Bracketed = new(@"^(?<place>[^(\[]+?)\s*[(\[](?<online>[^()\[\]]*)[)\]]$", LinearRegex.Options);

    private static readonly Regex Hybrid = new(@"^\W*hybrid\W*(?:event|meeting)?\W*$", LinearRegex.IgnoreCase);

    /// <summary>Whether it says nothing but that people meet online.</summary>
    public static bool Are(string text) => Are(text, General) || Are(text, Services) || Beginning.IsMatch(text);

    /// <summary>Whether they may be the name of a place as well, such as "Zoom".</summary>
    public static bool MayBeAName(string text) => Are(text, Services) && !Are(text, General);

    /// <summary>Whether beside an address of a meeting it names no place.</summary>
    public static bool AreWithAddress(string text) => Rest(text, out _) == 0 || Are(text);

    /// <summary>Whether they only lead to a link, such as "Join us here".</summary>
    public static bool SayNothing(string text) => Word.Matches(text).All(word => Fillers.Contains(word.Value));

    /// <summary>The words of a place and those for who joins online; each null when there are none.</summary>
    public static (string? Place, string? Online) Split(string text)
    {
        if (text.Length > MaxLength || !Mention(text)) return (text, null);
        if (Are(text)) return (null, text);
        if (Bracketed.Match(text) is { Success: true } bracketed)
        {
            var (before, inside) = (bracketed.Groups["place"].Value, bracketed.Groups["online"].Value.Trim());
            if (Hybrid.IsMatch(inside)) return (before, "Online");
            return Are(inside) ? (before, inside) : (text, null);
        }

        var comma = text.LastIndexOf(',');
        if (comma > 0 && Are(text[(comma + 1)..].Trim(), General)) return (text[..comma].Trim(), text[(comma + 1)..].Trim());
        foreach (Match separator in Separator.Matches(text))
        {
            var (first, last) = (text[..separator.Index].Trim(), text[(separator.Index + separator.Length)..].Trim());
            // "Discord & Rhyme" is a name.
            var isName = separator.Value.Contains('&', StringComparison.Ordinal);
            if (first.Length == 0 || last.Length == 0) continue;
            if (isName ? Are(first, General) : Are(first)) return (last, first);
            if (isName ? Are(last, General) : Are(last)) return (first, last);
        }

        return (text, null);
    }

    /// <summary>How people attend by a word such as <c>hybrid</c>; null for another.</summary>
    public static Attendance? AttendanceOf(string text)
    {
        var word = string.Concat(text.Split('/')[^1].Where(char.IsLetter)).ToLowerInvariant();
        word = word.Replace("eventattendancemode", "", StringComparison.Ordinal).Replace("event", "", StringComparison.Ordinal);
        return word switch
        {
            "online" or "virtual" or "remote" or "digital" or "webinar" or "livestream" or "virtuallocation" => Attendance.Online,
            "hybrid" or "mixed" or "both" or "onlineinperson" or "inpersononline" => Attendance.Mixed,
            "inperson" or "offline" or "onsite" or "physical" => Attendance.InPerson,
            _ => null,
        };
    }

    private static bool Are(string text, FrozenSet<string> required) =>
        text.Length <= MaxLength && Rest(text, out var found) == 0 && found.Overlaps(required);

    // Most places say nothing of the kind, which is faster to see than the rest.
    private static bool Mention(ReadOnlySpan<char> text)
    {
        var signs = Signs.GetAlternateLookup<ReadOnlySpan<char>>();
        while (!text.IsEmpty)
        {
            var length = 0;
            while (length < text.Length && char.IsLetter(text[length])) length++;
            if (length > 0 && signs.Contains(text[..length])) return true;
            text = text[Math.Min(text.Length, length + 1)..];
        }

        return false;
    }

    /// <summary>How many words are left over.</summary>
    private static int Rest(string text, out HashSet<string> found)
    {
        found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var words = Word.Matches(text);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i].Value;
            var pair = i + 1 < words.Count ? $"{word} {words[i + 1].Value}" : "";
            if (General.Contains(pair) || Services.Contains(pair))
            {
                found.Add(pair);
                i++;
            }
            else if (Secrets.Contains(word))
            {
                return 0;
            }
            else if (General.Contains(word) || Services.Contains(word))
            {
                found.Add(word);
            }
            else if (!Fillers.Contains(word) && !word.All(char.IsAsciiDigit))
            {
                return words.Count - i;
            }
        }

        return 0;
    }

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
