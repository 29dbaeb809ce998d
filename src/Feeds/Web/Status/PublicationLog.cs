using System.Collections.Immutable;
using Feeds.Content.Files;
using Feeds.Model;
using Feeds.Publishing;

namespace Feeds.Web.Status;

/// <summary>What the server did and found since it started, as far as its owner is shown it.</summary>
/// <param name="Publications">The last ones, newest first.</param>
/// <param name="Failure">Why the last look at the content failed; null when it did not.</param>
internal sealed record JournalPage(ImmutableArray<PublicationNote> Publications, ImmutableArray<Diagnostic> Diagnostics, string? Failure);

/// <summary>Keeps what is worth telling the owner of the last publications; replaced whole, by the one thread that publishes.</summary>
internal sealed class PublicationLog
{
    private const int MaxPublications = 10;

    /// <summary>How many names one publication keeps.</summary>
    private const int MaxNames = 200;

    private volatile JournalPage page = new([], [], Failure: null);

    public JournalPage Page => page;

    public void Published(PublicationNote note, ImmutableArray<Diagnostic> diagnostics) =>
        page = new JournalPage([note, .. page.Publications.Take(MaxPublications - 1)], diagnostics, Failure: null);

    /// <param name="failure">Null after a look that went well.</param>
    public void Looked(string? failure)
    {
        if (page.Failure != failure) page = page with { Failure = failure };
    }

    /// <summary>The files that are not as they were before.</summary>
    public static ImmutableArray<string> ChangedFiles(FolderReading? before, FolderReading now)
    {
        if (before is null) return [];
        var (old, current) = (StateOf(before), StateOf(now));
        var changed = current.Where(file => !old.TryGetValue(file.Key, out var state) || !state.Equals(file.Value)).Select(file => file.Key);
        return [.. changed.Concat(old.Keys.Except(current.Keys, StringComparer.Ordinal)).Order(StringComparer.Ordinal).Take(MaxNames)];
    }

    /// <summary>The addresses whose content is not as it was; none at the start. Nothing is rendered to find out.</summary>
    public static ImmutableArray<string> ChangedAddresses(Publication? before, Publication now)
    {
        if (before is null) return [];
        var changed = now.Representations.Values.Where(item => !IsSame(item, before.Representations.GetValueOrDefault(item.Path))).Select(item => item.Path);
        return [.. changed.Concat(before.Representations.Keys.Where(path => !now.Representations.ContainsKey(path))).Order(StringComparer.Ordinal).Take(MaxNames)];
    }

    private static bool IsSame(Representation now, Representation? before) => ReferenceEquals(now, before) || (before is not null && now.CacheKey.SequenceEqual(before.CacheKey));

    private static Dictionary<string, object> StateOf(FolderReading folder) =>
        folder.Files.Select(file => (file.Path, State: (object)file.Hash)).Concat(folder.Assets.Select(asset => (asset.File.Path, State: (object)asset.Version))).ToDictionary(file => file.Path, file => file.State, StringComparer.Ordinal);
}
