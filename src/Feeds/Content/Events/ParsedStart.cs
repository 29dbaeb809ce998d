using Feeds.Content.Dates;
using Feeds.Content.FrontMatter;

namespace Feeds.Content.Events;

/// <summary>What is written of an event's start.</summary>
/// <param name="End">The end of a range that begins with the date; null when none is written there.</param>
/// <param name="Field">Where the start is written.</param>
/// <param name="EndTime">The end of a range of times that stands apart from the date; null when none is written there.</param>
internal sealed record ParsedStart(DateText Date, ParsedEnd? End, Field Field, ParsedEnd? EndTime = null);
