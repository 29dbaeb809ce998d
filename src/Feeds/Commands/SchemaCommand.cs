using System.CommandLine;
using Feeds.Content.Schemas;
using Feeds.Model;

namespace Feeds.Commands;

/// <summary>The command <c>feeds schema</c>.</summary>
internal static class SchemaCommand
{
    public static Command Create() => new("schema", "Print a JSON Schema, with which editors complete and check what you write")
    {
        Printing("site", "The settings in site.yaml", Site),
        Printing("post", "The front matter of posts", () => FrontMatter("post", DocumentKind.Post)),
        Printing("event", "The front matter of events", () => FrontMatter("event", DocumentKind.Event)),
        Printing("list", "Lists of events, such as _data/events.yml", List),
    };

    public static string Site() => SchemaWriter.Write("Settings of Feeds", SiteSchema.Read());

    private static string List() => SchemaWriter.Write("Lists of events in Feeds", FrontMatterSchema.OfList());

    private static string FrontMatter(string kind, DocumentKind read) =>
        SchemaWriter.Write($"Front matter of {kind}s in Feeds", FrontMatterSchema.Of(read));

    private static Command Printing(string name, string description, Func<string> schema)
    {
        var command = new Command(name, description);
        command.SetAction(parsed => parsed.InvocationConfiguration.Output.Write(schema()));
        return command;
    }
}
