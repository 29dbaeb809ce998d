using System.Collections.Immutable;
using Feeds.Model;

namespace Feeds.Content;

/// <summary>Collects what is wrong with one file.</summary>
internal sealed class DiagnosticBag(string path)
{
    private readonly ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    public bool HasErrors => diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);

    /// <summary>Whether the file could not be read as it stands, and was saved as far as that went.</summary>
    public bool IsSalvaged { get; private set; }

    /// <summary>Whether a time of day was read without a zone or an offset, so that it is in the zone of the site.</summary>
    public bool AssumesSiteZone { get; private set; }

    public void AssumeSiteZone() => AssumesSiteZone = true;

    /// <summary>What was collected, in order of line.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => [.. diagnostics.OrderBy(diagnostic => diagnostic.Line).Distinct()];

    public void Error(int line, FormattableString message) => diagnostics.Add(new Diagnostic(path, line, Severity.Error, FormattableString.Invariant(message)));

    /// <summary>Reports that a file is broken, though something of it was saved.</summary>
    public void Recovered(int line, FormattableString message)
    {
        IsSalvaged = true;
        Warning(line, message);
    }

    /// <summary>Takes over what another report of the same file found.</summary>
    public void Add(DiagnosticBag other) => diagnostics.AddRange(other.diagnostics);

    public void Note(int line, FormattableString message) => diagnostics.Add(new Diagnostic(path, line, Severity.Note, FormattableString.Invariant(message)));

    public void Warning(int line, FormattableString message) => diagnostics.Add(new Diagnostic(path, line, Severity.Warning, FormattableString.Invariant(message)));
}
