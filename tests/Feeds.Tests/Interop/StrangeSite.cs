using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using Feeds.Content;
using Feeds.Content.Files;
using Feeds.Formats.Calendar;
using Feeds.Model;
using Feeds.Publishing;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace Feeds.Tests.Interop;

/// <summary>A site that strangers read, with what they must see in it.</summary>
/// <param name="Events">In order of UID; without a description where that is not looked at.</param>
internal sealed record StrangeSite(Site Site, ImmutableArray<ObservedPost> Posts, ImmutableArray<ObservedEvent> Events)
{
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 20, 12, 0);

    private static readonly Lazy<StrangeSite> SampleSite = new(() => OfItsOwnWord(Read(Path.Join(RepositoryFolder(), "content"))));
    private static readonly Lazy<StrangeSite> NastySite = new(() => new(Read(NastyContent.Files), NastyContent.Posts, NastyContent.Events));
    private static readonly Lazy<StrangeSite> BackslashSite = new(() => new(Read(NastyContent.BackslashFiles), [], NastyContent.BackslashEvents));
    private static readonly Lazy<StrangeSite> ZoneSite = new(() => OfItsOwnWord(Read(NastyContent.ZoneFiles)));

    private static readonly Lazy<StrangeSite> ManySite = new(() => new(Read(ManyEvents.Files), [], ManyEvents.Events));

    public Publication Publication { get; } = Publication.Render(Site, Now, previous: null);

    public static StrangeSite Named(string name) => name switch
    {
        "sample" => SampleSite.Value,
        "nasty" => NastySite.Value,
        "backslashes" => BackslashSite.Value,
        "zones" => ZoneSite.Value,
        "many" => ManySite.Value,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, message: null),
    };

    /// <summary>A site of which strangers must see what its model says.</summary>
    private static StrangeSite OfItsOwnWord(Site site)
    {
        var posts = site.Posts.Where(post => post.Published.ToInstant() <= Now).Select(post => SeenIn(post, site));
        return new StrangeSite(site, [.. posts], [.. site.Events.Select(@event => SeenIn(@event, site)).OrderBy(@event => @event.Uid, StringComparer.Ordinal)]);
    }

    private static Site Read(ImmutableArray<(string Path, string Text)> files)
    {
        using var folder = new TempFolder();
        foreach (var (path, text) in files) folder.Write(path, Encoding.UTF8.GetBytes(text));
        return Read(folder.Root);
    }

    private static Site Read(string folder)
    {
        var reading = SiteReader.Read(ContentFolder.Read(folder, previous: null), new Uri("http://localhost/"), previous: null);
        Assert.False(reading.HasErrors, string.Join('\n', reading.Diagnostics));
        return reading.Site;
    }

    private static ObservedPost SeenIn(Post post, Site site)
    {
        IEnumerable<Person> authors = post.Authors.IsEmpty ? [site.Settings.Author!] : post.Authors;
        return new ObservedPost(
            site.IdentityOf(post).Id,
            post.Title,
            post.Link.AbsoluteUri,
            InstantPattern.ExtendedIso.Format(post.Published.ToInstant()),
            InstantPattern.ExtendedIso.Format(site.IdentityOf(post).Updated),
            string.Join('|', authors.Select(author => author.Name)),
            string.Join('|', [.. post.Categories, .. post.Tags]),
            post.Body.Value.Html.Trim());
    }

    private static ObservedEvent SeenIn(Event @event, Site site)
    {
        var (start, end) = @event.Span switch
        {
            EventSpan.Timed timed => (InstantPattern.ExtendedIso.Format(timed.Start.ToInstant()), InstantPattern.ExtendedIso.Format(timed.End.ToInstant())),
            EventSpan.AllDay days => (LocalDatePattern.Iso.Format(days.First), LocalDatePattern.Iso.Format(days.Last.PlusDays(1))),
            _ => throw new InvalidOperationException(),
        };
        return new ObservedEvent(site.IdentityOf(@event).Uid!, start, end, @event.Title, @event.PlaceLines is { IsEmpty: false } lines ? string.Join('\n', lines) : null, StatusOf(@event), Description: null);
    }

    private static string StatusOf(Event @event) => @event.Status switch
    {
        EventState.Cancelled => "CANCELLED",
        EventState.Tentative or EventState.Postponed => "TENTATIVE",
        _ => "CONFIRMED",
    };

    private static string RepositoryFolder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Join(Path.GetDirectoryName(here), "..", "..", ".."));
}
