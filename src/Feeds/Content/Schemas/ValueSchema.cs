using System.Collections.Immutable;

namespace Feeds.Content.Schemas;

/// <summary>The values that a key may have, in the words of JSON Schema.</summary>
internal sealed record ValueSchema
{
    private static readonly ImmutableArray<string> ScalarTypes = ["string", "number", "boolean", "null"];

    /// <summary>Anything at all.</summary>
    public static readonly ValueSchema Any = new();

    /// <summary>A word, a number or a date.</summary>
    public static readonly ValueSchema Scalar = new ValueSchema { Types = ScalarTypes }.OrListOfOne();

    /// <summary>What is read as a text; editors say that a text is expected.</summary>
    public static readonly ValueSchema Text = Either(new() { Types = ["string"] }, Scalar);

    /// <summary>A list of words, or a text with separators.</summary>
    public static readonly ValueSchema Words = new() { Types = ScalarTypes.Add("array") };

    /// <summary>A name, or a map with one.</summary>
    public static readonly ValueSchema Person = Scalar.OrMapOf(
    [
        ("name", Scalar.OrMapOf([("given", Text), ("family", Text)])), ("given", Text), ("family", Text), ("email", Text), ("url", Text),
    ]);

    public string? Description { get; init; }

    /// <summary>The name of a schema that is defined once for several keys.</summary>
    public string? Reference { get; init; }

    public ImmutableArray<string> Types { get; init; } = [];

    public ImmutableArray<string> Values { get; init; } = [];

    public string? Pattern { get; init; }

    public int? Minimum { get; init; }

    public int? Maximum { get; init; }

    public ValueSchema? Items { get; init; }

    public int? MaxItems { get; init; }

    public int? MaxProperties { get; init; }

    public ImmutableArray<(string Name, ValueSchema Schema)> Properties { get; init; } = [];

    public ImmutableArray<(string Pattern, ValueSchema Schema)> PatternProperties { get; init; } = [];

    /// <summary>Whether a map may have no other keys.</summary>
    public bool IsClosed { get; init; }

    public ImmutableArray<ValueSchema> AnyOf { get; init; } = [];

    /// <summary>Defined once for the keys of this map.</summary>
    public ImmutableArray<(string Name, ValueSchema Schema)> Definitions { get; init; } = [];

    public static ValueSchema Either(ValueSchema one, ValueSchema other) => new() { AnyOf = [one, other] };

    /// <summary>A text that has a form.</summary>
    public static ValueSchema TextLike(string pattern) => new ValueSchema { Types = ["string", "null"], Pattern = pattern }.OrListOfOne();

    /// <summary>A whole number, which may be in quotes.</summary>
    /// <param name="units">What may follow it.</param>
    public static ValueSchema Count(int minimum, params IEnumerable<string> units) =>
        Either(new() { Types = ["integer"], Minimum = minimum }, TextLike(SchemaPattern.Number(units)));

    /// <summary>One of the words.</summary>
    public static ValueSchema Choice(IEnumerable<string> words)
    {
        ImmutableArray<string> all = [.. words];
        // Editors offer the words; the pattern allows capital letters too.
        return Either(new() { Values = all }, TextLike(SchemaPattern.Word(all)));
    }

    /// <summary>Some of the words, as a list or a text.</summary>
    public static ValueSchema Choices(IEnumerable<string> words)
    {
        ImmutableArray<string> all = [.. words];
        var items = Either(new() { Values = all }, new() { Types = ["string", "null"], Pattern = SchemaPattern.Words(all) });
        return items with { AnyOf = items.AnyOf.Add(new() { Types = ["array"], Items = items }) };
    }

    /// <summary>Anything, where editors offer the words.</summary>
    public static ValueSchema Suggestions(IEnumerable<string> words) => Either(new() { Values = [.. words] }, Any);

    /// <summary>True or false, in the words that mean them.</summary>
    public static ValueSchema Flag(IEnumerable<string> words) => Either(
        new() { Types = ["boolean"] },
        TextLike(SchemaPattern.Word(words)) with { Types = ["integer", "string", "null", "array"], Minimum = 0, Maximum = 1 });

    public ValueSchema OrMapOf(ImmutableArray<(string Name, ValueSchema Schema)> properties) =>
        this with { Types = Types.Add("object"), Properties = properties };

    // Many generators write a list where one value is meant.
    private ValueSchema OrListOfOne() => this with { Types = Types.Add("array"), MaxItems = 1 };
}
