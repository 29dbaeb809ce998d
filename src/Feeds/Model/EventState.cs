namespace Feeds.Model;

/// <summary>What has become of an event since it was announced.</summary>
public enum EventState
{
    /// <summary>It takes place as it is written.</summary>
    Confirmed,

    /// <summary>It is not certain yet.</summary>
    Tentative,

    /// <summary>It takes place, at another time or place than was said before.</summary>
    Moved,

    /// <summary>It takes place later; when is not known yet.</summary>
    Postponed,

    /// <summary>It does not take place.</summary>
    Cancelled,
}
