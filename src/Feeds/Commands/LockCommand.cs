using System.Collections.Immutable;
using System.CommandLine;
using Feeds.Content;
using Feeds.Content.Files;
using Feeds.Identity.Format;
using Feeds.Text;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Commands;

/// <summary>The command <c>feeds lock</c>.</summary>
internal static class LockCommand
{
    private static readonly LocalDatePattern Day = LocalDatePattern.Iso;

    public static Command Create()
    {
        var content = CommandLine.ContentArgument();
        var forget = new Option<string[]>("--forget")
        {
            Description = "Removed files to delete from feeds.lock, such as events/trial.md; their addresses become available again",
            HelpName = "PATH",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        var list = new Option<bool>("--list-removed")
        {
            Description = "List the removed events that calendars show as cancelled, and write nothing",
        };
        var state = CommandLine.StateOption();
        var command = new Command("lock", "Update feeds.lock: the ids and dates of everything that is published")
        {
            content, forget, list, state,
        };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetRequiredValue(content);
            var store = LockStore.Open(folder, parsed.GetValue(state));
            var reading = SiteBuilder.Read(ContentFolder.Read(folder, previous: null, state: parsed.GetValue(state)), store);
            ImmutableArray<string> forgotten = [.. parsed.GetRequiredValue(forget).Select(path => PathIn(folder, path))];
            return parsed.GetValue(list)
                ? ListRemoved(reading, store, parsed.InvocationConfiguration)
                : Run(reading, store, forgotten, parsed.InvocationConfiguration);
        });
        return command;
    }

    private static int Run(SiteReading reading, LockStore store, ImmutableArray<string> forgotten, InvocationConfiguration console)
    {
        if (!reading.CanUpdateLock)
        {
            foreach (var diagnostic in reading.Diagnostics) console.Error.WriteLine(diagnostic);
            console.Error.WriteLine("feeds: feeds.lock is not written for a site without its public address; write 'url:' in site.yaml");
            return ExitCode.Failure;
        }

        var now = SystemClock.Instance.GetCurrentInstant();
        var built = SiteBuilder.UpdateLock(reading, store, now);
        foreach (var diagnostic in built.Diagnostics) console.Error.WriteLine(diagnostic);
        var unknown = store.Forget(forgotten, now);
        foreach (var path in unknown)
        {
            console.Error.WriteLine(
                $"feeds: no removed file at {path}; name one that --list-removed lists, and delete it first if it still exists");
        }

        store.Save();
        foreach (var change in built.Changes) console.Output.WriteLine(change);
        foreach (var path in forgotten.Except(unknown, StringComparer.Ordinal)) console.Output.WriteLine($"forgotten {path}");
        console.Output.WriteLine($"{Plural.Of(store.Count, "document")} in {store.Location}");
        return built.HasErrors || unknown.Length > 0 ? ExitCode.Failure : ExitCode.Fine;
    }

    private static int ListRemoved(SiteReading reading, LockStore store, InvocationConfiguration console)
    {
        var settings = reading.Site.Settings;
        foreach (var (path, document) in store.CancelledEvents(settings, SystemClock.Instance.GetCurrentInstant()))
        {
            var @event = document.Event!.Event;
            var until = document.CalendarsUntil(settings.Zone);
            console.Output.WriteLine(
                $"{path}: \"{@event.Title}\" on {Day.Format(@event.FirstDay)}, removed {DayOf(document.When)}, "
                + $"cancelled in calendars until {DayOf(until)}");
        }

        return ExitCode.Fine;

        string DayOf(Instant moment) => Day.Format(moment.InZone(settings.Zone).Date);
    }

    /// <summary>The path relative to the content folder, with or without which it may be written.</summary>
    private static string PathIn(string folder, string path)
    {
        var below = Path.GetRelativePath(folder, path);
        return (below.StartsWith("..", StringComparison.Ordinal) ? path : below).Replace('\\', '/');
    }
}
