using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Feeds.Benchmarks;
using Feeds.Tests;

namespace Feeds.Operations.Faults;

/// <summary>A checkout that writes 20,000 files anew, by git itself and by a program that writes each in two halves.</summary>
internal static class Checkout
{
    private const int Posts = 20_000;
    private const double MaxSeconds = 10;

    /// <summary>Those whose pages are polled, from all over the folder.</summary>
    private static readonly ImmutableArray<Asked> Pages =
        [new("/atom.xml"), new("/feed.json"), new("/rss.xml"), .. Enumerable.Range(1, 9).Select(number => new Asked(PageOf(number * Posts / 10))), new("/posts/nothing/", IsThere: false)];

    public static Row? ByGit(FeedsProgram feeds, TempFolder disk)
    {
        const string what = "a checkout of 20,000 files by git";
        if (!Programs.IsInstalled("git", what)) return null;
        var content = disk.At("cloned");
        Write(content, "old", File.WriteAllText);
        Git("init", "--quiet", "--initial-branch=old");
        Git("add", "--all");
        Git("commit", "--quiet", "--message=old");
        Git("checkout", "--quiet", "-b", "new");
        Write(content, "new", File.WriteAllText);
        Git("add", "--all");
        Git("commit", "--quiet", "--message=new");
        Git("checkout", "--quiet", "old");
        return Measure(what, content, feeds, text => Git("checkout", "--quiet", text));

        void Git(params string[] words) => Programs.Run("git", ["-C", content, "-c", "user.name=A", "-c", "user.email=a@club.example", .. words]);
    }

    public static Row InHalves(FeedsProgram feeds, TempFolder disk)
    {
        var content = disk.At("halved");
        Write(content, "old", File.WriteAllText);
        return Measure("20,000 files written in two halves each", content, feeds, text => Write(content, text, WriteInHalves));
    }

    /// <param name="checkOut">Makes all posts say a word that they did not say before.</param>
    private static Row Measure(string what, string content, FeedsProgram feeds, Action<string> checkOut)
    {
        using var trial = new Trial(Command.Serve(feeds, content), content, $"posts/{NameOf(Posts - 1)}.md", Pages);
        trial.Polls.Await(200);
        var slowest = 0.0;
        foreach (var text in (string[])["new", "old", "new"])
        {
            checkOut(text);
            var watch = Stopwatch.StartNew();
            foreach (var page in Pages.Where(page => page.IsThere)) Server.Wait(() => trial.Server.Read(page.Path).Contains($"This is the {text} text.", StringComparison.Ordinal));
            slowest = Math.Max(slowest, watch.Elapsed.TotalSeconds);
        }

        if (slowest > MaxSeconds) trial.Polls.Blame(string.Create(CultureInfo.InvariantCulture, $"published {slowest:F1} s after the end of the checkout"));
        return trial.Row(string.Create(CultureInfo.InvariantCulture, $"{what}, {slowest:F1} s"));
    }

    private static void Write(string content, string text, Action<string, string> write)
    {
        Directory.CreateDirectory(Path.Join(content, "posts"));
        File.WriteAllText(Path.Join(content, "site.yaml"), "title: Club\nurl: https://club.example/\n");
        var first = new DateTime(2020, 1, 1, 8, 0, 0, DateTimeKind.Utc);
        for (var number = 0; number < Posts; number++)
        {
            // The id stands last, where half a file lacks it.
            write(Path.Join(content, $"posts/{NameOf(number)}.md"), string.Create(CultureInfo.InvariantCulture, $"---\ntitle: Post {number}\ndate: {first.AddHours(number):yyyy-MM-dd'T'HH:mm:ss'Z'}\nid: urn:post:{number}\n---\nThis is the {text} text.\n\nIt is there.\n"));
        }
    }

    private static void WriteInHalves(string path, string text)
    {
        using var writer = new StreamWriter(path);
        writer.Write(text.AsSpan(0, text.Length / 2));
        writer.Flush();
        writer.Write(text.AsSpan(text.Length / 2));
    }

    private static string PageOf(int number) => $"/posts/{NameOf(number)}/";

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"post-{number:D5}");
}
