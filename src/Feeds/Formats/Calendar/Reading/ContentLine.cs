namespace Feeds.Formats.Calendar.Reading;

/// <summary>A content line of a calendar that somebody else wrote, unfolded (RFC 5545 §3.1).</summary>
/// <param name="Name">In capital letters.</param>
/// <param name="Parameters">From the first semicolon on; empty for none.</param>
/// <param name="Line">Its line in the file, counted from 1.</param>
internal sealed record ContentLine(string Name, string Parameters, string Value, int Line)
{
    /// <summary>The line; null when it has no name.</summary>
    public static ContentLine? Parse(string text, int line)
    {
        var end = text.AsSpan().IndexOfAny(':', ';');
        if (end <= 0) return null;
        var name = text[..end].Trim().ToUpperInvariant();
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')) return null;
        var colon = ColonOf(text, end);
        return colon < 0 ? null : new ContentLine(name, text[end..colon].Trim(), text[(colon + 1)..].Trim(), line);
    }

    /// <summary>The value of a parameter without quotes; null when there is none.</summary>
    public string? Parameter(string name)
    {
        foreach (var parameter in Parameters.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = parameter.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && parameter[..equals].Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
                return parameter[(equals + 1)..].Trim().Trim('"');
        }

        return null;
    }

    /// <summary>Where the value begins: a colon in quotes, or in an address that should be in quotes, belongs to a parameter.</summary>
    private static int ColonOf(string text, int start)
    {
        var isQuoted = false;
        for (var at = start; at < text.Length; at++)
        {
            if (text[at] == '"') isQuoted = !isQuoted;
            var isOfAddress = at > start && at + 2 < text.Length && text[at + 1] == '/' && text[at + 2] == '/'
                && text.IndexOf(':', at + 1) > 0 && text[start] == ';';
            if (text[at] == ':' && !isQuoted && !isOfAddress) return at;
        }

        // A quote that is not closed.
        return text.IndexOf(':', start);
    }
}
