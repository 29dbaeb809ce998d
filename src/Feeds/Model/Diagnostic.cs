using Feeds.Text;

namespace Feeds.Model;

/// <summary>How grave an author's mistake is.</summary>
public enum Severity
{
    /// <summary>Not a mistake: something that the author may want to know.</summary>
    Note,
    Warning,
    Error,
}

/// <summary>An author's mistake, said with its place and its cure.</summary>
/// <param name="Path">The file, relative to the content folder, with <c>/</c> between the parts.</param>
/// <param name="Line">The line in the file, counted from 1; 0 when the whole file is meant.</param>
/// <param name="Message">What is wrong, the offending text in it, and what to write instead.</param>
public sealed record Diagnostic(string Path, int Line, Severity Severity, string Message)
{
    /// <summary>In order of path, then line.</summary>
    public static readonly Comparer<Diagnostic> ByPlace = Comparer<Diagnostic>.Create((a, b) =>
        string.CompareOrdinal(a.Path, b.Path) is not 0 and var byPath ? byPath : a.Line.CompareTo(b.Line));

    public override string ToString() => OnOneLine(
        Line > 0
            ? string.Create(null, $"{Path}:{Line}: {Word}: {Message}")
            : $"{Path}: {Word}: {Message}");

    /// <summary>The name of a file may hold line breaks and control sequences of a terminal.</summary>
    private static string OnOneLine(string text) =>
        text.Any(PlainText.IsControl) ? string.Concat(text.Select(c => PlainText.IsControl(c) ? $"\\u{(int)c:X4}" : $"{c}")) : text;

    public string Word => Severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}
