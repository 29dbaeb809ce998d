using System.Text.RegularExpressions;
using Feeds.Text;

namespace Feeds.Formats.Syndication;

/// <summary>Checks values that would make a feed invalid, so that they are left out.</summary>
internal static partial class Grammar
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
    private const string Token = "[A-Za-z0-9!#$&^_.+-]+";

    /// <summary>The e-mail address (RFC 5322 §3.4.1, <c>addr-spec</c>) if it is one of ASCII without quotes; else null.</summary>
    public static string? EmailOrNone(string? text) => text is not null && Email().IsMatch(text) ? text : null;

    /// <summary>The language tag (BCP 47) if it has the shape of one; else null.</summary>
    public static string? LanguageOrNone(string? text) => text is not null && LanguageTag.Is(text) ? text : null;

    /// <summary>The media type (RFC 9110 §8.3.1) if it has the shape of one; else null.</summary>
    public static string? MediaTypeOrNone(string? text) => text is not null && MediaType().IsMatch(text) ? text : null;

    [GeneratedRegex(@"^[A-Za-z0-9_+.'-]+@([A-Za-z0-9-]+\.)+[A-Za-z0-9][A-Za-z0-9-]*\z", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Email();

    [GeneratedRegex($"""^{Token}/{Token}( *; *{Token}=({Token}|"[^"\\]*"))*\z""", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MediaType();
}
