using System.Globalization;
using System.Text.RegularExpressions;

namespace Feeds.Operations.Faults;

/// <summary>By what subscribers know the things in a feed or calendar: none may be lost, and no number may go back.</summary>
internal static partial class Names
{
    /// <summary>Every id and UID of a text, with the SEQUENCE that follows a UID; 0 where none does.</summary>
    public static Dictionary<string, int> In(string text)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Match match in Name().Matches(text))
        {
            var sequence = match.Groups["sequence"].ValueSpan;
            found[match.Groups["name"].Value] = sequence.IsEmpty ? 0 : int.Parse(sequence, CultureInfo.InvariantCulture);
        }

        return found;
    }

    /// <summary>What is lost or went back between two texts; null when nothing is.</summary>
    public static string? Lost(Dictionary<string, int> before, Dictionary<string, int> now) =>
        before.Where(known => !(now.TryGetValue(known.Key, out var number) && number >= known.Value)).Select(known => known.Key).Order(StringComparer.Ordinal).FirstOrDefault();

    [GeneratedRegex("""<(?:atom:)?id>(?<name>[^<]*)</|<guid[^>]*>(?<name>[^<]*)</guid>|"id":"(?<name>[^"]*)"|\nUID:(?<name>[^\r]*)(?:(?:(?!\nEND:)[\s\S])*?\nSEQUENCE:(?<sequence>\d+))?""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Name();
}
