using System.Collections.Immutable;
using Feeds.Model;
using Feeds.Text;

namespace Feeds.Content.FrontMatter;

/// <summary>Warns of fields whose name is one letter off.</summary>
internal static class MisspeltFields
{
    // The meanings that authors write by hand; other generators have too many names of their own.
    private static readonly ImmutableArray<string> OfAll =
        ["title", "published", "updated", "hidden", "summary", "tags", "categories", "authors", "image"];

    private static readonly ImmutableArray<string> OfEvents =
        ["start", "end", "duration", "zone", "place", "online", "organizer", "status", "every"];

    private static readonly ImmutableArray<string> NamesOfAll = [.. OfAll.SelectMany(meaning => FieldNames.ByMeaning[meaning])];

    private static readonly ImmutableArray<string> NamesOfEvents =
        [.. NamesOfAll, .. OfEvents.SelectMany(meaning => FieldNames.ByMeaning[meaning])];

    private static readonly ImmutableHashSet<string> Known = [.. FieldNames.ByMeaning.Values.SelectMany(names => names)];

    public static void Report(MapValue values, FrontMatterFields front, SiteSettings settings, DocumentKind kind, DiagnosticBag report)
    {
        var meanings = kind == DocumentKind.Event ? OfAll.AddRange(OfEvents) : OfAll;
        var names = meanings.Select(meaning => FieldNames.ByMeaning[meaning]);
        string[]? absent = null;
        foreach (var field in values.Fields)
        {
            var name = FrontMatterFields.Normalized(field.Key);
            if (Known.Contains(name) || settings.Keys.ContainsKey(name)) continue;
            // Most are near none, whatever is absent.
            if (Spelling.Nearest(name, kind == DocumentKind.Event ? NamesOfEvents : NamesOfAll) is null) continue;
            absent ??= [.. names.Where(known => front.Find(known) is null).SelectMany(known => known)];
            if (Spelling.Nearest(name, absent) is { } meant)
                report.Warning(field.Line, $"'{field.Key}' is unknown; did you mean '{meant}'?");
        }
    }
}
