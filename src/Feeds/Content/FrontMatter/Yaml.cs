using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Feeds.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Feeds.Content.FrontMatter;

/// <summary>Reads YAML into values: each scalar as the written text, each value with its line.</summary>
internal sealed partial class Yaml(string text, int lineOffset, DiagnosticBag report)
{
    private static readonly FrozenSet<string> Titles = FieldNames.Title.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Terms =
        FieldNames.Tags.Concat(FieldNames.Categories).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private const int MaxDepth = 32;
    private const int MaxValues = 10_000;

    /// <summary>The parser reads the lines of a long text in quotes many times.</summary>
    private const int MaxCharacters = 100_000;

    /// <summary>The characters that aliases may add: a few lines of them can make gigabytes.</summary>
    private const int MaxAliased = 100_000;

    private readonly Parser parser = new(new StringReader(text));
    private readonly Dictionary<AnchorName, Value> anchors = [];
    private bool isOfNames;
    private int values;
    private int aliased;

    public static bool IsTitle(string key) => Titles.Contains(key);

    /// <summary>Reads a mapping.</summary>
    /// <param name="firstLine">The line in the file on which the text starts.</param>
    public static Reading Read(string text, int firstLine, DiagnosticBag report)
    {
        if (text.Length > MaxCharacters)
            return new Reading(null, firstLine, FormattableString.Invariant($"more than {MaxCharacters} characters"));
        try
        {
            return new Reading(new Yaml(text, firstLine - 1, report).ReadDocument(firstLine), 0, "");
        }
        catch (YamlException exception)
        {
            // The parser reports a tab at the start of its mapping.
            var tab = exception.Message.Contains("tab", StringComparison.OrdinalIgnoreCase)
                ? Array.FindIndex(text.Split('\n'), line => line.TrimStart(' ').StartsWith('\t'))
                : -1;
            return new Reading(null, firstLine + (tab >= 0 ? tab : (int)Math.Max(1, exception.Start.Line) - 1), Reason(exception));
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet's scanner throws it for some invalid keys, without a place.
            return new Reading(null, firstLine, "its brackets and quotes do not fit together");
        }
    }

    /// <summary>The documents of a file; null when it is invalid or too long.</summary>
    public static ImmutableArray<Value>? Documents(string text, DiagnosticBag report)
    {
        if (text.Length > MaxCharacters) return null;
        try
        {
            return new Yaml(text, lineOffset: 0, report).ReadDocuments();
        }
        catch (Exception exception) when (exception is YamlException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Reason(YamlException exception) => exception.Message.TrimEnd('.') switch
    {
        var message when message.Contains("mapping values are not allowed", StringComparison.OrdinalIgnoreCase) =>
            "a value that contains ': ' needs quotes",
        var message when message.Contains("tab", StringComparison.OrdinalIgnoreCase) => "a tab cannot indent; write blanks",
        var message => message.Split(" (at Line")[0],
    };

    private ImmutableArray<Value> ReadDocuments()
    {
        var documents = ImmutableArray.CreateBuilder<Value>();
        parser.Consume<StreamStart>();
        while (parser.TryConsume<DocumentStart>(out var start))
        {
            anchors.Clear();
            documents.Add(ReadValue(depth: 0) ?? new TextValue("", LineOf(start)));
            parser.Consume<DocumentEnd>();
        }

        return documents.DrainToImmutable();
    }

    private MapValue ReadDocument(int firstLine)
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _)) return new MapValue([], firstLine);
        parser.Consume<DocumentStart>();
        if (parser.Accept<MappingStart>(out var start)) return ReadMapping(depth: 0);
        if (parser.Accept<Scalar>(out var scalar) && IsNull(scalar)) return new MapValue([], firstLine);
        throw Invalid(parser.Current!, $"there are no 'key: value' lines");
    }

    /// <summary>The next value; null for an empty one.</summary>
    private Value? ReadValue(int depth)
    {
        if (++values > MaxValues) throw Invalid(parser.Current!, $"more than {MaxValues} values");
        if (depth > MaxDepth) throw Invalid(parser.Current!, $"nested deeper than {MaxDepth} levels");
        if (parser.Accept<MappingStart>(out var mapping)) return Anchored(mapping, ReadMapping(depth));
        if (parser.Accept<SequenceStart>(out var sequence)) return Anchored(sequence, ReadSequence(depth));
        if (parser.TryConsume<AnchorAlias>(out var alias)) return Aliased(alias);
        var scalar = parser.Consume<Scalar>();
        return IsNull(scalar) ? null : TextOf(scalar);
    }

    private MapValue ReadMapping(int depth)
    {
        var start = parser.Consume<MappingStart>();
        var fields = new OrderedDictionary<string, Field>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>();
            // Below 'keys' of site.yaml, a title is the names of one.
            if (depth == 0) isOfNames = key.Value == "keys";
            var value = Titles.Contains(key.Value) && !isOfNames ? ReadTitle(depth + 1) : ReadValue(depth + 1);
            if (Terms.Contains(key.Value)) ReportComments(key);
            if (value is null) continue;
            var field = new Field(key.Value, value, LineOf(key));
            if (fields.TryGetValue(field.Key, out var earlier))
                report.Warning(field.Line, $"'{field.Key}' stands here again; what line {earlier.Line} says is not used");
            fields[field.Key] = field;
        }

        return new MapValue([.. fields.Values], LineOf(start));
    }

    /// <summary>A title, with what YAML reads as a list, a tag or a comment in one without quotes.</summary>
    private Value? ReadTitle(int depth)
    {
        if (parser.Accept<SequenceStart>(out var list) && list.Style == SequenceStyle.Flow)
        {
            parser.MoveNext();
            while (!parser.Accept<SequenceEnd>(out _)) ReadValue(depth + 1);
            var written = text[(int)list.Start.Index..((int)parser.Consume<SequenceEnd>().Start.Index + 1)];
            report.Warning(LineOf(list), $"YAML takes this title for a list; it is read as it stands, but write: \"{written}\"");
            return new TextValue(written, LineOf(list));
        }

        return parser.TryConsume<Scalar>(out var scalar) ? ReadTitle(scalar) : ReadValue(depth);
    }

    private Value? ReadTitle(Scalar scalar)
    {
        if (scalar is { Style: ScalarStyle.Plain, Tag: { IsEmpty: false, IsNonSpecific: false } tag } && tag.Value is ['!', not '!', ..])
        {
            var written = $"{tag.Value} {scalar.Value}";
            var problem = $"YAML takes '{tag.Value}' for no part of this title";
            report.Warning(LineOf(scalar), $"{problem}; it is read as it stands, but write: \"{written}\"");
            return new TextValue(written, LineOf(scalar));
        }

        if (scalar.Style != ScalarStyle.Plain) return scalar.Value.Length == 0 ? null : TextOf(scalar);
        var end = (int)scalar.End.Index;
        var lineEnd = text.IndexOf('\n', Math.Min(end, text.Length)) is >= 0 and var at ? at : text.Length;
        var cut = text[Math.Min(end, lineEnd)..lineEnd].TrimEnd();
        if (!cut.TrimStart().StartsWith('#')) return IsNull(scalar) ? null : TextOf(scalar);
        var whole = (scalar.Value + cut).Trim();
        // A note of the author, and no "#2" or "# 2".
        if (scalar.Value.Length > 0 && cut.TrimStart() is ['#', ' ', .. var note] && char.IsLetter(note.TrimStart().FirstOrDefault()))
        {
            var problem = $"YAML takes '{cut.Trim()}' for a comment, so this title ends before it";
            report.Warning(LineOf(scalar), $"{problem}; if it does not, write: \"{whole}\"");
            return TextOf(scalar);
        }

        report.Warning(LineOf(scalar), $"YAML ends this title before '#'; it is read as it stands, but write: \"{whole}\"");
        return new TextValue(whole, LineOf(scalar));
    }

    /// <summary>Warns of tags that YAML takes for comments.</summary>
    private void ReportComments(Scalar key)
    {
        var end = Math.Min(text.Length, (int)parser.Current!.Start.Index);
        if (text.AsSpan()[(int)key.End.Index..Math.Max(end, (int)key.End.Index)].IndexOf('#') < 0) return;
        var line = LineOf(key);
        foreach (var written in text[(int)key.End.Index..end].Split('\n'))
        {
            if (LostTag().Match(written) is { Success: true, Groups: var groups } && groups["tag"].Value is var tag)
                report.Warning(line, $"YAML takes '{tag}' for a comment, so that tag is lost; write: \"{tag}\"");
            line++;
        }
    }

    private ListValue ReadSequence(int depth)
    {
        var start = parser.Consume<SequenceStart>();
        var items = ImmutableArray.CreateBuilder<Value>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            if (ReadValue(depth + 1) is { } item) items.Add(item);
        }

        return new ListValue(items.DrainToImmutable(), LineOf(start));
    }

    private Value TextOf(Scalar scalar) => Anchored(scalar, new TextValue(scalar.Value, LineOf(scalar)));

    private Value Anchored(NodeEvent node, Value value)
    {
        if (!node.Anchor.IsEmpty) anchors[node.Anchor] = value;
        return value;
    }

    // Each alias of a value is counted, because a few lines of anchors can name a billion values.
    private Value Aliased(AnchorAlias alias)
    {
        if (!anchors.TryGetValue(alias.Value, out var value))
            throw Invalid(alias, $"'*{alias.Value}' names nothing above it");
        values += Count(value);
        aliased += Length(value);
        if (aliased > MaxAliased) throw Invalid(alias, $"names stand for more than {MaxAliased} characters");
        return value;
    }

    private static YamlException Invalid(ParsingEvent node, FormattableString problem) =>
        new(node.Start, node.End, FormattableString.Invariant(problem));

    private static int Length(Value value) => value switch
    {
        TextValue text => text.Text.Length,
        ListValue list => list.Items.Sum(Length),
        MapValue map => map.Fields.Sum(field => field.Key.Length + Length(field.Value)),
        _ => 0,
    };

    private static int Count(Value value) => value switch
    {
        ListValue list => 1 + list.Items.Sum(Count),
        MapValue map => 1 + map.Fields.Sum(field => Count(field.Value)),
        _ => 1,
    };

    private int LineOf(ParsingEvent node) => lineOffset + (int)node.Start.Line;

    /// <summary>A hash sign with a word, behind the colon of a key, the dash of an item or another tag without quotes.</summary>
    [GeneratedRegex(@"^(:|\s*-|[^#""']*[^\s#""'])\s+(?<tag>#\w[^\s,#]*)", LinearRegex.Options)]
    private static partial Regex LostTag();

    private static bool IsNull(Scalar scalar) =>
        scalar is { IsQuotedImplicit: false, Style: ScalarStyle.Plain, Value: "" or "~" or "null" or "Null" or "NULL" };

    /// <summary>The values, or the problem and its line in the file.</summary>
    public readonly record struct Reading(MapValue? Values, int ProblemLine, string Problem);
}
