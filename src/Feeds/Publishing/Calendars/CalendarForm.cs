namespace Feeds.Publishing.Calendars;

/// <summary>The calendar program for which events are written.</summary>
internal enum CalendarForm
{
    /// <summary>Any that follows RFC 5545.</summary>
    Standard,

    /// <summary>Hides cancelled events, does not mark tentative ones, and does not read HTML.</summary>
    Google,

    /// <summary>Ignores the status, and has its own properties for busy time.</summary>
    Outlook,
}
