using System.Collections.Immutable;

namespace Feeds.Content.Markdown;

/// <content>What only MDX has: expressions, imports and exports.</content>
internal sealed partial class TemplateExpansion
{
    private void ReadMdxBraces()
    {
        if (text.AsSpan(position).StartsWith("{/*", StringComparison.Ordinal))
        {
            SkipThrough("*/}");
            return;
        }

        var window = text.AsSpan(0, Math.Min(text.Length, position + Limit));
        var end = TemplateTag.BracesEnd(window, position);
        var expression = end < 0 ? "" : text[(position + 1)..(end - 1)].Trim();
        if (end < 0) patience -= window.Length - position;
        if (TemplateTag.Literal(expression) is { } literal)
        {
            output.Append(literal);
            position = end;
        }
        else if (IsExpression(expression) || (IsProgram(expression) && IsBlankBefore() && IsBlankBehind(end)))
        {
            LeaveOut(new TemplateTag(TagForm.Element, expression, expression, [], end));
            position = end;
            isLineTouched = true;
        }
        else
        {
            Append(position + 1);
        }
    }

    private static bool IsExpression(string expression)
    {
        var call = expression.EndsWith(')') ? expression.IndexOf('(', StringComparison.Ordinal) : -1;
        var name = call < 0 ? expression : expression[..call];
        return name.Length > 0 && (char.IsLetter(name[0]) || name[0] is '_' or '$') && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '$' or '.' or '[' or ']' or '?');
    }

    private static bool IsProgram(string expression) =>
        expression.Contains("=>", StringComparison.Ordinal) || expression.Contains("&&", StringComparison.Ordinal) || expression.Contains(" ? ", StringComparison.Ordinal);


    /// <summary>Skips an import or export, which ends at the first blank line outside its brackets.</summary>
    private bool TrySkipStatement(ReadOnlySpan<char> line)
    {
        if (!IsStatement(line)) return false;
        var depth = 0;
        var firstBlank = -1;
        var at = position;
        var isBounded = missingEnds.Contains("export");
        while (at < text.Length)
        {
            var end = MarkdownCode.LineEnd(text, at);
            var words = text.AsSpan(at, end - at);
            if (words.IsWhiteSpace())
            {
                if (firstBlank < 0) firstBlank = at;
                if (depth <= 0 || isBounded) break;
            }

            depth += words.Count('{') + words.Count('(') + words.Count('[') - words.Count('}') - words.Count(')') - words.Count(']');
            at = Math.Min(end + 1, text.Length);
        }

        if (depth > 0 && firstBlank >= 0)
        {
            missingEnds.Add("export");
            at = firstBlank;
        }

        position = at;
        return true;
    }

    private static bool IsStatement(ReadOnlySpan<char> line)
    {
        if (line.StartsWith("import", StringComparison.Ordinal))
        {
            var imported = line[6..].TrimStart();
            return imported is ['"' or '\'' or '{' or '*', ..] || (line is [_, _, _, _, _, _, ' ', ..] && (imported.Contains(" from ", StringComparison.Ordinal) || imported.TrimEnd() is [.., ',']));
        }

        if (!line.StartsWith("export", StringComparison.Ordinal)) return false;
        var exported = line[6..].TrimStart();
        if (exported is ['{' or '*', ..]) return true;
        var word = exported[..(exported.IndexOf(' ') is >= 0 and var length ? length : exported.Length)];
        return word is "const" or "let" or "var" or "default" or "function" or "class" or "async" or "type" or "interface" or "enum";
    }
}
