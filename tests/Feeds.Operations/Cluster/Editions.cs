using System.Globalization;
using System.Text.RegularExpressions;
using Feeds.Benchmarks;
using Feeds.Tests;

namespace Feeds.Operations.Cluster;

/// <summary>Content that is edited, and committed with its lock each time.</summary>
internal sealed partial class Editions
{
    private const int Posts = 40;

    private readonly FeedsProgram feeds;
    private readonly TempFolder disk;
    private readonly string folder;

    public Editions(FeedsProgram feeds, TempFolder disk, string folder)
    {
        (this.feeds, this.disk, this.folder) = (feeds, disk, folder);
        GeneratedSite.Write(disk, folder, Posts);
        Edit();
    }

    /// <summary>Which is the newest; the first is 0.</summary>
    public int Number { get; private set; }

    /// <summary>The words by which it is known wherever it is shown.</summary>
    public string Title => string.Create(CultureInfo.InvariantCulture, $"Edition {Number} of all");

    /// <summary>The number of the edition that a text is from; null where it says none.</summary>
    public static int? NumberIn(string text) => Written().Match(text) is { Success: true } match ? int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) : null;

    /// <summary>Makes a new one.</summary>
    public void Write()
    {
        Number++;
        Edit();
    }

    /// <summary>Puts a copy of the newest where a server finds it.</summary>
    public void CopyTo(string target)
    {
        foreach (var file in Directory.EnumerateFiles(disk.At($"{folder}/content"), "*", SearchOption.AllDirectories))
        {
            disk.Write($"{target}/{Path.GetRelativePath(disk.At($"{folder}/content"), file)}", File.ReadAllBytes(file));
        }
    }

    private void Edit()
    {
        disk.Write($"{folder}/content/posts/plan.md", $"---\ntitle: {Title}\nslug: plan\ndate: 2020-01-01\ntags: [plan]\n---\nThe plan of {Title}.\n");
        disk.Write($"{folder}/content/events/plan.md", $"---\ntitle: {Title}\nslug: plan\nstart: 2040-05-05 18:00\nvenue: The hall\npublishedAt: 2020-01-02\ntags: [plan]\n---\nThe evening of {Title}.\n");
        Programs.Run("dotnet", feeds.Location, "lock", disk.At($"{folder}/content"));
    }

    [GeneratedRegex("Edition (?<number>[0-9]+) of all", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Written();
}
