namespace Feeds.Content.Events;

/// <summary>How people attend an event.</summary>
internal enum Attendance
{
    InPerson,
    Online,
    Mixed,
}
