using System.Collections.Immutable;
using System.Text.Json;
using Feeds.Model;
using Feeds.Model.Names;

namespace Feeds.Identity.Format;

/// <summary>Parses the text of a lock.</summary>
/// <param name="Rejected">The lines that could not be read, unchanged.</param>
/// <param name="IsNewer">Whether a newer version of the program wrote it, so that it must not be overwritten.</param>
internal sealed record LockParser(
    LockData Lock, ImmutableArray<ReadOnlyMemory<byte>> Rejected, bool IsNewer, ImmutableArray<Diagnostic> Diagnostics)
{
    public static readonly LockParser Nothing = new(LockData.Empty, [], IsNewer: false, []);

    /// <summary>Reads the lines one by one, so that a broken one does not affect the others.</summary>
    public static LockParser Read(ReadOnlyMemory<byte> text)
    {
        var lines = new Lines();
        var number = 0;
        foreach (var range in text.Span.Split((byte)'\n')) lines.Add(++number, text[range]);
        return lines.ToText();
    }

    private sealed class Lines
    {
        private static readonly ImmutableArray<byte[]> ConflictMarks =
            [[.. "<<<<<<<"u8], [.. "|||||||"u8], [.. "======="u8], [.. ">>>>>>>"u8]];

        private readonly Dictionary<string, LockRecord> records = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string> idsByUid = new(StringComparer.Ordinal);
        private readonly ImmutableArray<ReadOnlyMemory<byte>>.Builder rejected = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>();
        private readonly ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        private SiteRecord? site;
        private bool isInConflict;
        private bool isNewer;

        public void Add(int number, ReadOnlyMemory<byte> line)
        {
            var text = line.Span.Trim(" \t\r"u8);
            if (text.IsEmpty || isNewer) return;
            if (IsConflictMark(text))
            {
                if (!isInConflict)
                    Report(number, Severity.Warning, "a merge left both sides here; both are kept, and the next writing joins them");
                isInConflict = true;
                return;
            }

            try
            {
                Add(number, new LockLine(text));
            }
            catch (Exception exception) when (exception is JsonException or FormatException)
            {
                rejected.Add(line);
                var problem = exception is JsonException ? "it is not valid JSON" : exception.Message;
                const string Consequence = "when the lock is written, and its document is taken for new";
                Report(number, Severity.Warning, $"this line cannot be read: {problem}; it is kept in {LockNames.Rejected} {Consequence}");
            }
        }

        public LockParser ToText()
        {
            if (isNewer) return new LockParser(LockData.Empty, [], IsNewer: true, diagnostics.ToImmutable());
            if (site is null && records.Count > 0)
            {
                Report(1, Severity.Warning, "the line of the site is missing; it is made anew");
                site = new SiteRecord("", "", "", Event.Undated, LockKeys.CurrentReader);
            }

            return new LockParser(LockData.Of(site, records.Values), rejected.ToImmutable(), IsNewer: false, diagnostics.ToImmutable());
        }

        private void Add(int number, LockLine line)
        {
            if (line.Version > LockKeys.CurrentVersion)
            {
                isNewer = true;
                diagnostics.Clear();
                const string Consequence = "so it is neither used nor written; run that version";
                var versions = FormattableString.Invariant($"{line.Version}, and {LockKeys.CurrentVersion} is known");
                Report(number, Severity.Error, $"a newer version of this program wrote it ({versions}), {Consequence}");
            }
            else if (line.Version is not null)
            {
                var said = line.Site();
                site = site is null ? said : Merge.Of(site, said);
            }
            else
            {
                var record = line.Record();
                if (record.Uid is { } uid && !idsByUid.TryAdd(uid, record.Id) && idsByUid[uid] != record.Id)
                    throw new FormatException($"its '{LockKeys.Uid}' is that of another line");
                records[record.Id] = records.TryGetValue(record.Id, out var same) ? Merge.Of(same, record) : record;
            }
        }

        private static bool IsConflictMark(ReadOnlySpan<byte> line)
        {
            foreach (var mark in ConflictMarks)
            {
                if (line.StartsWith(mark)) return true;
            }

            return false;
        }

        private void Report(int number, Severity severity, string message) =>
            diagnostics.Add(new Diagnostic(LockNames.Lock, number, severity, message));
    }
}
