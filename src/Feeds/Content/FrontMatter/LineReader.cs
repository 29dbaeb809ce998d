namespace Feeds.Content.FrontMatter;

/// <summary>Goes through a text line by line and knows where it is.</summary>
internal sealed class LineReader(string text)
{
    /// <summary>Where the next line starts.</summary>
    public int Position { get; private set; }

    /// <summary>The number of the next line, counted from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>The next line without its end; null when there is none.</summary>
    public string? Peek() => Position < text.Length ? text[Position..End] : null;

    /// <summary>Goes past the next line.</summary>
    public void Skip()
    {
        Position = Math.Min(End + 1, text.Length);
        Line++;
    }

    private int End => text.IndexOf('\n', Position) is >= 0 and var end ? end : text.Length;
}
