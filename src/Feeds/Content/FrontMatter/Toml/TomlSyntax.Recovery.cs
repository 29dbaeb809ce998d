namespace Feeds.Content.FrontMatter;

/// <content>The search for the place where reading can go on after a mistake.</content>
internal sealed partial class TomlSyntax
{
    /// <summary>Goes to where the next field or header may begin, after one that could not be read.</summary>
    public void Recover(Place start)
    {
        if (Line > start.Line)
            at = text.LastIndexOf('\n', at - 1) + 1;
        else
            SkipLine();

        while (!IsAtEnd && IsContinuation())
            SkipLine();
    }

    /// <summary>Whether the line is the inside of a list or table rather than a field or header.</summary>
    private bool IsContinuation()
    {
        var start = at;
        while (start < text.Length && text[start] is ' ' or '\t')
            start++;
        if (start == text.Length || NewlineLength(start) > 0)
            return true;

        return text[start] switch
        {
            '[' => !IsHeader(start),
            '"' or '\'' => !IsField(start),
            '-' or '+' or '#' or ',' or ']' or '{' or '}' => true,
            _ => char.IsAsciiDigit(text[start]) && !IsField(start),
        };
    }

    private bool IsHeader(int start)
    {
        var line = text.AsSpan(start, LineEnd(start) - start);
        var comment = line.IndexOf('#');
        line = (comment < 0 ? line : line[..comment]).TrimEnd();
        return line[^1] == ']' && !line.Contains(',') && line.TrimStart('[') is [not ']', ..];
    }

    /// <summary>Whether a key and an equals sign stand there.</summary>
    private bool IsField(int start)
    {
        var here = at;
        at = start;
        var isKey = true;
        do
        {
            SkipBlanks();
            var quote = Current;
            var partStart = at;
            if (quote is '"' or '\'')
            {
                at++;
                while (!IsAtLineEnd && Current != quote)
                {
                    var isEscape = quote == '"' && TrySkip('\\');
                    at += isEscape && IsAtLineEnd ? 0 : 1;
                }

                isKey = TrySkip(quote);
            }
            else
            {
                while (char.IsLetterOrDigit(Current) || Current is '_' or '-')
                    at++;
                isKey = at > partStart;
            }

            SkipBlanks();
        }
        while (isKey && TrySkip('.'));

        isKey &= Current == '=';
        at = here;
        return isKey;
    }
}
