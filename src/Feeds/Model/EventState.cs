namespace Feeds.Model;

/// <summary>What has become of an event since it was announced.</summary>
public enum EventState
{
    Confirmed,
    Tentative,

    /// <summary>It takes place at a different time or place than announced.</summary>
    Moved,

    /// <summary>It takes place later, at a time not known yet.</summary>
    Postponed,
    Cancelled,
}
