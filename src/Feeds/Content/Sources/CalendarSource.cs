using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Feeds.Content.Files;
using Feeds.Content.FrontMatter;
using Feeds.Content.Lists;
using Feeds.Formats.Calendar.Reading;
using Feeds.Model;
using Feeds.Model.Names;
using Feeds.Model.Sources;
using Feeds.Text;

namespace Feeds.Content.Sources;

/// <summary>Reads a calendar of others as a file for each of its events.</summary>
internal sealed class CalendarSource(SourceFile file, SourceSettings source, SiteSettings settings, DiagnosticBag report)
{
    private readonly HashSet<string> keys = new(StringComparer.Ordinal);
    private readonly ImmutableArray<SourceFile>.Builder entries = ImmutableArray.CreateBuilder<SourceFile>();

    /// <summary>The source that a file of the content is of; null for none.</summary>
    public static SourceSettings? Find(string path, SiteSettings settings) =>
        settings.Sources.FirstOrDefault(source => source.File == path);

    /// <summary>The entries; default when the file is no calendar, which is reported.</summary>
    public static ImmutableArray<SourceFile> Read(SourceFile file, SourceSettings source, SiteSettings settings, DiagnosticBag report) =>
        new CalendarSource(file, source, settings, report).Read(SourceText.ReadForeign(file, report));

    private ImmutableArray<SourceFile> Read(string text)
    {
        var calendar = CalendarFile.Read(text, (line, problem) => report.Warning(line, $"{problem}"));
        if (!calendar.IsWhole && calendar.Events.IsEmpty)
        {
            report.Error(0, $"this is not a calendar, so what it said before stays; put an iCalendar file here");
            return default;
        }

        if (!calendar.IsWhole) report.Warning(0, $"it does not begin and end as a calendar does, so events may be missing from it");
        var zones = SourceZones.Of(calendar, source.Zone, settings.Zone);
        if (calendar.Zone is { Length: > 0 } name && !SourceZones.IsKnown(name))
            report.Warning(0, $"its zone '{PlainText.OneLine(name)}' is unknown, so times without one are taken to be of {zones.Bare.Id}");
        var context = $"{source.Name}\n{zones.Bare.Id}\n{string.Join('\n', calendar.Zones.SelectMany(lines => lines).Select(Text))}";
        var events = Chosen(calendar.Events);
        if (events.Length > ListReader.MaxEntries)
        {
            report.Warning(0, $"it holds {events.Length} events, and the first {ListReader.MaxEntries} are read");
            events = events[..ListReader.MaxEntries];
        }

        foreach (var (uid, lines, overrides) in Grouped(events)) Add(uid, lines, overrides, zones, context);
        return entries.ToImmutable();
    }

    private void Add(string? uid, EventLines lines, ImmutableArray<EventLines> overrides, SourceZones zones, string context)
    {
        var text = new StringBuilder(context);
        foreach (var line in overrides.Prepend(lines).SelectMany(one => one.Lines.Append(null)))
        {
            // What some servers count up without a change.
            if (line?.Name != "SEQUENCE") text.Append('\n').Append(line is null ? "" : Text(line));
        }

        var entry = new ListEntry(FrontMatterBlock.None(""), lines.Line, text.ToString(), IsRecovered: false)
        {
            Remote = new RemoteEntry(source, zones, uid, lines, overrides),
        };
        entries.Add(entry.In(file, KeyOf(uid, lines)));
    }

    /// <summary>The events with a wanted word, and of these the last, where the source has a limit.</summary>
    private ImmutableArray<EventLines> Chosen(ImmutableArray<EventLines> all)
    {
        ImmutableArray<EventLines> chosen = source.Only.IsEmpty ? all : [.. all.Where(IsWanted)];
        if (source.Limit is not { } limit || chosen.Length <= limit) return chosen;
        var last = chosen.OrderByDescending(one => one["DTSTART"], StringComparer.Ordinal).Take(limit)
            .ToHashSet<EventLines>(ReferenceEqualityComparer.Instance);
        return [.. chosen.Where(last.Contains)];
    }

    private bool IsWanted(EventLines lines) => SourceWords.AreIn(source.Only, [lines["SUMMARY"], lines["CATEGORIES"]]);

    /// <summary>Each event with its changed occurrences; a changed occurrence of an event that is not there stands alone.</summary>
    private IEnumerable<(string? Uid, EventLines Event, ImmutableArray<EventLines> Overrides)> Grouped(ImmutableArray<EventLines> events)
    {
        foreach (var group in events.GroupBy(lines => lines["UID"] is { Length: > 0 } uid ? uid : null, StringComparer.Ordinal))
        {
            if (group.Key is null)
            {
                foreach (var one in Once(group)) yield return (null, one, []);
                continue;
            }

            EventLines[] masters = [.. Revisions(group.Where(lines => lines["RECURRENCE-ID"] is null))];
            ImmutableArray<EventLines> changes = [.. group.Where(lines => lines["RECURRENCE-ID"] is not null)
                .GroupBy(lines => lines["RECURRENCE-ID"], StringComparer.Ordinal)
                .Select(same => Last(same))];
            for (var at = 0; at < masters.Length; at++)
                yield return (at == 0 ? group.Key : $"{group.Key}-{masters[at]["DTSTART"]}", masters[at], at == 0 ? changes : []);
            if (masters.Length > 0) continue;
            for (var at = 0; at < changes.Length; at++)
                yield return (changes.Length == 1 ? group.Key : $"{group.Key}-{changes[at]["RECURRENCE-ID"]}", changes[at], []);
        }
    }

    private IEnumerable<EventLines> Once(IEnumerable<EventLines> events) =>
        events.GroupBy(lines => (lines["DTSTART"] ?? lines.Line.ToString(CultureInfo.InvariantCulture), lines["SUMMARY"]))
            .Select(same => Last(same));

    /// <summary>Events that share a UID: of those at the same time or with the same title the last counts.</summary>
    private List<EventLines> Revisions(IEnumerable<EventLines> same)
    {
        var distinct = new List<EventLines>();
        foreach (var one in same)
        {
            var before = distinct.FindIndex(other => other["DTSTART"] == one["DTSTART"] || other["SUMMARY"] == one["SUMMARY"]);
            if (before < 0) distinct.Add(one);
            else distinct[before] = Last([distinct[before], one]);
        }

        return distinct;
    }

    private EventLines Last(IEnumerable<EventLines> same)
    {
        // RFC 5546 §2.1.5: the revision with the highest number, else the last.
        EventLines[] all = [.. same.OrderBy(one => one.Sequence)];
        foreach (var earlier in all[..^1])
        {
            var title = PlainText.OneLine(earlier["SUMMARY"] ?? "an event");
            report.Note(earlier.Line, $"{title} is in the file again on line {all[^1].Line}, which is read");
        }

        return all[^1];
    }

    private string KeyOf(string? uid, EventLines lines)
    {
        var wanted = EntryPath.KeyOfId(uid ?? $"{lines["DTSTART"]}-{lines["SUMMARY"]}");
        if (wanted.Length == 0) wanted = "event";
        var key = wanted;
        for (var number = 2; !keys.Add(key); number++) key = FormattableString.Invariant($"{wanted}-{number}");
        return key;
    }

    private static string Text(ContentLine line) => $"{line.Name}{line.Parameters}:{line.Value}";
}
