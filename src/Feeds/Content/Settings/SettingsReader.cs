using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Content.Files;
using Feeds.Content.FrontMatter;
using Feeds.Content.Places;
using Feeds.Model;

namespace Feeds.Content.Settings;

/// <summary>The settings of a site, and the hashes of the files that they were read from.</summary>
internal sealed record SettingsReading(
    SiteSettings Settings, ImmutableArray<(string Path, ContentHash Hash)> Sources, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Reads the files that apply to all documents: <c>site.yaml</c>, the people and the places.</summary>
internal static class SettingsReader
{
    private static readonly ImmutableArray<string> PlaceNames = ["venues", "locations", "places"];

    /// <summary>The settings, or the previous ones when nothing changed or <c>site.yaml</c> is broken.</summary>
    /// <param name="address">The address of a site without <c>url</c>.</param>
    /// <param name="url">The public address that replaces that of <c>site.yaml</c> in links, but not in ids; null for none.</param>
    public static SettingsReading Read(FolderReading folder, Uri address, SettingsReading? previous, Uri? url = null)
    {
        ImmutableArray<SourceFile> files = [.. folder.Files.Where(IsSettings)];
        ImmutableArray<(string, ContentHash)> sources = [.. files.Select(file => (file.Path, file.Hash))];
        if (previous is not null && sources.SequenceEqual(previous.Sources) && files.All(file => file.Problem is null)) return previous;

        var siteReport = new DiagnosticBag(SettingsFile.Path);
        var site = files.FirstOrDefault(file => file.Path == SettingsFile.Path);
        var settings = SettingsFile.Read(site is null ? null : Text(site, siteReport), address, siteReport, url);
        // A mistake in the settings must not change the address of every document.
        if (previous is not null && (siteReport.HasErrors || siteReport.IsRecovered || site is null))
            return new SettingsReading(previous.Settings, sources, siteReport.Diagnostics);

        var diagnostics = siteReport.Diagnostics.ToBuilder();
        var people = new Dictionary<string, Person>(StringComparer.Ordinal);
        var places = new Dictionary<string, Place>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files.Where(file => file != site))
        {
            var report = new DiagnosticBag(file.Path);
            if (Text(file, report) is { } text)
            {
                if (IsPeople(file.Path)) ReadPeople(text, people, report);
                else if (IsPlaces(file.Path)) ReadPlaces(text, places, report);
                else ReadPlace(file.Path, text, places, report);
            }

            diagnostics.AddRange(report.Diagnostics);
        }

        settings = settings with
        {
            People = people.ToFrozenDictionary(StringComparer.Ordinal),
            Places = places.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase),
            ShowsDrafts = folder.ShowsDrafts,
        };
        return new SettingsReading(settings, sources, diagnostics.ToImmutable());
    }

    /// <summary>Whether a file contains settings and not a document.</summary>
    public static bool IsSettings(SourceFile file) =>
        file.Path == SettingsFile.Path || IsPeople(file.Path) || IsPlaces(file.Path)
        || IsInPlaceFolder(file.Path);

    /// <summary>Whether a path is that of a file about one place.</summary>
    public static bool IsInPlaceFolder(string path) => PlaceNames.Contains(Folder(path), StringComparer.OrdinalIgnoreCase);

    private static string? Text(SourceFile file, DiagnosticBag report)
    {
        if (file.Problem is null) return SourceText.Read(file, report);
        report.Error(0, $"{file.Problem}");
        return null;
    }

    private static bool IsPeople(string path) =>
        path is "authors.yml" or "authors.yaml" or "_data/authors.yml" or "data/authors.yml" or "blog/authors.yml";

    private static bool IsPlaces(string path) =>
        ContentFolder.IsYaml(path)
        && PlaceNames.Contains(Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase)
        && Folder(path) is "" or "_data" or "data";

    private static string Folder(string path) => Path.GetFileName(Path.GetDirectoryName(path) ?? "").TrimStart('_');

    private static void ReadPeople(string text, Dictionary<string, Person> people, DiagnosticBag report)
    {
        foreach (var field in YamlFrontMatter.Values(text, firstLine: 1, report).Fields)
        {
            if (field.Value is MapValue map && AuthorsReader.FromMap(map) is { } person) people[field.Key] = person;
            else if (field.Value is TextValue name) people[field.Key] = new Person(name.Text);
            else report.Warning(field.Line, $"'{field.Key}' has no 'name:'");
        }
    }

    private static void ReadPlaces(string text, Dictionary<string, Place> places, DiagnosticBag report)
    {
        foreach (var field in YamlFrontMatter.Values(text, firstLine: 1, report).Fields)
        {
            if (field.Value is MapValue map && PlaceReader.FromFields(new FrontMatterFields(map), report) is { } place)
                places[field.Key] = place;
        }
    }

    /// <summary>Reads a file about one place, which documents name by the path or the name of the file.</summary>
    private static void ReadPlace(string path, string text, Dictionary<string, Place> places, DiagnosticBag report)
    {
        var values = ContentFolder.IsYaml(path)
            ? YamlFrontMatter.Values(text, firstLine: 1, report)
            : FrontMatterBlock.Read(text, report).Values;
        if (PlaceReader.FromFields(new FrontMatterFields(values), report) is not { } place) return;
        string[] keys = [path, path[..^Path.GetExtension(path).Length], Path.GetFileNameWithoutExtension(path)];
        foreach (var key in keys) places[key] = place;
    }
}
