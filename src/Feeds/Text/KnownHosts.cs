using System.Text.RegularExpressions;

namespace Feeds.Text;

/// <summary>Recognizes addresses of video meetings and of maps.</summary>
internal static class KnownHosts
{
    private static readonly Regex OwnServer = new(@"^(?:meet|bbb|jitsi|webinar|conference)\.", LinearRegex.IgnoreCase);

    private static readonly Regex VideoService = new(
        @"^(?:.*\.)?(?:zoom\.us|zoomgov\.com|teams\.microsoft\.com|teams\.live\.com|jit\.si|8x8\.vc|webex\.com|gotomeeting\.com"
        + @"|meet\.google\.com|gotomeet\.me|gotowebinar\.com|whereby\.com|bluejeans\.com|streamyard\.com|crowdcast\.io|airmeet\.com"
        + @"|gather\.town|hopin\.com|skype\.com|livestorm\.co|hangouts\.google\.com|senfcall\.de|fairmeeting\.net)$",
        LinearRegex.IgnoreCase);

    private static readonly Regex Stream = new(
        @"^(?:.*\.)?(?:twitch\.tv|youtube\.com|youtu\.be|vimeo\.com|discord\.gg|discord\.com)$", LinearRegex.IgnoreCase);

    private static readonly Regex Map = new(
        @"^(?:maps?\.[^/]*|(?:[^/]*\.)?(?:openstreetmap\.org|osm\.org|mapy\.cz|mapy\.com|waze\.com|w3w\.co"
        + @"|what3words\.com)|[^/]*/maps)(?:/.*)?$",
        LinearRegex.IgnoreCase);

    /// <summary>Whether it is at a service for video meetings.</summary>
    public static bool IsVideo(Uri address) => VideoService.IsMatch(address.Host);

    public static bool IsMeeting(Uri address) => IsVideo(address) || OwnServer.IsMatch(address.Host);

    /// <summary>Whether people watch or talk there.</summary>
    public static bool IsOnline(Uri address) => IsMeeting(address) || Stream.IsMatch(address.Host);

    public static bool IsMap(Uri address) => Map.IsMatch(address.Host + address.AbsolutePath);
}
