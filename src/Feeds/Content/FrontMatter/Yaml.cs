using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Feeds.Content.FrontMatter;

/// <summary>Reads YAML into values: every scalar as the text that was written, every value with its line.</summary>
internal sealed class Yaml
{
    private static readonly FrozenSet<string> Titles =
        FrozenSet.ToFrozenSet(["title", "newstitle", "name"], StringComparer.OrdinalIgnoreCase);

    private const int MaxDepth = 32;
    private const int MaxValues = 10_000;

    /// <summary>Over the lines of a long text in quotes the parser goes again and again.</summary>
    private const int MaxCharacters = 100_000;

    /// <summary>How much may be said by names for what stands above: a few lines can make gigabytes of it.</summary>
    private const int MaxAliased = 100_000;

    private readonly string text;
    private readonly Parser parser;
    private readonly int lineOffset;
    private readonly DiagnosticBag report;
    private readonly Dictionary<AnchorName, Value> anchors = [];
    private int values;
    private int aliased;

    private Yaml(string text, int lineOffset, DiagnosticBag report)
    {
        this.text = text;
        parser = new Parser(new StringReader(text));
        this.lineOffset = lineOffset;
        this.report = report;
    }

    /// <summary>Whether a key is one of those under which a title is written.</summary>
    public static bool IsTitle(string key) => Titles.Contains(key);

    /// <summary>Reads a mapping.</summary>
    /// <param name="firstLine">The line in the file on which the text starts.</param>
    public static Reading Read(string text, int firstLine, DiagnosticBag report)
    {
        if (text.Length > MaxCharacters)
            return new Reading(null, firstLine, $"more than {MaxCharacters.ToString(CultureInfo.InvariantCulture)} characters");
        try
        {
            return new Reading(new Yaml(text, firstLine - 1, report).ReadDocument(firstLine), 0, "");
        }
        catch (YamlException exception)
        {
            // Of a tab the parser says only in which mapping it stands.
            var tab = exception.Message.Contains("tab", StringComparison.OrdinalIgnoreCase)
                ? Array.FindIndex(text.Split('\n'), line => line.TrimStart(' ').StartsWith('\t'))
                : -1;
            return new Reading(null, firstLine + (tab >= 0 ? tab : (int)Math.Max(1, exception.Start.Line) - 1), Reason(exception));
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet's scanner gives up so on some keys that are no keys, without a place.
            return new Reading(null, firstLine, "its brackets and quotes do not fit together");
        }
    }

    /// <summary>The documents of a file, whatever each holds; null when it is no YAML, or too long.</summary>
    public static ImmutableArray<Value>? Documents(string text)
    {
        if (text.Length > MaxCharacters) return null;
        try
        {
            return new Yaml(text, lineOffset: 0, new DiagnosticBag("")).ReadDocuments();
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
        throw new YamlException(parser.Current!.Start, parser.Current.End, "there are no 'key: value' lines");
    }

    /// <summary>The next value; null where nothing is written.</summary>
    private Value? ReadValue(int depth)
    {
        if (++values > MaxValues)
            throw new YamlException(parser.Current!.Start, parser.Current.End, $"more than {MaxValues.ToString(CultureInfo.InvariantCulture)} values");
        if (depth > MaxDepth)
            throw new YamlException(parser.Current!.Start, parser.Current.End, $"nested deeper than {MaxDepth.ToString(CultureInfo.InvariantCulture)} levels");
        if (parser.Accept<MappingStart>(out var mapping)) return Anchored(mapping, ReadMapping(depth));
        if (parser.Accept<SequenceStart>(out var sequence)) return Anchored(sequence, ReadSequence(depth));
        if (parser.TryConsume<AnchorAlias>(out var alias)) return Aliased(alias);
        var scalar = parser.Consume<Scalar>();
        return IsNull(scalar) ? null : Anchored(scalar, new TextValue(scalar.Value, LineOf(scalar)));
    }

    private MapValue ReadMapping(int depth)
    {
        var start = parser.Consume<MappingStart>();
        var fields = new OrderedDictionary<string, Field>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>();
            var value = Titles.Contains(key.Value) ? ReadTitle(depth + 1) : ReadValue(depth + 1);
            if (value is null) continue;
            var field = new Field(key.Value, value, LineOf(key));
            if (fields.TryGetValue(field.Key, out var earlier))
                report.Warning(field.Line, $"'{field.Key}' stands here again; what line {earlier.Line} says is not used");
            fields[field.Key] = field;
        }

        return new MapValue([.. fields.Values], LineOf(start));
    }

    /// <summary>A title: what YAML takes for a list, a tag or a comment in one without quotes is a part of it.</summary>
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
            report.Warning(
                LineOf(scalar),
                $"YAML takes '{tag.Value}' for no part of this title; it is read as it stands, but write: \"{tag.Value} {scalar.Value}\"");
            return new TextValue($"{tag.Value} {scalar.Value}", LineOf(scalar));
        }

        if (scalar.Style != ScalarStyle.Plain)
            return scalar.Value.Length == 0 ? null : Anchored(scalar, new TextValue(scalar.Value, LineOf(scalar)));
        var end = (int)scalar.End.Index;
        var lineEnd = text.IndexOf('\n', Math.Min(end, text.Length)) is >= 0 and var at ? at : text.Length;
        var cut = text[Math.Min(end, lineEnd)..lineEnd].TrimEnd();
        if (!cut.TrimStart().StartsWith('#')) return IsNull(scalar) ? null : Anchored(scalar, new TextValue(scalar.Value, LineOf(scalar)));
        var whole = (scalar.Value + cut).Trim();
        report.Warning(LineOf(scalar), $"YAML ends this title before '#'; it is read as it stands, but write: \"{whole}\"");
        return new TextValue(whole, LineOf(scalar));
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

    private Value Anchored(NodeEvent node, Value value)
    {
        if (!node.Anchor.IsEmpty) anchors[node.Anchor] = value;
        return value;
    }

    // The value itself is shared, but counted again: a few lines of anchors can name a billion values.
    private Value Aliased(AnchorAlias alias)
    {
        if (!anchors.TryGetValue(alias.Value, out var value))
            throw new YamlException(alias.Start, alias.End, $"'*{alias.Value}' names nothing above it");
        values += Count(value);
        aliased += Length(value);
        if (aliased > MaxAliased)
            throw new YamlException(alias.Start, alias.End, $"names stand for more than {MaxAliased.ToString(CultureInfo.InvariantCulture)} characters");
        return value;
    }

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

    private static bool IsNull(Scalar scalar) =>
        scalar is { IsQuotedImplicit: false, Style: ScalarStyle.Plain, Value: "" or "~" or "null" or "Null" or "NULL" };

    /// <summary>What came of reading: the values, or what is wrong and on which line of the file.</summary>
    public readonly record struct Reading(MapValue? Values, int ProblemLine, string Problem);
}
