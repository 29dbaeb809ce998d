using System.Collections.Immutable;
using Feeds.Content.FrontMatter;
using Feeds.Model;

namespace Feeds.Content;

/// <summary>Collects the diagnostics of one file.</summary>
internal sealed class DiagnosticBag(string path)
{
    private readonly ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    public bool HasErrors => diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);

    /// <summary>Whether the front matter is broken and was recovered as far as possible.</summary>
    public bool IsRecovered { get; private set; }

    /// <summary>Whether a time of day has neither a zone nor an offset, so that it is in the zone of the site.</summary>
    public bool AssumesSiteZone { get; set; }

    public ImmutableArray<Diagnostic> Diagnostics => [.. diagnostics.OrderBy(diagnostic => diagnostic.Line).Distinct()];

    public void Error(int line, FormattableString message) => Add(line, Severity.Error, message);

    public void Warning(int line, FormattableString message) => Add(line, Severity.Warning, message);

    public void Note(int line, FormattableString message) => Add(line, Severity.Note, message);

    /// <param name="problem">A half sentence that follows the name and the value of the field.</param>
    public void Error(Field field, FormattableString problem) => Add(field, Severity.Error, problem);

    public void Warning(Field field, FormattableString problem) => Add(field, Severity.Warning, problem);

    public void Recovered(int line, FormattableString message)
    {
        IsRecovered = true;
        Warning(line, message);
    }

    private void Add(Field field, Severity severity, FormattableString problem) =>
        Add(field.Line, severity, $"{field.Quoted()} {FormattableString.Invariant(problem)}");

    private void Add(int line, Severity severity, FormattableString message) =>
        diagnostics.Add(new Diagnostic(path, line, severity, FormattableString.Invariant(message)));
}
