using System.Collections.Immutable;

namespace Feeds.Content.FrontMatter;

/// <summary>Reads TOML 1.0, going on after a mistake with the next line so that the rest of the header is not lost.</summary>
internal static class Toml
{
    /// <summary>Reads the tables, and as much of them as can be read when there are problems.</summary>
    /// <param name="firstLine">The line in the file on which the text begins.</param>
    /// <returns>Whether there are no problems.</returns>
    public static bool TryRead(string text, int firstLine, out MapValue value, out ImmutableArray<FrontMatterProblem> problems)
    {
        var syntax = new TomlSyntax(text, firstLine);
        var root = new TomlTable(firstLine, TomlOrigin.Header);
        var current = root;
        for (syntax.SkipEmptyLines(); !syntax.IsAtEnd; syntax.SkipEmptyLines())
        {
            var start = syntax.Here;
            if (syntax.Current == '[')
                current = ReadHeader(syntax, root);
            else if (!TryReadField(syntax, current))
                syntax.Recover(start);
        }

        value = root.ToValue();
        problems = syntax.Problems;
        return problems.IsEmpty;
    }

    private static TomlTable ReadHeader(TomlSyntax syntax, TomlTable root)
    {
        var line = syntax.Line;
        if (!syntax.TryReadHeader(out var key, out var isList))
            return new TomlTable(line, TomlOrigin.Header);

        var table = isList ? root.OpenListItem(key, line, out var problem) : root.OpenTable(key, line, out problem);
        if (problem is not null)
            syntax.Report(line, problem);
        return table;
    }

    private static bool TryReadField(TomlSyntax syntax, TomlTable table)
    {
        if (!syntax.TryReadField(table, TomlSyntax.NoClosers, 0))
            return false;

        syntax.ReadLineEnd();
        return true;
    }
}
