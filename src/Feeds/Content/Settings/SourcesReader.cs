using System.Collections.Immutable;
using Feeds.Content.Events;
using Feeds.Content.Schemas;
using Feeds.Model.Sources;
using Feeds.Text;

namespace Feeds.Content.Settings;

/// <summary>Reads the calendars and feeds of others that a site brings in.</summary>
internal sealed class SourcesReader(DiagnosticBag report)
{
    private static readonly ImmutableArray<string> Kinds = ["calendar", "feed", "google", "luma", "meetup"];

    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    public static ImmutableArray<SourceSettings> Read(SettingsSection root, DiagnosticBag report)
    {
        var reader = new SourcesReader(report);
        return root.List("sources", reader.Source);
    }

    private SourceSettings? Source(SettingsSection section, int line)
    {
        var name = section.Text("name");
        var written = Kinds.Select(kind => (Kind: kind, Text: section.Text(kind))).Where(one => one.Text is not null).ToArray();
        var zone = section.Take("zone", ValueSchema.Text);
        var (tags, only, limit) = (section.Words("tags"), section.Words("only"), section.Count("limit"));
        if (line == 0) return null;
        if (name is null || Slug.Of(name) != name)
        {
            var cure = Slug.Of(name ?? "") is { Length: > 0 } slug ? slug : "partner";
            report.Error(line, $"a source needs a name of small letters, digits and hyphens; write 'name: {cure}'");
            return null;
        }

        if (!names.Add(name))
        {
            report.Error(line, $"two sources have the name '{name}'; write another for one of them");
            return null;
        }

        if (written is not [var (kind, text)])
        {
            var problem = written.Length == 0 ? "does not say where it comes from" : "comes from several places";
            report.Error(line, $"the source '{name}' {problem}; write one of 'calendar:', 'feed:', 'meetup:', 'luma:' and 'google:'");
            return null;
        }

        if (SourceAddresses.Of(name, kind, text!) is not { } source)
        {
            var problem = $"'{kind}' ({PlainText.OneLine(text!)}) of the source '{name}' is neither an address nor a file";
            report.Error(line, $"{problem}; {SourceAddresses.Cure(kind)}");
            return null;
        }

        return source with
        {
            Tags = tags ?? [],
            Only = only ?? [],
            Limit = limit,
            Zone = zone is null ? null : TimeZones.Read(zone, report),
            Line = line,
        };
    }
}
