using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Feeds.Content;
using Feeds.Model;
using Feeds.Model.Sources;
using Feeds.Text;
using NodaTime.Text;

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

    /// <summary>Pages whose author does not ask for them to be published.</summary>
    public int Pages { get; init; }

    /// <summary>Files to be published that could not be read.</summary>
    public int Unread { get; init; }

    public ImmutableArray<SourceStatus> Sources { get; init; } = [];

    /// <summary>A line about each source.</summary>
    public IEnumerable<string> SourceLines =>
        from source in Sources
        let fetched = source.Good is { } good ? $", last fetched {InstantPattern.General.Format(good)}" : null
        let problem = source.Problem is null ? null : $"; {PlainText.OneLine(source.Problem)}"
        select $"source {source.Source.Name}: {source.Holds}{fetched}{problem}";

    /// <summary>A line about the files that are not published; null when all are.</summary>
    public string? NotPublished
    {
        get
        {
            (int Files, string As)[] held =
                [(Hidden, "hidden"), (Scheduled, "scheduled"), (Expired, "expired"), (Unread, "held back by an error")];
            string[] counts =
            [
                .. held.Where(count => count.Files > 0).Select(count => FormattableString.Invariant($"{count.Files:N0} {count.As}")),
                .. Pages > 0 ? [$"{Plural.Of(Pages, "page")} left alone"] : Array.Empty<string>(),
            ];
            return counts.Length == 0 ? null : $"not published: {string.Join(", ", counts)}";
        }
    }

    public override string ToString() =>
        $"{Plural.Of(Files, "file")}, {Plural.Of(Posts, "post")}, {Plural.Of(Events, "event")}: "
        + $"{Plural.Of(Errors, "error")}, {Plural.Of(Warnings, "warning")}";
}

/// <summary>Prints diagnostics in every output format.</summary>
internal static class DiagnosticWriter
{
    private static readonly JsonWriterOptions JsonOptions =
        new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string Red = "\e[31m";
    private const string Yellow = "\e[33m";
    private const string Reset = "\e[0m";

    private static readonly bool HasColors = !Console.IsOutputRedirected && !Console.IsErrorRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") is not "dumb";

    /// <param name="folder">The content folder, to which the paths of the diagnostics are relative.</param>
    public static void Write(
        DiagnosticFormat format, string folder, ImmutableArray<DiagnosticGroup> groups, CheckSummary summary,
        ImmutableArray<string> consequences, TextWriter output)
    {
        var diagnostics = groups.SelectMany(group => group.Others.Prepend(group.First)).Order(Diagnostic.ByPlace).ToImmutableArray();
        if (format == DiagnosticFormat.Json)
        {
            output.WriteLine(Json(diagnostics, summary, consequences));
            return;
        }

        if (format == DiagnosticFormat.GitHub)
        {
            foreach (var diagnostic in diagnostics) output.WriteLine(Annotation(folder, diagnostic));
        }
        else
        {
            foreach (var group in groups) WriteLine(group, output);
        }

        foreach (var source in summary.SourceLines) output.WriteLine(source);
        if (summary.NotPublished is { } notPublished) output.WriteLine(notPublished);
        output.WriteLine(summary);
        foreach (var consequence in consequences) output.WriteLine($"when this is published: {consequence}");
    }

    /// <summary>Writes a group as a line, in colour on a terminal (https://no-color.org/).</summary>
    public static void WriteLine(DiagnosticGroup group, TextWriter output)
    {
        if (!HasColors || group.First.Severity == Severity.Note)
        {
            output.WriteLine(group);
            return;
        }

        var color = group.First.Severity == Severity.Error ? Red : Yellow;
        output.WriteLine($"{group.First.Place}: {color}{group.First.Word}{Reset}: {group.First.Text}{group.More}");
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
        json.WriteStartArray("sources");
        foreach (var source in summary.Sources)
        {
            json.WriteStartObject();
            json.WriteString("name", source.Source.Name);
            json.WriteNumber("entries", source.Count);
            json.WriteString("fetched", source.Good is { } good ? InstantPattern.General.Format(good) : null);
            json.WriteString("problem", source.Problem);
            json.WriteEndObject();
        }

        json.WriteEndArray();
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
