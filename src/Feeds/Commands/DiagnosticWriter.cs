using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Feeds.Model;

namespace Feeds.Commands;

/// <summary>The output format of diagnostics.</summary>
internal enum DiagnosticFormat
{
    Text,
    Json,
    GitHub,
}

/// <summary>The counts at the end of a check.</summary>
internal sealed record CheckSummary(int Files, int Posts, int Events, int Errors, int Warnings)
{
    public int Hidden { get; init; }

    public int Scheduled { get; init; }

    public int Expired { get; init; }

    /// <summary>Files that are neither posts nor events.</summary>
    public int Pages { get; init; }

    /// <summary>Files to be published that could not be read.</summary>
    public int Unread { get; init; }

    /// <summary>A line about the files that are not published; null when all are.</summary>
    public string? NotPublished
    {
        get
        {
            (int Files, string As)[] held =
                [(Hidden, "hidden"), (Scheduled, "scheduled"), (Expired, "expired"), (Unread, "held back by an error")];
            string[] counts =
            [
                .. held.Where(count => count.Files > 0).Select(count => FormattableString.Invariant($"{count.Files} {count.As}")),
                .. Pages > 0 ? [$"{Count(Pages, "page")} left alone"] : Array.Empty<string>(),
            ];
            return counts.Length == 0 ? null : $"not published: {string.Join(", ", counts)}";
        }
    }

    public override string ToString() =>
        $"{Count(Files, "file")}, {Count(Posts, "post")}, {Count(Events, "event")}: "
        + $"{Count(Errors, "error")}, {Count(Warnings, "warning")}";

    private static string Count(int count, string what) => FormattableString.Invariant($"{count} {what}{(count == 1 ? "" : "s")}");
}

/// <summary>Prints diagnostics in every output format.</summary>
internal static class DiagnosticWriter
{
    private static readonly JsonWriterOptions JsonOptions =
        new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="folder">The content folder, to which the paths of the diagnostics are relative.</param>
    public static void Write(
        DiagnosticFormat format, string folder, ImmutableArray<Diagnostic> diagnostics, CheckSummary summary,
        ImmutableArray<string> consequences, TextWriter output)
    {
        if (format == DiagnosticFormat.Json)
        {
            output.WriteLine(Json(diagnostics, summary, consequences));
            return;
        }

        foreach (var diagnostic in diagnostics)
            output.WriteLine(format == DiagnosticFormat.GitHub ? Annotation(folder, diagnostic) : diagnostic.ToString());
        if (summary.NotPublished is { } notPublished) output.WriteLine(notPublished);
        output.WriteLine(summary);
        foreach (var consequence in consequences) output.WriteLine($"when this is published: {consequence}");
    }

    private static string Json(ImmutableArray<Diagnostic> diagnostics, CheckSummary summary, ImmutableArray<string> consequences)
    {
        using var stream = new MemoryStream();
        using var json = new Utf8JsonWriter(stream, JsonOptions);
        json.WriteStartObject();
        json.WriteNumber("files", summary.Files);
        json.WriteNumber("posts", summary.Posts);
        json.WriteNumber("events", summary.Events);
        json.WriteNumber("hidden", summary.Hidden);
        json.WriteNumber("scheduled", summary.Scheduled);
        json.WriteNumber("expired", summary.Expired);
        json.WriteNumber("pages", summary.Pages);
        json.WriteNumber("unread", summary.Unread);
        json.WriteNumber("errors", summary.Errors);
        json.WriteNumber("warnings", summary.Warnings);
        json.WriteStartArray("changes");
        foreach (var consequence in consequences) json.WriteStringValue(consequence);
        json.WriteEndArray();
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("path", diagnostic.Path);
            json.WriteNumber("line", diagnostic.Line);
            json.WriteString("severity", diagnostic.Word);
            json.WriteString("message", diagnostic.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    // GitHub's workflow commands: the percent sign and line breaks are encoded, in a property the colon and comma too.
    private static string Annotation(string folder, Diagnostic diagnostic)
    {
        var kind = diagnostic.Severity == Severity.Note ? "notice" : diagnostic.Word;
        var file = Encode(Path.Join(folder, diagnostic.Path).Replace('\\', '/'))
            .Replace(":", "%3A", StringComparison.Ordinal)
            .Replace(",", "%2C", StringComparison.Ordinal);
        return FormattableString.Invariant($"::{kind} file={file},line={Math.Max(1, diagnostic.Line)}::{Encode(diagnostic.Message)}");
    }

    private static string Encode(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);
}
