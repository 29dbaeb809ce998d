using System.Collections.Immutable;
using Feeds.Model.Sources;
using NodaTime;

namespace Feeds.Model;

/// <summary>What the status page shows of a server.</summary>
/// <param name="Publications">The last ones, newest first.</param>
/// <param name="Failure">Why the last look at the content failed; null when it did not.</param>
/// <param name="Subscribers">What services report, the most subscribers first.</param>
public sealed record ServerStatus(
    string Title,
    DateTimeZone Zone,
    Instant Now,
    Instant Started,
    ImmutableArray<PublicationNote> Publications,
    ImmutableArray<Diagnostic> Diagnostics,
    ImmutableArray<SourceStatus> Sources,
    string? Failure,
    PollCount Feeds,
    PollCount Calendars,
    ImmutableArray<SubscriberCount> Subscribers);

/// <summary>One publication: when and why it was made, and what it changed.</summary>
/// <param name="Took">From the reading of the content to the swap.</param>
/// <param name="Addresses">The addresses whose content differs from before.</param>
public sealed record PublicationNote(Instant At, Duration Took, PublicationReason Reason, ImmutableArray<string> Addresses);

/// <summary>Why something was published.</summary>
public enum PublicationReason
{
    Start,
    Change,

    /// <summary>Another program changed <c>feeds.lock</c>.</summary>
    History,

    /// <summary>A moment came that the content names.</summary>
    Time,

    Asked,
}

/// <summary>How often one kind of representation was polled.</summary>
/// <param name="NotModified">How many of the polls were answered with 304.</param>
public sealed record PollCount(long Polls, long NotModified);

/// <summary>How many subscribers a service reports, over all feeds.</summary>
public sealed record SubscriberCount(string Service, long Subscribers);
