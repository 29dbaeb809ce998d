namespace Feeds.Model.Sources;

/// <summary>An event of a source that another event of the site already shows, so that it is in the calendar of its source alone.</summary>
public sealed record DoubleEvent(Event Event, DocumentIdentity Identity);
