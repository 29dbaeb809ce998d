using System.Collections.Immutable;
using Feeds.Pages;

namespace Feeds.Publishing.Html;

/// <summary>Parts lists that are too long for one page.</summary>
internal static class Paging
{
    /// <summary>How many pages on either side of one it leads to, beside the first and the last.</summary>
    private const int MaxBeside = 2;

    /// <summary>The parts of a list, each with its path and the links to the others.</summary>
    /// <param name="path">Of the first page; those of the others lie below it.</param>
    public static IEnumerable<(string Path, ImmutableArray<T> Items, ImmutableArray<PageLink> Pages)> Of<T>(string path, ImmutableArray<T> all, int max) =>
        Of(path, Count(all, max)).Select((page, index) => (page.Path, Part(all, max, index), page.Pages));

    /// <summary>So many pages, each with its path and the links to the others.</summary>
    /// <inheritdoc cref="Of{T}"/>
    public static IEnumerable<(string Path, ImmutableArray<PageLink> Pages)> Of(string path, int count)
    {
        ImmutableArray<string> paths = [.. Enumerable.Range(1, count).Select(number => number == 1 ? path : FormattableString.Invariant($"{path}{number}/"))];
        return paths.Select((page, index) => (page, count == 1 ? [] : Links(paths, index)));
    }

    /// <summary>How many pages a list takes: one, where it is empty.</summary>
    public static int Count<T>(ImmutableArray<T> all, int max) => Math.Max(1, (all.Length + max - 1) / max);

    /// <summary>What stands on a page; nothing beyond the last.</summary>
    public static ImmutableArray<T> Part<T>(ImmutableArray<T> all, int max, int index) => [.. all.Skip(index * max).Take(max)];

    private static ImmutableArray<PageLink> Links(ImmutableArray<string> paths, int here)
    {
        var (first, last) = (Math.Max(0, here - MaxBeside), Math.Min(paths.Length - 1, here + MaxBeside));
        var beside = Enumerable.Range(first, last - first + 1);
        return [.. beside.Prepend(0).Append(paths.Length - 1).Distinct().Select(index => new PageLink(FormattableString.Invariant($"{index + 1}"), index == here ? null : paths[index]))];
    }
}
