using System.Buffers;
using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using Feeds.Content.Markdown.Html;
using Feeds.Text;

namespace Feeds.Content.Markdown;

/// <summary>The syntaxes of the tags of site generators.</summary>
internal enum TagForm
{
    /// <summary>Hugo's <c>{{&lt; name &gt;}}</c> and <c>{{% name %}}</c>.</summary>
    Shortcode,

    /// <summary><c>{% name %}</c> of Liquid, Nunjucks, Jinja and Zola.</summary>
    Statement,

    /// <summary><c>{{ name }}</c> and <c>{{ name() }}</c>.</summary>
    Expression,

    /// <summary>JSX's <c>&lt;Name&gt;</c>, and HTML that is written as JSX.</summary>
    Element,
}

/// <summary>An argument of a tag; positional when it has no name.</summary>
internal readonly record struct TagArgument(string? Name, string Value);

/// <summary>A tag of a site generator.</summary>
/// <param name="Text">The text between the delimiters; of an element with them.</param>
/// <param name="End">The position behind the tag.</param>
internal sealed record TemplateTag(TagForm Form, string Name, string Text, ImmutableArray<TagArgument> Arguments, int End)
{
    public const int MaxLength = 4000;

    public const RegexOptions Linear = LinearRegex.Options | RegexOptions.Singleline;

    /// <summary>The pattern of a JavaScript expression in braces, with at most two more levels of braces.</summary>
    public const string Braces = @"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}";

    /// <summary>The pattern of a JavaScript string or number, whose text is the group <c>value</c>.</summary>
    public const string Literal = """(?:"(?<value>[^"]*)"|'(?<value>[^']*)'|`(?<value>[^`$]*)`|(?<value>[0-9.-]+))""";

    // Bundlers and site generators wrap the address of a file in a call.
    private const string File = $@"(?:(?:require|useBaseUrl|withBase|withPrefix)\(\s*)?{Literal}\s*(?:\)(?:\.default)?)?";

    private const string Variable = @"\{\s*(?<variable>[A-Za-z_$][\w$]*)(?:\.src)?\s*\}";

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n(|\",");

    private static readonly Regex Argument = new(
        """(?:(?<name>[\w-]+)(?:\s*=\s*|:\s+))?"""
        + """(?:"(?<value>(?:[^"\\]|\\.)*)"|'(?<value>(?:[^'\\]|\\.)*)'|`(?<value>[^`]*)`|(?<value>[^\s,"'`][^\s,]*))""",
        Linear);

    private static readonly Regex Element = new(
        """^<(?<closing>/?)(?<name>(?:[A-Za-z][\w.-]*)?)"""
        + $$"""(?<attributes>(?:\s+(?:[\w:@.-]+(?:=(?:"[^"]*"|'[^']*'|{{Braces}}))?|{{Braces}}))*)\s*(?<selfClosing>/?)>""",
        Linear);

    private static readonly Regex Attribute = new(
        $$"""(?<name>[\w:@.-]+)(?<given>=(?:"(?<value>[^"]*)"|'(?<value>[^']*)'|\{\s*{{File}}\s*\}|{{Variable}}|{{Braces}}))?|{{Braces}}""",
        Linear);

    public bool IsClosing { get; private init; }

    public bool IsSelfClosing { get; private init; }

    /// <summary>Whether the arguments are in parentheses, as in Zola.</summary>
    public bool IsCall { get; private init; }

    public bool IsComment => Form != TagForm.Element && Text is ['/', '*', .., '*', '/'];

    public bool IsComponent => Name.Length == 0 || char.IsAsciiLetterUpper(Name[0]) || Name.Contains('.', StringComparison.Ordinal);

    public ImmutableArray<string> Positional => [.. Arguments.Where(argument => argument.Name is null).Select(argument => argument.Value)];

    public string Shown => Form switch
    {
        TagForm.Shortcode => $"{{{{< {Name} >}}}}",
        TagForm.Statement => $"{{% {Name} %}}",
        TagForm.Expression => $"{{{{ {Name} }}}}",
        _ => $"<{Name}>",
    };

    /// <summary>The value of the first of these names that has one.</summary>
    public string? Named(params string[] names) => names
        .SelectMany(name => Arguments.Where(argument => string.Equals(argument.Name, name, StringComparison.OrdinalIgnoreCase)))
        .Select(argument => argument.Value)
        .FirstOrDefault(value => value.Length > 0);

    /// <summary>Reads the tag whose two opening characters are here; null when it is none.</summary>
    public static TemplateTag? Read(string text, int start)
    {
        var (form, width, close) = text.AsSpan(start) switch
        {
            ['{', '{', '<', ..] => (TagForm.Shortcode, 3, ">}}"),
            ['{', '{', '%', ..] => (TagForm.Shortcode, 3, "%}}"),
            ['{', '{', ..] => (TagForm.Expression, 2, "}}"),
            _ => (TagForm.Statement, 2, "%}"),
        };
        var inner = text.AsSpan(start + width, Math.Min(MaxLength, text.Length - start - width));
        var length = inner.IndexOf(close, StringComparison.Ordinal);
        if (length < 0) return null;
        var words = inner[..length].Trim();
        if (words.Contains("{{", StringComparison.Ordinal) || words.Contains("{%", StringComparison.Ordinal)) return null;
        var end = start + width + length + close.Length;
        if (words is ['/', '*', .., '*', '/']) return new TemplateTag(form, "", words.ToString(), [], end);
        if (form != TagForm.Shortcode) words = words.Trim('-').Trim();
        var isSelfClosing = form == TagForm.Shortcode && words is [.., '/'];
        if (isSelfClosing) words = words[..^1].TrimEnd();
        return Read(form, words, end) is { } tag ? tag with { IsSelfClosing = isSelfClosing } : null;
    }

    private static TemplateTag? Read(TagForm form, ReadOnlySpan<char> words, int end)
    {
        var mark = form switch { TagForm.Shortcode => "/", TagForm.Statement => "end", _ => null };
        var isClosing = mark is not null && words.StartsWith(mark, StringComparison.Ordinal);
        if (isClosing) words = words[mark!.Length..].TrimStart();
        else if (!CanBegin(form, words)) return null;
        var length = words.IndexOfAny(NameEnds) is >= 0 and var found ? found : words.Length;
        var isCall = words[length..] is ['(', ..] && char.IsAsciiLetter(words[0]);
        var name = form == TagForm.Expression && !isCall ? words : words[..length];
        return new TemplateTag(form, name.ToString(), words.ToString(), ReadArguments(words[length..].Trim(" \t\r\n()")), end)
        {
            IsClosing = isClosing,
            IsCall = isCall,
        };
    }

    private static bool CanBegin(TagForm form, ReadOnlySpan<char> words) => form switch
    {
        _ when words.IsEmpty => false,
        TagForm.Shortcode => true,
        TagForm.Statement => char.IsLetter(words[0]) || words[0] is '_' or '#',
        _ => char.IsLetterOrDigit(words[0]) || "_\"'`.$([@>&#/!".Contains(words[0], StringComparison.Ordinal),
    };

    private static ImmutableArray<TagArgument> ReadArguments(ReadOnlySpan<char> words) =>
    [
        .. Argument.Matches(words.ToString()).Select(match => new TagArgument(
            match.Groups["name"] is { Success: true } name ? name.Value : null,
            match.Groups["value"].Value.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\'", "'", StringComparison.Ordinal))),
    ];

    /// <summary>Reads the element whose angle bracket is here; null when it is none.</summary>
    /// <param name="variables">The values of variables.</param>
    public static TemplateTag? ReadElement(string text, int start, IReadOnlyDictionary<string, string> variables)
    {
        var match = Element.Match(text, start, Math.Min(MaxLength, text.Length - start));
        if (!match.Success) return null;
        var attributes = Attribute.Matches(match.Groups["attributes"].Value)
            // Values that only a program can compute are left out.
            .Select(attribute => (attribute.Groups, Value: ValueOf(attribute.Groups, variables)))
            .Where(attribute => attribute.Groups["name"].Success && attribute.Groups["given"].Success == attribute.Value is not null)
            .Select(attribute => new TagArgument(attribute.Groups["name"].Value, WebUtility.HtmlDecode(attribute.Value ?? "")));
        return new TemplateTag(TagForm.Element, match.Groups["name"].Value, match.Value, [.. attributes], start + match.Length)
        {
            IsClosing = match.Groups["closing"].Length > 0,
            IsSelfClosing = match.Groups["selfClosing"].Length > 0,
        };
    }

    private static string? ValueOf(GroupCollection attribute, IReadOnlyDictionary<string, string> variables) =>
        attribute["value"] is { Success: true } value ? value.Value : variables.GetValueOrDefault(attribute["variable"].Value);

    /// <summary>An element of HTML that is written as JSX, as HTML.</summary>
    public string AsHtml()
    {
        var closes = IsSelfClosing && !HtmlNesting.IsVoid(Name);
        if (IsClosing || (!closes && !Text.Contains('{', StringComparison.Ordinal))) return Text;
        var attributes = Arguments.Select(argument => $" {argument.Name}=\"{WebUtility.HtmlEncode(argument.Value)}\"");
        return $"<{Name}{string.Concat(attributes)}>{(closes ? $"</{Name}>" : "")}";
    }
}
