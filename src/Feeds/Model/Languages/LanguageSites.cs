using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;

namespace Feeds.Model.Languages;

/// <summary>Divides a site of several languages into a site for each.</summary>
/// <param name="events">The published events with their plans, each with its translations, that of the first language first.</param>
internal sealed class LanguageSites(
    Site site, ILookup<string, Event> events, FrozenDictionary<string, ImmutableArray<Translation>> translations)
{
    private readonly SiteSettings settings = site.Settings;

    /// <summary>The main one first; a site of one language is left as it is.</summary>
    /// <param name="previous">The settings of the languages in the previous publication, which are kept if they are equal.</param>
    public static ImmutableArray<Site> Of(Site site, Instant now, ImmutableArray<SiteSettings> previous)
    {
        var main = site.Settings;
        if (main.Languages.Length < 2) return [site];
        var events = site.Events.Concat(site.Plans.Select(plan => plan.Event)).Where(@event => @event.IsPublishedAt(now))
            .OrderBy(@event => main.Languages.IndexOf(main.LanguageOf(@event.Language)))
            .ThenBy(@event => @event.Path, StringComparer.Ordinal)
            .ToLookup(@event => @event.TranslationKey, StringComparer.Ordinal);
        var documents = site.Posts.Where(post => site.IsPublished(post, now))
            .Select(post => new Document(post.TranslationKey, post.Path, main.LanguageOf(post.Language), post.Link))
            .Concat(events.SelectMany(versions => versions)
                .Select(one => new Document(one.TranslationKey, one.Path, main.LanguageOf(one.Language), one.Link)))
            .Concat(site.Pages.Where(page => page.IsPublishedAt(now))
                .Select(page => new Document(page.TranslationKey, page.Path, main.LanguageOf(page.Language), page.Link)));
        var translations = documents.GroupBy(document => document.Key, StringComparer.Ordinal)
            .SelectMany(group => Translations([.. group], main.Languages))
            .ToFrozenDictionary(StringComparer.Ordinal);
        var sites = new LanguageSites(site, events, translations);
        return [.. main.Languages.Select(language => sites.Of(language, previous))];
    }

    private static IEnumerable<KeyValuePair<string, ImmutableArray<Translation>>> Translations(
        ImmutableArray<Document> versions, ImmutableArray<string> languages)
    {
        if (versions.Length < 2) return [];
        ImmutableArray<Translation> all =
        [
            .. languages.Select(language => versions.FirstOrDefault(version => version.Language == language))
                .OfType<Document>()
                .Select(version => new Translation(version.Language, version.Link)),
        ];
        return all.Length < 2 ? [] : versions.Select(version => KeyValuePair.Create(version.Path, all));
    }

    private Site Of(string language, ImmutableArray<SiteSettings> previous)
    {
        var isMain = language == settings.Languages[0];
        var others = events.Where(versions => versions.Skip(1).Any())
            .SelectMany(versions => versions.Select(version => version.Path).Except([VersionIn(language, versions).Path]))
            .ToHashSet(StringComparer.Ordinal);
        ImmutableArray<ContentPage> pages = [.. site.Pages.Where(page => IsIn(language, page.Language))];
        var identities = new Dictionary<string, DocumentIdentity>(site.Identities, StringComparer.Ordinal);
        foreach (var versions in events) Unite(versions, identities);
        return site with
        {
            Settings = SettingsOf(language, pages, previous),
            Posts = [.. site.Posts.Where(post => IsIn(language, post.Language))],
            Events = [.. site.Events.Where(@event => !others.Contains(@event.Path))],
            Plans = [.. site.Plans.Where(plan => !others.Contains(plan.Event.Path))],
            Pages = pages,
            Planet = site.Planet with { Posts = [.. site.Planet.Posts.Where(post => IsIn(language, post.Language))] },
            Identities = identities,
            Translations = translations,
            // Only in the main language is it known what subscribers had before.
            History = site.History is { } history ? history with { Removed = [.. history.Removed.Where(IsShown)] } : null,
        };

        // A translation has the UID of its event, which is still there.
        bool IsShown(RemovedDocument removed) => removed.Event is not { Event: var gone } ? isMain : !IsTranslation(gone);
    }

    private SiteSettings SettingsOf(string language, ImmutableArray<ContentPage> pages, ImmutableArray<SiteSettings> previous)
    {
        var paths = pages.Select(page => page.PagePath).ToHashSet(StringComparer.Ordinal);
        var texts = settings.InLanguage.GetValueOrDefault(language, settings);
        var own = settings with
        {
            Title = texts.Title,
            Description = texts.Description,
            Rights = texts.Rights,
            Calendar = texts.Calendar,
            Language = language,
            Folder = settings.FolderOf(language),
            Navigation = [.. settings.Navigation.Where(link => paths.Contains(link.Path))],
        };
        var before = previous.FirstOrDefault(one => one.Folder == own.Folder);
        if (before is null || !before.Navigation.SequenceEqual(own.Navigation)) return own;
        return before == own with { Navigation = before.Navigation } ? before : own;
    }

    private bool IsIn(string language, string? written) => settings.LanguageOf(written) == language;

    private bool IsTranslation(Event removed) =>
        settings.Languages.Any(language => events.Contains(Without(language.ToLowerInvariant(), "/" + removed.TranslationKey)));

    // The lock knows a removed file by its path alone.
    private static string Without(string language, string key) => key.EndsWith("." + language, StringComparison.OrdinalIgnoreCase)
        ? key[1..^(language.Length + 1)]
        : key.Replace($"/{language}/", "/", StringComparison.OrdinalIgnoreCase)[1..];

    private Event VersionIn(string language, IEnumerable<Event> versions) =>
        versions.FirstOrDefault(version => IsIn(language, version.Language)) ?? versions.First();

    /// <summary>Gives translations the UID of the first, and what calendars count to each.</summary>
    private static void Unite(IEnumerable<Event> versions, Dictionary<string, DocumentIdentity> identities)
    {
        var all = versions.Select(version => identities[version.Path]).ToArray();
        if (all.Length < 2) return;
        foreach (var version in versions)
        {
            identities[version.Path] = identities[version.Path] with
            {
                Uid = all[0].Uid,
                Sequence = all.Max(identity => identity.Sequence),
                Changed = all.Max(identity => identity.Changed),
            };
        }
    }

    /// <summary>A document of any kind.</summary>
    /// <param name="Key">What its translations share.</param>
    /// <param name="Language">The language of the site in which it is listed.</param>
    private sealed record Document(string Key, string Path, string Language, Uri Link);
}
