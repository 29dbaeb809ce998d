using System.Collections.Immutable;
using Feeds.Content.Files;

namespace Feeds.Content.FrontMatter;

/// <summary>A value of front matter in any dialect.</summary>
/// <param name="Line">The line in the file on which it starts, counted from 1.</param>
internal abstract record Value(int Line);

/// <summary>A word, number or date as the author wrote it.</summary>
internal sealed record TextValue(string Text, int Line) : Value(Line)
{
    // An escape in front matter may mean a character that is removed from files.
    public string Text { get; } = SourceText.Clean(Text);
}

/// <summary>A list of values.</summary>
internal sealed record ListValue(ImmutableArray<Value> Items, int Line) : Value(Line);

/// <summary>Values with unique names, in order.</summary>
internal sealed record MapValue(ImmutableArray<Field> Fields, int Line) : Value(Line);

/// <summary>A name and its value.</summary>
/// <param name="Line">The line of the name in the file, counted from 1.</param>
internal sealed record Field(string Key, Value Value, int Line);
