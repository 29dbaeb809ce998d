using System.Text.RegularExpressions;

namespace Feeds.Text;

/// <summary>The options of patterns for text of any author: they match in linear time.</summary>
internal static class LinearRegex
{
    public const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    public const RegexOptions IgnoreCase = Options | RegexOptions.IgnoreCase;
}
