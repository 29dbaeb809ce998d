using Feeds.Text;
using NodaTime;

namespace Feeds.Model.Sources;

/// <summary>How a source is.</summary>
/// <param name="Count">How many events or posts it brings in.</param>
/// <param name="Good">When it was last fetched whole; null for never.</param>
/// <param name="Problem">What is wrong; null for nothing.</param>
public sealed record SourceStatus(SourceSettings Source, int Count, Instant? Good, string? Problem)
{
    public string Holds => Plural.Of(Count, Source.IsFeed ? "post" : "event");
}
