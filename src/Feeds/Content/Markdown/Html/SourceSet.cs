using Feeds.Text;

namespace Feeds.Content.Markdown.Html;

/// <summary>A picture in a <c>srcset</c>: its address, and the width or density for which it is.</summary>
internal readonly record struct SourceCandidate(string Address, string Descriptor)
{
    public override string ToString() => Descriptor.Length == 0 ? Address : $"{Address} {Descriptor}";
}

/// <summary>Reads a <c>srcset</c> as browsers do.</summary>
internal static class SourceSet
{
    private const string Blanks = " \t\n\f\r";

    /// <summary>The candidates by the rules of HTML (§4.8.4.2.1): a comma may be part of an address, but not at its end.</summary>
    public static IEnumerable<SourceCandidate> Read(string set)
    {
        for (var at = 0; ;)
        {
            while (at < set.Length && (set[at] == ',' || IsBlank(set[at]))) at++;
            if (at == set.Length) yield break;
            var start = at;
            while (at < set.Length && !IsBlank(set[at])) at++;
            var address = set[start..at];
            start = at;
            if (!address.EndsWith(',')) at = EndOfDescriptor(set, at);
            yield return new SourceCandidate(address.TrimEnd(','), PlainText.Joined(set[start..at]));
        }
    }

    private static int EndOfDescriptor(string set, int at)
    {
        for (var depth = 0; at < set.Length; at++)
        {
            if (set[at] == '(') depth = 1;
            else if (set[at] == ')') depth = 0;
            else if (set[at] == ',' && depth == 0) break;
        }

        return at;
    }

    private static bool IsBlank(char c) => Blanks.Contains(c, StringComparison.Ordinal);
}
