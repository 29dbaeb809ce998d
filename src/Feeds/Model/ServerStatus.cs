using System.Collections.Immutable;
using NodaTime;

namespace Feeds.Model;

/// <summary>What the owner of a site is shown of its server.</summary>
/// <param name="Publications">The last ones, newest first.</param>
/// <param name="Failure">Why the last look at the content failed; null when it did not.</param>
/// <param name="Readers">The programs that poll, the busiest first.</param>
/// <param name="Fetches">What the large calendar services last asked for, newest first.</param>
/// <param name="Largest">The largest addresses whose bytes were made.</param>
/// <param name="Addresses">How many addresses there are.</param>
/// <param name="Made">Of how many of them the bytes were made; the others wait until they are asked for.</param>
public sealed record ServerStatus(
    string Title,
    DateTimeZone Zone,
    Instant Now,
    Instant Started,
    ImmutableArray<PublicationNote> Publications,
    ImmutableArray<Diagnostic> Diagnostics,
    string? Failure,
    ImmutableArray<ReaderCount> Readers,
    ImmutableArray<ServiceFetch> Fetches,
    ImmutableArray<SizedAddress> Largest,
    int Addresses,
    int Made);

/// <summary>One publication: when and why it was made, and what it changed.</summary>
/// <param name="Took">From the reading of the content to the moment at which it stood.</param>
/// <param name="Files">The files of the content that differ from before.</param>
/// <param name="Addresses">The addresses whose content differs from before.</param>
public sealed record PublicationNote(Instant At, Duration Took, PublicationReason Reason, ImmutableArray<string> Files, ImmutableArray<string> Addresses);

/// <summary>Why something was published.</summary>
public enum PublicationReason
{
    /// <summary>The server started.</summary>
    Start,

    /// <summary>The content changed.</summary>
    Change,

    /// <summary>What is remembered of the site was changed by another program.</summary>
    History,

    /// <summary>A moment came that the content names.</summary>
    Time,

    /// <summary>The operator asked for it.</summary>
    Asked,
}

/// <summary>How often a program polled.</summary>
/// <param name="Subscribers">For how many people, where it says so.</param>
/// <param name="Unchanged">How many of the polls were answered with 304.</param>
/// <param name="OctetsSaved">What was not sent because of that.</param>
public sealed record ReaderCount(string Name, int? Subscribers, long Polls, long Unchanged, long OctetsSent, long OctetsSaved, Instant LastSeen);

/// <summary>The last time that a calendar service asked for a path.</summary>
public sealed record ServiceFetch(string Service, string Path, Instant At, int Status);

/// <summary>How large the bytes of an address are, in octets.</summary>
/// <param name="Gzip">Under gzip; null while nobody has asked for that.</param>
/// <param name="Brotli">Under brotli; null while nobody has asked for that.</param>
public sealed record SizedAddress(string Path, long Octets, long? Gzip, long? Brotli);
