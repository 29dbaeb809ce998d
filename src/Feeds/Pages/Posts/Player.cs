namespace Feeds.Pages.Posts;

/// <summary>The addresses of video players that set no cookies.</summary>
internal static class Player
{
    private const string YouTube = "https://www.youtube-nocookie.com";
    private const string Vimeo = "https://player.vimeo.com";

    /// <summary>The source expressions of the players for a Content Security Policy.</summary>
    public const string Sources = YouTube + " " + Vimeo;

    /// <summary>The player of the video that a page shows; null for any other page.</summary>
    public static string? Of(Uri page) => (page.Host, page.AbsolutePath) switch
    {
        ("www.youtube.com", "/watch") when page.Query is ['?', 'v', '=', .. { Length: 11 } video] && video.All(IsPlain) =>
            $"{YouTube}/embed/{video}?autoplay=1",
        ("vimeo.com", ['/', .. { Length: > 0 } video]) when video.All(char.IsAsciiDigit) => $"{Vimeo}/video/{video}?autoplay=1&dnt=1",
        _ => null,
    };

    private static bool IsPlain(char one) => char.IsAsciiLetterOrDigit(one) || one is '-' or '_';
}
