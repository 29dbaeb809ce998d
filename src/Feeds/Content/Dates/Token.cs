namespace Feeds.Content.Dates;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    End,
    Number,
    Word,
    Hyphen,
    Dash,
    Slash,
    Dot,
    Comma,
    Colon,
    Plus,
    Open,
    Close,
    At,
    Other,
}

/// <summary>A number, a word or a punctuation mark in the text of a date or time.</summary>
/// <param name="Number">The value of a number; -1 when it has too many digits.</param>
/// <param name="IsJoined">Whether there is no white space before it.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int Length, int Number, bool IsJoined)
{
    public const int MaxCount = 40;

    private const int MaxDigits = 8;

    public bool IsLine => Kind is TokenKind.Hyphen or TokenKind.Dash;

    /// <summary>Splits the text into tokens and returns their number; 0 when there are too many.</summary>
    public static int Split(ReadOnlySpan<char> text, Span<Token> tokens)
    {
        var count = 0;
        var isJoined = false;
        for (var at = 0; at < text.Length;)
        {
            if (IsBlank(text[at]))
            {
                isJoined = false;
                at++;
                continue;
            }

            if (count == tokens.Length) return 0;

            var token = Next(text, at, isJoined);
            tokens[count++] = token;
            at += token.Length;
            isJoined = true;
        }

        return count;
    }

    private static Token Next(ReadOnlySpan<char> text, int start, bool isJoined)
    {
        var end = start + 1;
        if (char.IsAsciiDigit(text[start]))
        {
            var number = text[start] - '0';
            for (; end < text.Length && char.IsAsciiDigit(text[end]); end++)
                number = end - start < MaxDigits ? number * 10 + text[end] - '0' : -1;

            return new Token(TokenKind.Number, start, end - start, end - start <= MaxDigits ? number : -1, isJoined);
        }

        var kind = KindOf(text[start]);
        if (kind == TokenKind.Word)
        {
            while (end < text.Length && char.IsLetter(text[end])) end++;
        }
        else if (kind == TokenKind.Hyphen)
        {
            while (end < text.Length && text[end] == '-') end++;

            // "--" stands for an en dash.
            kind = end - start > 1 ? TokenKind.Dash : kind;
        }

        return new Token(kind, start, end - start, 0, isJoined);
    }

    private static TokenKind KindOf(char c) => c switch
    {
        '-' or '\u2010' or '\u2011' or '\u2212' => TokenKind.Hyphen,
        '\u2012' or '\u2013' or '\u2014' or '\u2015' => TokenKind.Dash,
        '/' => TokenKind.Slash,
        '.' => TokenKind.Dot,
        ',' => TokenKind.Comma,
        ':' => TokenKind.Colon,
        '+' => TokenKind.Plus,
        '(' => TokenKind.Open,
        ')' => TokenKind.Close,
        '@' => TokenKind.At,
        _ => char.IsLetter(c) ? TokenKind.Word : TokenKind.Other,
    };

    // Text from word processors and web pages may have quotes around a date, and invisible characters.
    private static bool IsBlank(char c) =>
        char.IsWhiteSpace(c) || c is '\u200B' or '\u200E' or '\u200F' or '\uFEFF' or '"' or '\u201C' or '\u201D' or '\u2018' or '\u2019';
}
