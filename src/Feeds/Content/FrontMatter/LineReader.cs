namespace Feeds.Content.FrontMatter;

/// <summary>Reads a text line by line, with its position.</summary>
internal sealed class LineReader(string text)
{
    public int Position { get; private set; }

    /// <summary>Counted from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>The next line without its end.</summary>
    public string? Peek() => Position < text.Length ? text[Position..End] : null;

    public void Skip()
    {
        Position = Math.Min(End + 1, text.Length);
        Line++;
    }

    private int End => text.IndexOf('\n', Position) is >= 0 and var end ? end : text.Length;
}
