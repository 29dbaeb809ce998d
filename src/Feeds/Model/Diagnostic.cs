using Feeds.Text;
using NodaTime;

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
    /// <summary>Equal for diagnostics that differ only in the values they name.</summary>
    public string Kind { get; init; } = Message;

    /// <summary>From when on it no longer matters, such as the end of an event; null for always.</summary>
    public Instant? Until { get; init; }

    /// <summary>In order of path, then line.</summary>
    public static readonly Comparer<Diagnostic> ByPlace = Comparer<Diagnostic>.Create((a, b) =>
        string.CompareOrdinal(a.Path, b.Path) is not 0 and var byPath ? byPath : a.Line.CompareTo(b.Line));

    /// <summary>The file and the line.</summary>
    public string Place => OnOneLine(Line > 0 ? FormattableString.Invariant($"{Path}:{Line}") : Path);

    /// <summary>The message on one line.</summary>
    public string Text => OnOneLine(Message);

    public override string ToString() => $"{Place}: {Word}: {Text}";

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
