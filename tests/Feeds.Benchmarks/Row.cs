namespace Feeds.Benchmarks;

/// <summary>One line of the table: what was measured of Feeds and of its peer, and whether that is good enough.</summary>
/// <param name="Compared">What the bar is held against.</param>
internal sealed record Row(string What, string Feeds, string Peer, string Compared, string Bar, bool IsMet)
{
    public static string Heading => $"{Line("", "Feeds", "peer", "compared", "bar", "")}\n{new string('-', 112)}";

    public override string ToString() => Line(What, Feeds, Peer, Compared, Bar, IsMet ? "met" : "MISSED");

    private static string Line(string what, string feeds, string peer, string compared, string bar, string verdict) =>
        $"{what,-44} {feeds,12} {peer,18} {compared,14} {bar,10}  {verdict}";
}
