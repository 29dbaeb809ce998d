using System.Collections.Immutable;
using Feeds.Model;
using Feeds.Model.Sources;
using Feeds.Publishing;

namespace Feeds.Web.Status;

/// <summary>The last publications of the server, newest first, and the diagnostics and sources of the newest.</summary>
/// <param name="Failure">Why the content could not be read the last time; null when it could.</param>
internal sealed record PublicationHistory(
    ImmutableArray<PublicationNote> Publications, ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<SourceStatus> Sources,
    string? Failure);

/// <summary>Keeps the history of the last publications; replaced whole, by the one thread that publishes.</summary>
internal sealed class PublicationLog
{
    private const int MaxPublications = 10;
    private const int MaxAddresses = 200;

    private volatile PublicationHistory history = new([], [], [], Failure: null);
    private volatile TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PublicationHistory History => history;

    /// <summary>Completes when the history that is read after it changes.</summary>
    public Task NextChange => next.Task;

    public void Published(PublicationNote note, ImmutableArray<Diagnostic> diagnostics, ImmutableArray<SourceStatus> sources) =>
        Change(new PublicationHistory([note, .. history.Publications.Take(MaxPublications - 1)], diagnostics, sources, Failure: null));

    /// <param name="failure">Null after a success.</param>
    public void Looked(string? failure)
    {
        if (history.Failure != failure) Change(history with { Failure = failure });
    }

    private void Change(PublicationHistory changed)
    {
        var before = next;
        history = changed;
        next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        before.SetResult();
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
