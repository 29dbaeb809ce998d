using Feeds.Formats.Calendar;
using NodaTime;

namespace Feeds.Model.Names;

/// <summary>What the lock has of a published document, used where its file cannot be read now.</summary>
/// <param name="Span">When an event takes place; null for a post.</param>
/// <param name="Published">When a post was published; null for an event.</param>
public sealed record KnownDocument(DocumentKind Kind, EventSpan? Span, Instant? Published);
