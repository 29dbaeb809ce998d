using System.Collections.Immutable;
using Feeds.Model;

namespace Feeds.Content;

/// <summary>Diagnostics of one kind, shown as one line where there are many.</summary>
internal sealed record DiagnosticGroup(Diagnostic First, ImmutableArray<Diagnostic> Others)
{
    /// <summary>Up to so many of one kind have a line each.</summary>
    private const int MaxLines = 3;

    /// <summary>In order of path and line.</summary>
    public static ImmutableArray<DiagnosticGroup> Of(IEnumerable<Diagnostic> diagnostics) =>
    [
        .. diagnostics.Order(Diagnostic.ByPlace)
            .GroupBy(diagnostic => (diagnostic.Severity, diagnostic.Kind))
            .Select(kind => kind.ToImmutableArray())
            .SelectMany(kind => kind.Length > MaxLines ? [new DiagnosticGroup(kind[0], kind[1..])] : Each(kind))
            .OrderBy(group => group.First, Diagnostic.ByPlace),
    ];

    /// <summary>A group for each diagnostic.</summary>
    public static ImmutableArray<DiagnosticGroup> Each(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.Order(Diagnostic.ByPlace).Select(diagnostic => new DiagnosticGroup(diagnostic, []))];

    /// <summary>The number of others and two examples; empty when there are none.</summary>
    public string More => Others.IsEmpty
        ? ""
        : FormattableString.Invariant($" (and {Others.Length:N0} more like this: {Others[0].Place}, {Others[1].Place}, …)");

    public override string ToString() => First + More;
}
