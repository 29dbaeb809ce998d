namespace Feeds.Content.FrontMatter;

/// <summary><c>Key: value</c> lines of Pelican and MultiMarkdown, ended by a blank line or <c>---</c>.</summary>
internal static class LineFrontMatter
{
    /// <summary>Null when the text starts with prose.</summary>
    public static FrontMatterBlock? Read(string text, LineReader lines)
    {
        var (start, firstLine) = (lines.Position, lines.Line);
        var length = 0;
        var fence = Fence(text[start..]);
        while (lines.Peek() is { } line && !YamlFrontMatter.IsFence(line))
        {
            var isBlank = string.IsNullOrWhiteSpace(line);
            if (isBlank && lines.Position - start >= fence) break;
            if (!isBlank && !KeyLine.Is(line) && (length == 0 || line[0] is not (' ' or '\t' or '-'))) return null;
            lines.Skip();
            length = lines.Position - start;
        }

        var values = KeyLine.ReadAll(text.Substring(start, length), firstLine);
        var front = new FrontMatterFields(values);
        // A first line such as "Note: …" is prose, so one of the lines must be a title or a date.
        if (front.Find(FieldNames.Title) is null && front.Find(FieldNames.Published) is null && front.Find(FieldNames.Start) is null)
            return null;
        if (lines.Peek() is { } end && YamlFrontMatter.IsFence(end)) lines.Skip();
        return FrontMatterBlock.Above(values, text, lines);
    }

    /// <summary>The position of a fence below keys and blank lines alone; 0 when there is none.</summary>
    private static int Fence(string text)
    {
        // A fence starts like a list item, so the block contains it.
        var fence = text.IndexOf("\n---", StringComparison.Ordinal) + 1;
        return fence <= KeyLine.LengthOfBlock(text) ? fence : 0;
    }
}
