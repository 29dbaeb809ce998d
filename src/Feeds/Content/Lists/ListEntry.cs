using System.Text;
using Feeds.Content.Files;
using Feeds.Content.FrontMatter;
using Feeds.Content.Sources;
using Feeds.Model.Names;

namespace Feeds.Content.Lists;

/// <summary>One event of a list, as the front matter and the body of a file of its own.</summary>
/// <param name="Line">The line in the file on which it starts.</param>
/// <param name="Text">Its values and its body without their place in the file.</param>
/// <param name="IsRecovered">Whether its text is invalid and was read line by line.</param>
internal sealed record ListEntry(FrontMatterBlock Block, int Line, string Text, bool IsRecovered)
{
    /// <summary>Its id, which is unique in its list alone.</summary>
    public string? Id { get; init; }

    /// <summary>The event as a calendar of others has it; null for an entry of a list of the author.</summary>
    public RemoteEntry? Remote { get; init; }

    public static ListEntry Of(FrontMatterBlock block, int line, bool isRecovered)
    {
        var text = new StringBuilder();
        Append(text, block.Values);
        return new ListEntry(block, line, text.Append('\n').Append(block.Body).ToString(), isRecovered);
    }

    /// <summary>The entry as a file, whose path ends with its key.</summary>
    public SourceFile In(SourceFile list, string key)
    {
        var hash = ContentHash.Of(Encoding.UTF8.GetBytes(Text));
        return new SourceFile(EntryPath.Of(list.Path, key), list.Version, PackedBytes.Empty, hash, Problem: null) { Entry = this };
    }

    private static void Append(StringBuilder text, Value value)
    {
        switch (value)
        {
            case TextValue written:
                text.Append(written.Text);
                break;
            case ListValue list:
                text.Append('[');
                foreach (var item in list.Items)
                {
                    Append(text, item);
                    text.Append('\n');
                }

                text.Append(']');
                break;
            case MapValue map:
                text.Append('{');
                foreach (var field in map.Fields)
                {
                    text.Append(field.Key).Append(": ");
                    Append(text, field.Value);
                    text.Append('\n');
                }

                text.Append('}');
                break;
        }
    }
}
