using System.Collections.Immutable;
using Feeds.Formats.Calendar.Recurrence;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Formats.Calendar.Reading;

/// <summary>The offsets that a VTIMEZONE of a calendar of others says (RFC 5545 §3.6.5).</summary>
/// <param name="Id">Its TZID.</param>
/// <param name="Location">Its IANA name where it has one (X-LIC-LOCATION).</param>
internal sealed record ZoneRules(string Id, string? Location, ImmutableArray<ZoneRules.Observance> Observances)
{
    private static readonly LocalDateTimePattern Onset = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");

    private static readonly ImmutableArray<OffsetPattern> Offsets =
        [OffsetPattern.CreateWithInvariantCulture("+HHmm"), OffsetPattern.CreateWithInvariantCulture("+HHmmss")];

    /// <summary>Null when it has no TZID or no offset that can be read.</summary>
    public static ZoneRules? Of(ImmutableArray<ContentLine> lines)
    {
        var observances = ImmutableArray.CreateBuilder<Observance>();
        foreach (var part in Parts(lines))
        {
            if (part.FirstOrDefault(line => line.Name == "TZOFFSETTO") is not { } to || OffsetOf(to.Value) is not { } offset) continue;
            var start = part.FirstOrDefault(line => line.Name == "DTSTART")?.Value ?? "";
            var onset = Onset.Parse(start.TrimEnd('Z')) is { Success: true } parsed && parsed.Value.Year is > 1 and < 9000
                ? parsed.Value
                : new LocalDateTime(1970, 1, 1, 0, 0);
            var written = part.FirstOrDefault(line => line.Name == "RRULE");
            var isRule = RecurrenceRule.TryParse(written?.Value ?? "", out var rule, out _);
            observances.Add(new Observance(onset, offset, isRule ? rule : null));
        }

        var id = lines.LastOrDefault(line => line.Name == "TZID")?.Value.Trim('"');
        var location = lines.FirstOrDefault(line => line.Name == "X-LIC-LOCATION")?.Value;
        return id is null ? null : new ZoneRules(id, location, observances.ToImmutable());
    }

    /// <summary>The offset at a time on its clock; null when it has none.</summary>
    public Offset? At(LocalDateTime local)
    {
        if (Observances.IsEmpty) return null;
        var last = Observances.Select(observance => (Onset: observance.LastBefore(local), observance.Offset))
            .Where(one => one.Onset is not null)
            .OrderBy(one => one.Onset)
            .ToArray();
        return last.Length > 0 ? last[^1].Offset : Observances.MinBy(observance => observance.Start)!.Offset;
    }

    private static IEnumerable<ImmutableArray<ContentLine>> Parts(ImmutableArray<ContentLine> lines)
    {
        var part = ImmutableArray.CreateBuilder<ContentLine>();
        foreach (var line in lines)
        {
            if (line.Name == "BEGIN" && part.Count > 0)
            {
                yield return part.ToImmutable();
                part.Clear();
            }

            part.Add(line);
        }

        if (part.Count > 0) yield return part.ToImmutable();
    }

    private static Offset? OffsetOf(string text) =>
        Offsets.Select(pattern => pattern.Parse(text)).FirstOrDefault(parsed => parsed.Success)?.Value;

    /// <summary>An offset from a moment on, perhaps again every year.</summary>
    internal sealed record Observance(LocalDateTime Start, Offset Offset, RecurrenceRule? Rule)
    {
        private const int MoreThanAYear = 400;

        public LocalDateTime? LastBefore(LocalDateTime local)
        {
            if (Start > local) return null;
            if (Rule is null) return Start;
            var first = Start.InUtc();
            var earliest = LocalDate.Max(Start.Date, local.Date.PlusDays(-MoreThanAYear));
            return new RecurrenceSet { Rule = Rule }.Occurrences(new EventSpan.Timed(first, first), earliest)
                .Select(span => ((EventSpan.Timed)span).Start.LocalDateTime)
                .TakeWhile(onset => onset <= local)
                .Select(onset => (LocalDateTime?)onset)
                .LastOrDefault() ?? LastOf(local);
        }

        // The rule may have ended long ago.
        private LocalDateTime? LastOf(LocalDateTime local)
        {
            var first = Start.InUtc();
            return new RecurrenceSet { Rule = Rule }.Occurrences(new EventSpan.Timed(first, first))
                .Select(span => (LocalDateTime?)((EventSpan.Timed)span).Start.LocalDateTime)
                .TakeWhile(onset => onset <= local)
                .LastOrDefault();
        }
    }
}
