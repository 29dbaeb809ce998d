using System.Collections.Immutable;

namespace Feeds.Pages.Code;

/// <summary>A piece of code of one kind; all pieces joined are the code.</summary>
internal readonly record struct CodeToken(CodeKind Kind, string Text)
{
    public static ImmutableArray<CodeToken> Split(string code, CodeLanguage language)
    {
        var tokens = ImmutableArray.CreateBuilder<CodeToken>();
        var plain = 0;
        var unended = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < code.Length;)
        {
            var (kind, length) = At(code, at, language, unended);
            if (kind != CodeKind.Plain)
            {
                if (plain < at) tokens.Add(new(CodeKind.Plain, code[plain..at]));
                tokens.Add(new(kind, code.Substring(at, length)));
                plain = at + length;
            }

            at += length;
        }

        if (plain < code.Length) tokens.Add(new(CodeKind.Plain, code[plain..]));
        return tokens.DrainToImmutable();
    }

    /// <param name="unended">By quote, the position before which none that begins a string ends it.</param>
    private static (CodeKind Kind, int Length) At(string code, int at, CodeLanguage language, Dictionary<string, int> unended)
    {
        var rest = code.AsSpan(at);
        if (language.BlockComment is var (begin, end) && rest.StartsWith(begin, StringComparison.Ordinal))
            return (CodeKind.Comment, Through(rest, begin.Length, end));

        // "$#" and "a#b" hold no comment.
        var isAfterBlank = at == 0 || char.IsWhiteSpace(code[at - 1]);
        foreach (var comment in language.LineComments)
        {
            if (comment == "#" && !isAfterBlank) continue;
            if (rest.StartsWith(comment, StringComparison.Ordinal)) return (CodeKind.Comment, LineLength(rest));
        }

        foreach (var quote in language.Quotes)
        {
            if (rest.StartsWith(quote, StringComparison.Ordinal)) return StringAt(code, at, quote, unended);
        }

        if (char.IsAsciiDigit(rest[0])) return (CodeKind.Number, Run(rest, c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_'));
        if (!IsOfWord(rest[0])) return (CodeKind.Plain, 1);
        var length = Run(rest, IsOfWord);
        return (language.Has(rest[..length].ToString()) ? CodeKind.Keyword : CodeKind.Plain, length);
    }

    // Without three quotes, one that does not end on its line is not a string: it is an apostrophe, or a lifetime in Rust.
    private static (CodeKind Kind, int Length) StringAt(string code, int start, string quote, Dictionary<string, int> unended)
    {
        if (start < unended.GetValueOrDefault(quote)) return (CodeKind.Plain, 1);
        var isOfLines = quote.Length == 3 || quote == "`";
        var at = start + quote.Length;
        for (; at < code.Length && (isOfLines || code[at] != '\n'); at++)
        {
            if (code.AsSpan(at).StartsWith(quote, StringComparison.Ordinal)) return (CodeKind.Text, at + quote.Length - start);
            if (code[at] == '\\') at++;
        }

        unended[quote] = at;
        return (CodeKind.Plain, 1);
    }

    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '$';

    private static int Run(ReadOnlySpan<char> text, Func<char, bool> belongs)
    {
        var length = 1;
        while (length < text.Length && belongs(text[length])) length++;
        return length;
    }

    private static int LineLength(ReadOnlySpan<char> text) => text.IndexOf('\n') is >= 0 and var end ? end : text.Length;

    private static int Through(ReadOnlySpan<char> text, int from, string end) =>
        text[from..].IndexOf(end, StringComparison.Ordinal) is >= 0 and var at ? from + at + end.Length : text.Length;
}

/// <summary>The kinds of pieces of code that have colours.</summary>
internal enum CodeKind
{
    Plain,
    Comment,
    Text,
    Number,
    Keyword,
}
