namespace Feeds.Model.Dates;

/// <summary>When and where an event is: of what SEQUENCE counts the changes (RFC 5546 §2.1.4).</summary>
/// <param name="Start">As ISO 8601: a day, or a local time with its offset.</param>
/// <param name="End">Likewise; the last day, inclusive, or the time at which it is over.</param>
/// <param name="Zone">The IANA zone; null for whole days.</param>
/// <param name="Place">The name; null when it says none.</param>
/// <param name="Street">The address of the place; null when it says none.</param>
/// <param name="Status">Such as <c>confirmed</c>.</param>
/// <param name="Repeats">The recurrence rule, then the dates that differ; null when it takes place once.</param>
internal sealed record Schedule(string Start, string End, string? Zone, string? Place, string? Street, string Status, string? Repeats)
{
    private const int LocalLength = 19;

    /// <summary>The start without its offset: it stays when the site changes its zone.</summary>
    public string LocalStart => Start.Length <= LocalLength ? Start : Start[..LocalLength];
}
