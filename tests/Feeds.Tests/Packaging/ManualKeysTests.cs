using System.Collections;
using System.Collections.Immutable;
using Feeds.Content;
using Feeds.Content.FrontMatter;
using Feeds.Content.Settings;
using Feeds.Content.Visibility;
using Feeds.Model;
using Xunit;

namespace Feeds.Tests.Packaging;

/// <summary>The keys of <c>site.yaml</c> and of front matter that the manual lists: all that are read, and no others.</summary>
public sealed class ManualKeysTests
{
    /// <summary>What other files, the command line and the content itself set.</summary>
    private static readonly string[] NoKeys =
    [
        nameof(SiteSettings.Origin), nameof(SiteSettings.People), nameof(SiteSettings.Places),
        nameof(SiteSettings.Sections), nameof(SiteSettings.Navigation), nameof(SiteSettings.HasCustomStyle),
        nameof(SiteSettings.ShowsDrafts), nameof(SiteSettings.Folder), nameof(SiteSettings.HasDatesOfLanguage),
    ];

    /// <summary>Sets of words rather than of names, and the table of Hugo of which the manual lists the keys.</summary>
    private static readonly string[] NoNames =
        [nameof(VisibilityKeys.HidingWords), nameof(VisibilityKeys.DraftWords), nameof(VisibilityKeys.PublicWords), nameof(VisibilityKeys.Build)];

    private static readonly ManualPage SiteYaml = ManualPage.Named("site-yaml.md");
    private static readonly ManualPage FrontMatter = ManualPage.Named("front-matter.md");

    private static string AllKeys => SiteYaml.Files.Single(file => file.Path == "full/site.yaml").Text;

    [Fact]
    public void ListsTheKeysOfSiteYaml_ThatItsLargestExampleHas()
    {
        var listed = SiteYaml.Rows("key", "means").SelectMany(row => row[0]).ToArray();
        var written = YamlFrontMatter.Values(AllKeys, firstLine: 1, new DiagnosticBag("")).Fields.SelectMany(field =>
            field.Value is MapValue map && !listed.Contains(field.Key, StringComparer.Ordinal)
                ? map.Fields.Select(inner => $"{field.Key}.{inner.Key}")
                : [field.Key]);

        ManualLists.AreSame(written, listed);
    }

    [Fact]
    public void SetsEverySetting_InTheLargestExample()
    {
        var plain = SettingsFile.Read("podcast: {}\n", FolderOf.Listening, new DiagnosticBag(""));
        var full = SettingsFile.Read(AllKeys, FolderOf.Listening, new DiagnosticBag(""));

        Assert.Equal(NoKeys.Order(StringComparer.Ordinal), Unset(full, plain).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ListsTheNamesOfFrontMatter_ThatAreRead()
    {
        var known = typeof(FieldNames).GetFields().Select(field => field.GetValue(null)).OfType<ImmutableArray<string>>();
        var listed = FrontMatter.Rows("meaning", "names").SelectMany(row => row[1]).Select(FrontMatterFields.Normalized);

        ManualLists.AreSame(known.SelectMany(names => names), listed);
    }

    [Fact]
    public void ListsTheNamesOfAMeaning_InTheirOrder()
    {
        var known = FieldNames.ByMeaning.Select(meaning => $"{meaning.Key}: {string.Join(' ', meaning.Value)}");
        var listed = from row in FrontMatter.Rows("meaning", "names")
                     where row[0].Length > 0
                     select $"{row[0].Single()}: {string.Join(' ', row[1].Select(FrontMatterFields.Normalized))}";

        ManualLists.AreSame(known, listed);
    }

    [Fact]
    public void ListsTheNames_ThatHideAndSchedule()
    {
        // Most count in the tables 'params' and 'extra' as well, which the manual says once for all.
        var known = from field in typeof(VisibilityKeys).GetFields()
                    where !NoNames.Contains(field.Name, StringComparer.Ordinal)
                    from name in (IEnumerable<string>)field.GetValue(null)!
                    where name.Split('.')[0] is not ("params" or "extra")
                    select name;

        ManualLists.AreSame(known, FrontMatter.Rows("a file is", "if").SelectMany(row => row[1]).Select(FrontMatterFields.Normalized));
    }

    /// <summary>The settings that have the same value in both.</summary>
    private static IEnumerable<string> Unset(object full, object plain)
    {
        foreach (var property in full.GetType().GetProperties().Where(property => property.CanWrite))
        {
            var (value, other) = (property.GetValue(full), property.GetValue(plain));
            if (IsSection(other)) foreach (var inner in Unset(value!, other!)) yield return $"{property.Name}.{inner}";
            else if (Shown(value) == Shown(other)) yield return property.Name;
        }
    }

    private static bool IsSection(object? value) =>
        value?.GetType() is { IsClass: true, Namespace: { } space } && space.StartsWith(nameof(Feeds), StringComparison.Ordinal);

    private static string Shown(object? value) =>
        value is IEnumerable items and not string ? string.Join(' ', items.Cast<object>()) : value?.ToString() ?? "";
}
