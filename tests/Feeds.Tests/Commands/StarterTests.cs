using System.CommandLine;
using Feeds.Commands;
using Xunit;

namespace Feeds.Tests.Commands;

/// <summary>The commands that write files to start from.</summary>
public sealed class StarterTests : IDisposable
{
    private readonly TempFolder disk = new();

    public void Dispose() => disk.Dispose();

    [Fact]
    public void CreatesASite_ThatHasNoOtherMistakeThanItsText()
    {
        Assert.Equal(0, Run("init", disk.At("club"), "--title", "A \"B\": c", "--url", "https://club.example/", "--timezone", "Europe/Prague", "--yes").ExitCode);

        Assert.Equal([".gitignore", ".site.schema.json", "events/first-meetup.md", "posts/hello.md", "site.yaml"], disk.Files().Select(file => file["club/".Length..]).Order(StringComparer.Ordinal));
        var check = Run("check", disk.At("club"));
        Assert.Equal(0, check.ExitCode);
        Assert.Equal(
            ["events/first-meetup.md:1: warning: it still has the text or the place of the template; write your own", "posts/hello.md:1: warning: it still has the text of the template; write your own", "2 files, 1 post, 1 event: 0 errors, 2 warnings", ""],
            check.Output.Split('\n'));
    }

    [Fact]
    public void KeepsFiles_AndAddsNoExamplesToThem()
    {
        disk.Write("posts/mine.md", "---\ntitle: Mine\ndate: 2026-01-02\n---\nText.\n");
        disk.Write(".gitignore", "x\n");

        Assert.Contains($"kept {disk.At(".gitignore")}\n", Run("init", disk.Root, "--yes").Output, StringComparison.Ordinal);
        Assert.Equal([".gitignore", ".site.schema.json", "posts/mine.md", "site.yaml"], disk.Files().Order(StringComparer.Ordinal));
        Assert.Equal("x\n", File.ReadAllText(disk.At(".gitignore")));
    }

    [Fact]
    public void PublishesNothing_OfTheSchemaBesideTheSettings()
    {
        Run("init", disk.At("club"), "--url", "https://club.example/", "--yes");

        Assert.Equal(0, Run("build", disk.At("club"), "--output", disk.At("public")).ExitCode);
        Assert.DoesNotContain(disk.Files(), file => file.StartsWith("public/", StringComparison.Ordinal) && file.Contains("schema", StringComparison.Ordinal));
    }

    [Fact]
    public void WritesNoSchema_BesideSettingsThatExist()
    {
        disk.Write("site.yaml", FolderOf.SiteYaml);

        Assert.DoesNotContain("schema", Run("init", disk.Root, "--yes").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("init", "--title", " ")]
    [InlineData("init", "--url", "club.example")]
    [InlineData("init", "--timezone", "Prague")]
    [InlineData("init", "--language", "český")]
    [InlineData("new", "post", "")]
    [InlineData("new", "post", "  ")]
    [InlineData("new", "post", "A", "--date", "tomorrow")]
    [InlineData("new", "event", "A", "--end", "late")]
    public void WritesNothing_WhenAnAnswerIsWrong(params string[] arguments)
    {
        string[] folder = arguments[0] == "init" ? [disk.At("club")] : [];
        var ended = Run([.. arguments, .. folder]);

        Assert.NotEmpty(ended.Errors);
        Assert.Empty(disk.Files());
    }

    [Fact]
    public void WritesAnEvent_AsTheOptionsSay()
    {
        var ended = Run("new", "event", "Walk: \"the\" hill", disk.At("club"), "--date", "2027-02-10T18:30", "--end", "20:30", "--place", "Mill, 1 Lane");

        Assert.Equal($"wrote {disk.At("club/events/walk-the-hill.md")}\nNext: edit it, then run 'feeds check {disk.At("club")}'.\n", ended.Output);
        var text = File.ReadAllText(disk.At("club/events/walk-the-hill.md"));
        Assert.StartsWith("---\ntitle: \"Walk: \\\"the\\\" hill\"\nstart: 2027-02-10T18:30\nend: \"20:30\"\nlocation: \"Mill, 1 Lane\"\n", text, StringComparison.Ordinal);
    }

    private static (int ExitCode, string Output, string Errors) Run(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var parsed = CommandLine.Create().Parse(arguments);
        var exitCode = parsed.Invoke(new InvocationConfiguration { Output = output, Error = errors });
        return (exitCode, output.ToString(), errors.ToString());
    }
}
