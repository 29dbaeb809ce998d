using System.Buffers;
using System.Collections.Immutable;
using System.Net;

namespace Feeds.Content.Markdown;

/// <summary>The forms in which template languages write a tag.</summary>
internal enum TagForm
{
    /// <summary>Hugo's <c>{{&lt; name &gt;}}</c> and <c>{{% name %}}</c>.</summary>
    Shortcode,

    /// <summary>Liquid's <c>{% name %}</c>, which Nunjucks, Jinja and Zola write as well.</summary>
    Statement,

    /// <summary><c>{{ name }}</c> and <c>{{ name() }}</c>.</summary>
    Expression,

    /// <summary>JSX's <c>&lt;Name&gt;</c>, and the HTML that is written as JSX.</summary>
    Element,
}

/// <summary>What a tag is given: a value, with the name it is given by if there is one.</summary>
internal readonly record struct TagArgument(string? Name, string Value);

/// <summary>A tag of a template language.</summary>
/// <param name="Text">What stands between the delimiters; of an element all of it.</param>
/// <param name="End">Where the text goes on behind the tag.</param>
internal sealed record TemplateTag(TagForm Form, string Name, string Text, ImmutableArray<TagArgument> Arguments, int End)
{
    private static readonly SearchValues<char> Stops = SearchValues.Create("\"'`{>%}");

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.-");

    /// <summary>Whether this is the end of what an earlier tag of this name began.</summary>
    public bool IsClosing { get; private init; }

    public bool IsSelfClosing { get; private init; }

    /// <summary>Whether the arguments stand in parentheses, as Zola has them.</summary>
    public bool IsCall { get; private init; }

    /// <summary>Whether blanks before the tag go with it.</summary>
    public bool TrimsBefore { get; private init; }

    /// <summary>Whether blanks behind the tag go with it.</summary>
    public bool TrimsAfter { get; private init; }

    /// <summary>The values without a name.</summary>
    public ImmutableArray<string> Values => [.. Arguments.Where(argument => argument.Name is null).Select(argument => argument.Value)];

    /// <summary>The tag as a message shows it.</summary>
    public string Shown => Form switch
    {
        TagForm.Shortcode => $"{{{{< {Name} >}}}}",
        TagForm.Statement => $"{{% {Name} %}}",
        TagForm.Expression => $"{{{{ {Name} }}}}",
        _ => $"<{Name}>",
    };

    /// <summary>The value of the first of these names that is given and not empty.</summary>
    public string? Named(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var argument in Arguments)
            {
                if (string.Equals(argument.Name, name, StringComparison.OrdinalIgnoreCase) && argument.Value.Length > 0) return argument.Value;
            }
        }

        return null;
    }

    /// <summary>Reads the tag that begins with the braces here; null when they begin none.</summary>
    /// <param name="limit">The characters within which it has to end.</param>
    public static TemplateTag? Read(string text, int start, int limit)
    {
        var (form, open, close) = text.AsSpan(start) switch
        {
            ['{', '{', '<', ..] => (TagForm.Shortcode, 3, ">}}"),
            ['{', '{', '%', ..] => (TagForm.Shortcode, 3, "%}}"),
            ['{', '{', ..] => (TagForm.Expression, 2, "}}"),
            _ => (TagForm.Statement, 2, "%}"),
        };
        var inner = start + open;
        var length = LengthBefore(close, text.AsSpan(inner, Math.Min(limit, text.Length - inner)));
        if (length < 0) return null;

        var words = text.AsSpan(inner, length);
        var trimsBefore = form != TagForm.Shortcode && words is ['-', ..];
        if (trimsBefore) words = words[1..];
        var trimsAfter = form != TagForm.Shortcode && words is [.., '-'];
        if (trimsAfter) words = words[..^1];
        var isSelfClosing = form == TagForm.Shortcode && words is [.., '/'];
        if (isSelfClosing) words = words[..^1];
        return Read(form, words.Trim(), inner + length + close.Length) is { } tag
            ? tag with { TrimsBefore = trimsBefore, TrimsAfter = trimsAfter, IsSelfClosing = isSelfClosing }
            : null;
    }

    /// <summary>Reads the element that begins with the angle bracket here; null when it begins none.</summary>
    /// <param name="limit">The characters within which it has to end.</param>
    public static TemplateTag? ReadElement(string text, int start, int limit)
    {
        var window = text.AsSpan(0, Math.Min(text.Length, start + limit));
        var at = start + 1;
        var isClosing = At(window, at) == '/';
        if (isClosing) at++;
        var nameStart = at;
        while (char.IsAsciiLetterOrDigit(At(window, at)) || At(window, at) is '.' or '-' or '_') at++;
        var name = text[nameStart..at];
        if (name.Length > 0 ? !char.IsAsciiLetter(name[0]) : At(window, at) != '>') return null;
        var attributes = ImmutableArray.CreateBuilder<TagArgument>();
        while (true)
        {
            var blanks = at;
            while (char.IsWhiteSpace(At(window, at))) at++;
            var isSelfClosing = At(window, at) == '/' && At(window, at + 1) == '>';
            if (isSelfClosing) at++;
            if (At(window, at) == '>')
                return new TemplateTag(TagForm.Element, name, text[start..(at + 1)], attributes.ToImmutable(), at + 1) { IsClosing = isClosing, IsSelfClosing = isSelfClosing };
            if (at == blanks || !TryReadAttribute(window, ref at, attributes)) return null;
        }
    }

    /// <summary>Where the braces end that begin here; -1 when they do not.</summary>
    public static int BracesEnd(ReadOnlySpan<char> window, int start)
    {
        var depth = 0;
        for (var at = start; at < window.Length; at++)
        {
            if (window[at] == '{') depth++;
            else if (window[at] == '}' && --depth == 0) return at + 1;
            else if (window[at] is '"' or '\'' or '`' && BeginsQuotation(window, at) && QuotationLength(window[at..]) is > 0 and var length) at += length - 1;
        }

        return -1;
    }

    private static TemplateTag? Read(TagForm form, ReadOnlySpan<char> words, int end)
    {
        var isClosing = form == TagForm.Shortcode && words is ['/', ..];
        if (isClosing) words = words[1..].TrimStart();
        if (words.IsEmpty || !CanBegin(form, words[0])) return null;
        var length = 0;
        while (length < words.Length && !char.IsWhiteSpace(words[length]) && words[length] is not ('(' or '|' or '"' or ',')) length++;
        var name = words[..length];
        var isCall = words[length..] is ['(', ..] && char.IsAsciiLetter(words[0]);
        var arguments = words[length..].Trim();
        if (isCall) arguments = arguments[1..(arguments.LastIndexOf(')') is > 0 and var close ? close : arguments.Length)];
        if (form == TagForm.Statement && name.StartsWith("end", StringComparison.Ordinal))
        {
            isClosing = true;
            name = name[3..];
        }

        if (form == TagForm.Expression && !isCall) name = words;
        return new TemplateTag(form, name.ToString(), words.ToString(), ReadArguments(arguments), end) { IsClosing = isClosing, IsCall = isCall };
    }

    private static bool CanBegin(TagForm form, char c) => form switch
    {
        TagForm.Shortcode => true,
        TagForm.Statement => char.IsLetter(c) || c is '_' or '#',
        _ => char.IsLetterOrDigit(c) || c is '_' or '"' or '\'' or '`' or '.' or '$' or '(' or '[' or '@' or '>' or '&' or '#' or '/' or '!',
    };

    private static int LengthBefore(string close, ReadOnlySpan<char> window)
    {
        var at = 0;
        while (window[at..].IndexOfAny(Stops) is >= 0 and var next)
        {
            at += next;
            if (window[at..].StartsWith(close, StringComparison.Ordinal)) return at;
            if (window[at..] is ['{', '{' or '%', ..]) return -1;
            var length = window[at] is '"' or '\'' or '`' && BeginsQuotation(window, at) ? QuotationLength(window[at..]) : 1;
            if (length < 0) break;
            at += length;
        }

        // A quotation that never ends is an apostrophe, or a slip: the delimiter counts.
        var end = window.IndexOf(close, StringComparison.Ordinal);
        if (end < 0) return -1;
        return window[..end].Contains("{{", StringComparison.Ordinal) || window[..end].Contains("{%", StringComparison.Ordinal) ? -1 : end;
    }

    private static bool BeginsQuotation(ReadOnlySpan<char> window, int at) => at == 0 || char.IsWhiteSpace(window[at - 1]) || window[at - 1] is '=' or '(' or ',' or ':' or '|' or '{' or '[' or '-';

    /// <summary>The length with both quotes; -1 when the second is missing.</summary>
    private static int QuotationLength(ReadOnlySpan<char> quoted)
    {
        var at = 1;
        while (quoted[at..].IndexOfAny(quoted[0], '\\') is >= 0 and var next)
        {
            at += next + 1;
            if (quoted[at - 1] == quoted[0]) return at;
            if (at < quoted.Length) at++;
        }

        return -1;
    }

    private static ImmutableArray<TagArgument> ReadArguments(ReadOnlySpan<char> words)
    {
        var arguments = ImmutableArray.CreateBuilder<TagArgument>();
        for (words = words.TrimStart(" \t\r\n,{}"); !words.IsEmpty; words = words.TrimStart(" \t\r\n,{}"))
        {
            var length = 0;
            while (length < words.Length && (char.IsLetterOrDigit(words[length]) || words[length] is '_' or '-')) length++;
            var rest = words[length..].TrimStart();
            var isNamed = length > 0 && (rest is ['=', not '=', ..] || (words[length..] is [':', not '/', ..]));
            var name = isNamed ? words[..length].ToString() : null;
            if (isNamed) words = rest[1..].TrimStart();
            arguments.Add(new TagArgument(name, TakeValue(ref words)));
        }

        return arguments.ToImmutable();
    }

    private static string TakeValue(ref ReadOnlySpan<char> words)
    {
        string value;
        if (words is ['"' or '\'' or '`', ..] && QuotationLength(words) is > 0 and var quoted)
        {
            value = words[1..(quoted - 1)].ToString();
            if (words[0] != '`') value = value.Replace($"\\{words[0]}", $"{words[0]}", StringComparison.Ordinal);
            words = words[quoted..];
            return value;
        }

        var length = words.IndexOfAny(" \t\r\n,");
        if (length < 0) length = words.Length;
        value = words[..length].ToString();
        words = words[length..];
        return value;
    }

    /// <summary>Takes an attribute; one whose value is an expression that only a program knows is passed over.</summary>
    private static bool TryReadAttribute(ReadOnlySpan<char> window, ref int at, ImmutableArray<TagArgument>.Builder attributes)
    {
        var start = at;
        if (At(window, at) == '{') return (at = BracesEnd(window, at)) > 0;
        while (char.IsAsciiLetterOrDigit(At(window, at)) || At(window, at) is '-' or '_' or ':' or '@' or '.') at++;
        if (at == start) return false;
        var name = window[start..at].ToString();
        if (At(window, at) != '=')
        {
            attributes.Add(new TagArgument(name, ""));
            return true;
        }

        at++;
        start = at;
        if (At(window, at) is '"' or '\'')
        {
            var length = window[(at + 1)..].IndexOf(window[at]);
            if (length < 0) return false;
            at += length + 2;
            attributes.Add(new TagArgument(name, WebUtility.HtmlDecode(window[(start + 1)..(at - 1)].ToString())));
            return true;
        }

        if (At(window, at) != '{') return false;
        at = BracesEnd(window, at);
        if (at < 0) return false;
        if (Literal(window[(start + 1)..(at - 1)].Trim()) is { } value) attributes.Add(new TagArgument(name, value));
        return true;
    }

    /// <summary>The text of a string or number; null when the expression is anything else.</summary>
    public static string? Literal(ReadOnlySpan<char> expression)
    {
        if (expression is ['"' or '\'' or '`', ..] && QuotationLength(expression) == expression.Length && (expression[0] != '`' || !expression.Contains("${", StringComparison.Ordinal)))
            return expression[1..^1].ToString();
        return !expression.IsEmpty && expression.IndexOfAnyExcept(Digits) < 0 ? expression.ToString() : null;
    }

    private static char At(ReadOnlySpan<char> window, int at) => at < window.Length ? window[at] : '\0';
}
