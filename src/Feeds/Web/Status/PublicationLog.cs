using System.Collections.Immutable;
using Feeds.Model;
using Feeds.Publishing;

namespace Feeds.Web.Status;

/// <summary>What the server published and found since it started.</summary>
/// <param name="Publications">The last ones, newest first.</param>
/// <param name="Failure">Why the last look at the content failed; null when it did not.</param>
internal sealed record PublicationHistory(
    ImmutableArray<PublicationNote> Publications,
    ImmutableArray<Diagnostic> Diagnostics,
    string? Failure);

/// <summary>Keeps the history of the last publications; replaced whole, by the one thread that publishes.</summary>
internal sealed class PublicationLog
{
    private const int MaxPublications = 10;

    /// <summary>How many addresses one publication keeps.</summary>
    private const int MaxAddresses = 200;

    private volatile PublicationHistory history = new([], [], Failure: null);

    public PublicationHistory History => history;

    public void Published(PublicationNote note, ImmutableArray<Diagnostic> diagnostics) =>
        history = new PublicationHistory([note, .. history.Publications.Take(MaxPublications - 1)], diagnostics, Failure: null);

    /// <param name="failure">Null after a look that went well.</param>
    public void Looked(string? failure)
    {
        if (history.Failure != failure) history = history with { Failure = failure };
    }

    /// <summary>The addresses whose content changed; none at the start. Nothing is rendered to find out.</summary>
    public static ImmutableArray<string> ChangedAddresses(Publication? before, Publication now)
    {
        if (before is null) return [];
        var changed = now.Representations.Values
            .Where(item => !IsSame(item, before.Representations.GetValueOrDefault(item.Path)))
            .Select(item => item.Path);
        var removed = before.Representations.Keys.Where(path => !now.Representations.ContainsKey(path));
        return [.. changed.Concat(removed).Order(StringComparer.Ordinal).Take(MaxAddresses)];
    }

    private static bool IsSame(Representation now, Representation? before) =>
        ReferenceEquals(now, before) || (before is not null && now.CacheKey.SequenceEqual(before.CacheKey));
}
