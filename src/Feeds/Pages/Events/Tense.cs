namespace Feeds.Pages.Events;

/// <summary>Whether an event lies ahead, or none of its dates does any more.</summary>
public enum Tense
{
    Ahead,
    Over,
}
