using System.Collections.Immutable;
using Feeds.Pages;

namespace Feeds.Publishing.Html;

/// <summary>Divides long lists into pages.</summary>
internal static class Paging
{
    private const int MaxLinksPerSide = 2;

    /// <param name="path">The path of the first page, below which the others are.</param>
    public static IEnumerable<(string Path, ImmutableArray<T> Items, ImmutableArray<PageLink> Pages)> Of<T>(
        string path, ImmutableArray<T> all, int max) =>
        Of(path, Count(all, max)).Select((page, index) => (page.Path, Part(all, max, index), page.Pages));

    public static IEnumerable<(string Path, ImmutableArray<PageLink> Pages)> Of(string path, int count)
    {
        ImmutableArray<string> paths =
            [path, .. Enumerable.Range(2, count - 1).Select(number => FormattableString.Invariant($"{path}{number}/"))];
        return paths.Select((page, index) => (page, count == 1 ? [] : Links(paths, index)));
    }

    /// <summary>At least 1.</summary>
    public static int Count<T>(ImmutableArray<T> all, int max) => Math.Max(1, (all.Length + max - 1) / max);

    public static ImmutableArray<T> Part<T>(ImmutableArray<T> all, int max, int index) => [.. all.Skip(index * max).Take(max)];

    private static ImmutableArray<PageLink> Links(ImmutableArray<string> paths, int here)
    {
        var (first, last) = (Math.Max(0, here - MaxLinksPerSide), Math.Min(paths.Length - 1, here + MaxLinksPerSide));
        var beside = Enumerable.Range(first, last - first + 1);
        var shown = beside.Prepend(0).Append(paths.Length - 1).Distinct();
        return [.. shown.Select(index => new PageLink(FormattableString.Invariant($"{index + 1}"), index == here ? null : paths[index]))];
    }
}
