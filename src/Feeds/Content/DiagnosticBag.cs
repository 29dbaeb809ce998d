using System.Collections.Immutable;
using Feeds.Content.FrontMatter;
using Feeds.Model;
using NodaTime;

namespace Feeds.Content;

/// <summary>Collects the diagnostics of one file.</summary>
/// <param name="firstLine">The line where the document starts, which is later for an entry of a list.</param>
internal sealed class DiagnosticBag(string path, int firstLine = 0)
{
    private readonly ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly List<int> recoveredLines = [];

    public string Path => path;

    public bool HasErrors => diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);

    /// <summary>Whether the front matter is broken and was recovered as far as possible.</summary>
    public bool IsRecovered => recoveredLines.Count > 0;

    /// <summary>The lines of what was recovered.</summary>
    public IReadOnlyList<int> RecoveredLines => recoveredLines;

    /// <summary>Whether a time of day has neither a zone nor an offset, so that it is in the zone of the site.</summary>
    public bool AssumesSiteZone { get; set; }

    public ImmutableArray<Diagnostic> Diagnostics => [.. diagnostics.OrderBy(diagnostic => diagnostic.Line).Distinct()];

    public void Error(int line, FormattableString message) => Add(line, Severity.Error, message);

    public void Warning(int line, FormattableString message) => Add(line, Severity.Warning, message);

    /// <summary>A warning that no longer matters from a moment on; null for always.</summary>
    /// <param name="kind">Its kind; null for that of the message.</param>
    public void WarningUntil(Instant? until, Field field, FormattableString message, string? kind = null) =>
        diagnostics.Add(Of(field.Line, Severity.Warning, message) with { Until = until, Kind = kind ?? KindOf(message) });

    public void Note(int line, FormattableString message) => Add(line, Severity.Note, message);

    /// <param name="problem">A half sentence that follows the name and the value of the field.</param>
    public void Error(Field field, FormattableString problem) => Add(field, Severity.Error, problem);

    public void Warning(Field field, FormattableString problem) => Add(field, Severity.Warning, problem);

    public void Recovered(int line, FormattableString message)
    {
        recoveredLines.Add(line);
        Warning(line, message);
    }

    public void AddAll(DiagnosticBag other)
    {
        recoveredLines.AddRange(other.RecoveredLines);
        diagnostics.AddRange(other.diagnostics);
    }

    private void Add(Field field, Severity severity, FormattableString problem) =>
        diagnostics.Add(
            Of(field.Line, severity, $"{field.Quoted()} {FormattableString.Invariant(problem)}") with { Kind = KindOf(problem) });

    private void Add(int line, Severity severity, FormattableString message) => diagnostics.Add(Of(line, severity, message));

    private Diagnostic Of(int line, Severity severity, FormattableString message) =>
        new(path, Math.Max(line, firstLine), severity, FormattableString.Invariant(message)) { Kind = KindOf(message) };

    /// <summary>The message without its values; all of it where it was put together elsewhere.</summary>
    private static string KindOf(FormattableString message) =>
        message.Format is "{0}" ? FormattableString.Invariant(message) : message.Format;
}
