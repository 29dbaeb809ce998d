using Xunit;

namespace Feeds.Tests.Packaging;

/// <summary>Compares what the program knows with what the manual lists.</summary>
internal static class ManualLists
{
    /// <summary>Fails with the names that only one of them has.</summary>
    public static void AreSame(IEnumerable<string> known, IEnumerable<string> listed)
    {
        var (all, told) = (known.ToHashSet(StringComparer.Ordinal), listed.ToHashSet(StringComparer.Ordinal));
        var missing = all.Except(told, StringComparer.Ordinal).Select(name => $"missing: {name}");
        var unknown = told.Except(all, StringComparer.Ordinal).Select(name => $"unknown: {name}");

        Assert.Equal("", string.Join('\n', missing.Concat(unknown).Order(StringComparer.Ordinal)));
    }
}
