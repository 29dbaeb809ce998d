using System.Collections.Immutable;
using System.CommandLine;
using Feeds.Content;
using Feeds.Content.Files;
using Feeds.Identity.Format;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Publishing.Calendars;
using NodaTime;

namespace Feeds.Commands;

/// <summary>The command <c>feeds check</c>.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var content = CommandLine.ContentArgument();
        var strict = new Option<bool>("--strict") { Description = "Fail on warnings too" };
        var all = new Option<bool>("--all") { Description = "Print each mistake, even where many are of one kind" };
        var format = CommandLine.Choice<DiagnosticFormat>(
            "--format", "How to print: text for people, json for programs, github for annotations in a pull request");
        var state = CommandLine.StateOption();
        var command = new Command("check", "Report mistakes in the content") { content, strict, all, format, state };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(content),
            parsed.GetValue(state),
            parsed.GetValue(strict),
            parsed.GetValue(all) ? DiagnosticGroup.Each : DiagnosticGroup.Of,
            parsed.GetValue(format),
            parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(
        string folder,
        string? state,
        bool strict,
        Func<IEnumerable<Diagnostic>, ImmutableArray<DiagnosticGroup>> grouped,
        DiagnosticFormat format,
        TextWriter output)
    {
        var reads = new Progress("Reading content");
        var contents = ContentFolder.Read(folder, previous: null, state: state);
        var now = SystemClock.Instance.GetCurrentInstant();
        var store = LockStore.Open(folder, state);
        var built = SiteBuilder.ApplyLock(SiteBuilder.Read(contents, store), store, now);
        var reading = built.Reading;
        reads.Dispose();
        using var progress = new Progress("Checking documents", reading.Site.Posts.Length + reading.Site.Events.Length);
        var advice = SiteChecks.Read(reading.Site, contents, now, progress.Step);
        progress.Dispose();
        var size = MainCalendar.Of(new SiteSnapshot(reading.Site, now)).Diagnostics;
        ImmutableArray<Diagnostic> diagnostics =
            [.. built.Diagnostics.Concat(advice.Select(reading.Located)).Concat(size).Concat(Notes(reading)).Order(Diagnostic.ByPlace)];
        var errors = diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Error);
        var warnings = diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Warning);
        var outcomes = reading.Documents.Values.CountBy(document => document.Outcome).ToDictionary();
        var (posts, events) = (reading.Site.Posts, reading.Site.Events);
        var files = reading.Documents.Values.Count(document => document.File.Entry is null);
        var summary = new CheckSummary(files, posts.Length, events.Length, errors, warnings)
        {
            Hidden = outcomes.GetValueOrDefault(DocumentOutcome.Hidden),
            Scheduled = posts.Count(post => post.Published.ToInstant() > now) + events.Count(@event => @event.Appears > now),
            Expired = posts.Count(post => post.Expires <= now) + events.Count(@event => @event.Expires <= now),
            Pages = outcomes.GetValueOrDefault(DocumentOutcome.Page) - built.Site.Pages.Length,
            Unread = outcomes.GetValueOrDefault(DocumentOutcome.Unread),
            Sources = reading.Sources,
        };
        DiagnosticWriter.Write(format, folder, grouped(diagnostics), summary, [.. Consequences.Of(built.Changes)], output);
        return errors > 0 || (strict && warnings > 0) ? ExitCode.Failure : ExitCode.Fine;
    }

    private static IEnumerable<Diagnostic> Notes(SiteReading reading) =>
        from document in reading.Documents
        let sign = document.Value.OnlySign
        where sign is not null
        let message = $"it is an event because of {sign.Words} alone; write 'type: post' if it is not an event, or 'type: event' if it is"
        select new Diagnostic(document.Key, sign.Line, Severity.Note, message) { Kind = "only sign" };
}
