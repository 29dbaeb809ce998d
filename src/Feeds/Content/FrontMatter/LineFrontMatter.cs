namespace Feeds.Content.FrontMatter;

/// <summary><c>Key: value</c> lines of Pelican and MultiMarkdown, ended by a blank line or <c>---</c>.</summary>
internal static class LineFrontMatter
{
    /// <summary>Reads from the first line on; null when the text starts with prose.</summary>
    public static FrontMatterBlock? Read(string text, LineReader lines)
    {
        var (start, firstLine) = (lines.Position, lines.Line);
        var length = 0;
        var fence = Fence(text[start..]);
        while (lines.Peek() is { } line
            && (lines.Position - start < fence || !string.IsNullOrWhiteSpace(line))
            && !YamlFrontMatter.IsFence(line))
        {
            if (!string.IsNullOrWhiteSpace(line) && !KeyLine.Is(line) && (length == 0 || line[0] is not (' ' or '\t' or '-'))) return null;
            lines.Skip();
            length = lines.Position - start;
        }

        var values = KeyLine.ReadAll(text.Substring(start, length), firstLine);
        var front = new FrontMatterFields(values);
        // A first line such as "Note: …" is prose: one of the lines has to say what the document is called or when it was written.
        if (front.Find(FieldNames.Title) is null && front.Find(FieldNames.Published) is null && front.Find(FieldNames.Start) is null)
            return null;
        if (lines.Peek() is { } end && YamlFrontMatter.IsFence(end)) lines.Skip();
        return FrontMatterBlock.Above(values, text, lines);
    }

    /// <summary>Where the fence stands up to which there are only keys, with blank lines between them; 0 when there is none.</summary>
    private static int Fence(string text)
    {
        var length = KeyLine.LengthOfBlock(text);
        // A fence begins as a list item does.
        var fence = text.IndexOf("\n---", StringComparison.Ordinal) + 1;
        return fence <= length ? fence : 0;
    }
}
