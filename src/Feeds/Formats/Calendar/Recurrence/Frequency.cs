namespace Feeds.Formats.Calendar.Recurrence;

/// <summary>The unit of time that a recurrence rule counts in (RFC 5545 §3.3.10); a later one is a longer one.</summary>
public enum Frequency
{
    /// <summary><c>SECONDLY</c>.</summary>
    Secondly,

    /// <summary><c>MINUTELY</c>.</summary>
    Minutely,

    /// <summary><c>HOURLY</c>.</summary>
    Hourly,

    /// <summary><c>DAILY</c>.</summary>
    Daily,

    /// <summary><c>WEEKLY</c>.</summary>
    Weekly,

    /// <summary><c>MONTHLY</c>.</summary>
    Monthly,

    /// <summary><c>YEARLY</c>.</summary>
    Yearly,
}
