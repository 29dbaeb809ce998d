using Feeds.Content.Dates;
using Feeds.Content.FrontMatter;

namespace Feeds.Content.Events;

/// <summary>The start of an event, from one field.</summary>
/// <param name="End">The end of a range that begins with the date; null when there is none.</param>
/// <param name="EndTime">The end of a range of times in another field than the date; null when there is none.</param>
internal sealed record ParsedStart(DateText Date, ParsedEnd? End, Field Field, ParsedEnd? EndTime = null);
