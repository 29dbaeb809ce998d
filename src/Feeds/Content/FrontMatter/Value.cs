using System.Collections.Immutable;
using Feeds.Content.Files;

namespace Feeds.Content.FrontMatter;

/// <summary>A value of front matter, whatever dialect it was written in; scalars stay the text that the author wrote.</summary>
/// <param name="Line">The line in the file on which it starts, counted from 1.</param>
internal abstract record Value(int Line);

/// <summary>A scalar: a word, a number, a date, all as text.</summary>
internal sealed record TextValue(string Text, int Line) : Value(Line)
{
    /// <summary>The text; an escape in the front matter brings in no character that the file itself could not.</summary>
    public string Text { get; } = SourceText.Clean(Text);
}

/// <summary>A list of values.</summary>
internal sealed record ListValue(ImmutableArray<Value> Items, int Line) : Value(Line);

/// <summary>Named values in the order they were written; a name stands once.</summary>
internal sealed record MapValue(ImmutableArray<Field> Fields, int Line) : Value(Line);

/// <summary>A name and its value.</summary>
/// <param name="Line">The line in the file on which the name stands, counted from 1.</param>
internal sealed record Field(string Key, Value Value, int Line);
