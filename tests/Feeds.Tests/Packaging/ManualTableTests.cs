using System.CommandLine;
using System.CommandLine.Help;
using System.Text.RegularExpressions;
using Feeds.Commands;
using Feeds.Model.Names;
using Feeds.Publishing;
using Feeds.Publishing.Output;
using Feeds.Tests.Interop;
using Feeds.Tests.Web;
using Feeds.Web.Status;
using Xunit;

namespace Feeds.Tests.Packaging;

/// <summary>The commands, addresses, metrics and media types that the manual lists: all there are, and no others.</summary>
public sealed class ManualTableTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly ManualPage AddressPage = ManualPage.Named("addresses.md");

    [Fact]
    public void ListsTheOptions_OfEveryCommand()
    {
        var known = from command in Commands(CommandLine.Create(), "feeds")
                    from word in Words(command.Command)
                    select $"{command.Name} {word}";
        var listed = from section in ManualPage.Named("commands.md").Sections
                     where section.Heading.StartsWith("feeds ", StringComparison.Ordinal)
                     from word in section.Words
                     select $"{section.Heading} {word}";

        ManualLists.AreSame(known, listed);
    }

    [Fact]
    public void ListsTheAddresses_ThatArePublished()
    {
        var posts = Enumerable.Range(1, 45).Select(Post);
        var publication = FolderOf.Published("2026-11-20T12:00:00Z", [.. AddressPage.Files, .. posts]);
        string[] ofSeveralTags = ["/tags/club+repairs/rss.xml", "/tags/club+walks/calendar.ics"];
        string[] published = [.. publication.Representations.Keys, .. ofSeveralTags];
        var patterns = Patterns();

        Assert.All(ofSeveralTags, path => Assert.NotNull(publication.Find(path)));
        Assert.DoesNotContain(published, path => !patterns.Values.Any(pattern => pattern.IsMatch(path)));
        Assert.DoesNotContain(patterns.Keys, address => !published.Any(patterns[address].IsMatch));
    }

    [Fact]
    public void NamesEveryAddress_ThatIsFixed()
    {
        var patterns = Patterns();
        // The page says once for all what is below /feeds/ when another generator has the root.
        var paths = from address in Addresses.All
                    where !address.Path.StartsWith(Addresses.Feeds, StringComparison.Ordinal)
                    where !AddressPage.Text.Contains($"`{address.Path}`", StringComparison.Ordinal)
                    select address.Path;

        Assert.DoesNotContain(paths, path => !patterns.Values.Any(pattern => pattern.IsMatch(path)));
    }

    [Fact]
    public void ListsEveryMetric_WithItsUnit()
    {
        using var measured = new Measured(new PublicationLog());
        var table = ManualPage.Named("monitoring.md").Text.Split("\n| metric | unit |")[1].Split("\n\n")[0];
        var listed = from row in table.Split('\n').Skip(2)
                     let cells = row.Split('|')
                     select $"{cells[1].Trim(' ', '`')} {cells[2].Trim()}";

        ManualLists.AreSame(measured.Instruments, listed);
    }

    [Fact]
    public void TypesFiles_AsTheServerTypesThem()
    {
        var table = ManualPage.Named("publishing-static-sites.md").Rows("the name ends with")
            .Select(row => (Ending: row[0].Single(), Type: row[1].Single()))
            .ToArray();
        foreach (var item in StrangeSite.Named("sample").Publication.Representations.Values)
        {
            var file = OutputFile.Of(item, OutputForms.Plain).Single().Path;
            var type = table.FirstOrDefault(row => file.EndsWith(row.Ending, StringComparison.Ordinal)).Type;

            if (type is null) Assert.Equal(MediaType.OfFile(file)?.Essence, item.MediaType.Name);
            else Assert.Equal(item.MediaType.Name, type);
        }
    }

    private static (string Path, string Text) Post(int number) => (
        FormattableString.Invariant($"posts/{number}.md"),
        FormattableString.Invariant($"---\ntitle: Post {number}\ndate: 2026-10-01 {number % 24}:{number}\n---\nText.\n"));

    private static IEnumerable<(string Name, Command Command)> Commands(Command parent, string prefix) =>
        parent.Subcommands.SelectMany(command =>
        {
            var name = $"{prefix} {command.Name}";
            return command.Subcommands.Count > 0 ? Commands(command, name) : [(name, command)];
        });

    private static IEnumerable<string> Words(Command command) =>
    [
        .. command.Arguments.Select(argument => argument.Name),
        .. command.Options.Where(option => option is not HelpOption).SelectMany(option => option.Aliases.Append(option.Name)),
    ];

    /// <summary>The addresses of the page, each with what it may be.</summary>
    private static Dictionary<string, Regex> Patterns() =>
        AddressPage.Rows("address", "is").SelectMany(row => row[0]).ToDictionary(address => address, PatternOf, StringComparer.Ordinal);

    private static Regex PatternOf(string address)
    {
        var pattern = Regex.Escape(address)
            .Replace(@"\{feed}", @"(atom\.xml|rss\.xml|feed\.json)", StringComparison.Ordinal)
            .Replace(@"\{n}", @"\d+", StringComparison.Ordinal)
            .Replace(@"\{year}", @"\d+", StringComparison.Ordinal);
        pattern = Regex.Replace(pattern, @"\\\{\w+}", "[^/+]+", RegexOptions.None, Patience);
        return new Regex($"^{pattern}$", RegexOptions.ExplicitCapture, Patience);
    }
}
