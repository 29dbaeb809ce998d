using System.Text.RegularExpressions;
using Feeds.Publishing;
using Feeds.Publishing.Output;
using Feeds.Tests.Interop;
using Feeds.Tests.Web;
using Feeds.Web.Status;
using Xunit;

namespace Feeds.Tests.Packaging;

/// <summary>What the README tells operators to write, held to what the program and the image are.</summary>
public sealed partial class ReadmeTests : IDisposable
{
    private readonly TempFolder disk = new();

    public void Dispose() => disk.Dispose();

    [Fact]
    public async Task NamesNoOption_ThatACommandHasNot()
    {
        string[] commands = ["serve", "build", "check", "lock", "diff", "new"];
        foreach (var command in commands)
        {
            var named = CommandLines(command).SelectMany(line => Option().Matches(line).Select(match => match.Value)).ToHashSet(StringComparer.Ordinal);
            var help = await Shell.ExpectAsync(disk.Root, "dotnet", Path.Join(AppContext.BaseDirectory, "feeds.dll"), command, "--help");

            Assert.NotEqual(command == "new", named.Count > 0);
            Assert.Subset(Option().Matches(help).Select(match => match.Value).ToHashSet(StringComparer.Ordinal), named);
        }
    }

    [Fact]
    public void NamesEveryMetric_WithItsUnit()
    {
        using var measured = new Measured(new PublicationLog());
        var table = Source.Read("README.md").Split("\n| metric | unit |")[1].Split("\n\n")[0].Split('\n').Skip(2).Select(row => row.Split('|')).Select(cells => $"{cells[1].Trim(' ', '`')} {cells[2].Trim()}");

        Assert.Equal(measured.Instruments.Order(StringComparer.Ordinal), table.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TypesFiles_AsTheServerTypesThem()
    {
        var table = Source.Read("README.md").Split("\n| the name ends with |")[1].Split("\n\n")[0].Split('\n').Skip(2).Select(row => row.Split('`')).Select(cells => (Ending: cells[1], Type: cells[3])).ToArray();
        foreach (var item in StrangeSite.Named("sample").Publication.Representations.Values)
        {
            var file = OutputFile.Of(item, OutputForms.Plain).Single().Path;
            var type = table.FirstOrDefault(row => file.EndsWith(row.Ending, StringComparison.Ordinal)).Type;

            if (type is null) Assert.Equal(MediaType.OfFile(file)?.Essence, item.MediaType.Name);
            else Assert.Equal(item.MediaType.Name, type);
        }
    }

    /// <summary>What the README writes behind a command, in a block or within a sentence.</summary>
    private static IEnumerable<string> CommandLines(string command) =>
        Regex.Matches(Source.Read("README.md"), $@"\bfeeds {command}\b(?<rest>[^`\n]*)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(match => match.Groups["rest"].Value);

    [GeneratedRegex(@"(?<=[\s\[])--[a-z][a-z-]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Option();
}
