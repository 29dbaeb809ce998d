namespace Feeds.Content.Dates;

/// <summary>A position in the tokens of a text.</summary>
internal ref struct Cursor(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
{
    private readonly ReadOnlySpan<char> text = text;
    private readonly ReadOnlySpan<Token> tokens = tokens;
    private int position;

    public readonly Token Current => Ahead(0);

    public readonly Token Ahead(int count) => position + count < tokens.Length ? tokens[position + count] : default;

    public void Skip(int count = 1) => position += count;

    public readonly ReadOnlySpan<char> TextOf(Token token) => text.Slice(token.Start, token.Length);

    /// <summary>Whether the token is one of some words, ignoring case.</summary>
    public readonly bool IsWord(int ahead, params ReadOnlySpan<string> words)
    {
        if (Ahead(ahead) is not { Kind: TokenKind.Word } token) return false;
        foreach (var word in words)
        {
            if (TextOf(token).Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    /// <summary>Whether the token has this kind and no white space before it.</summary>
    public readonly bool IsJoined(int ahead, TokenKind kind) => Ahead(ahead) is { IsJoined: true } token && token.Kind == kind;

    public readonly bool IsJoinedNumber(int ahead, int minDigits, int maxDigits) =>
        IsJoined(ahead, TokenKind.Number) && Ahead(ahead).Length >= minDigits && Ahead(ahead).Length <= maxDigits;
}
