namespace Feeds.Text;

/// <summary>Writes a count with its noun, for messages in English.</summary>
internal static class Plural
{
    /// <param name="noun">In the singular; its plural ends in -s.</param>
    public static string Of(int count, string noun) => FormattableString.Invariant($"{count:N0} {noun}{(count == 1 ? "" : "s")}");
}
