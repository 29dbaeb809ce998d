namespace Feeds.Publishing.Calendars;

/// <summary>Whose rules the events of a calendar follow.</summary>
internal enum CalendarForm
{
    /// <summary>Those of RFC 5545.</summary>
    Standard,

    /// <summary>Google's, which hides what is cancelled, marks nothing as tentative, and reads no HTML.</summary>
    Google,

    /// <summary>Outlook's, which passes over the status and has words of its own for how time is taken.</summary>
    Outlook,
}
