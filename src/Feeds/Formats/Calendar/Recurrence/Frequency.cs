namespace Feeds.Formats.Calendar.Recurrence;

/// <summary>The unit of time that a recurrence rule counts in (RFC 5545 §3.3.10); a later one is a longer one.</summary>
public enum Frequency
{
    Daily,
    Weekly,
    Monthly,
    Yearly,
}
