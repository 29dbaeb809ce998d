
namespace Feeds.Content.Places;

/// <summary>How people attend an event.</summary>
internal enum Attendance
{
    InPerson,
    Online,
    Mixed,
}
