using System.Collections.Immutable;
using Feeds.Content.FrontMatter;
using Feeds.Content.Visibility;
using Feeds.Model;

namespace Feeds.Content.Schemas;

/// <summary>The values that the fields of front matter may have: all that their readers accept.</summary>
internal static class FieldForms
{
    private static readonly ImmutableArray<string> Decided =
        [.. VisibilityReader.Yes.Concat(VisibilityReader.No).Concat(VisibilityReader.Nothing).Order(StringComparer.Ordinal)];

    private static readonly ValueSchema Flag = ValueSchema.Flag([.. FieldReading.Yes, .. FieldReading.No]);
    private static readonly ValueSchema Hides = ValueSchema.Flag(Decided);
    private static readonly ValueSchema List = ValueSchema.Flag([.. Decided, "always", "local"]);
    private static readonly ValueSchema Render = ValueSchema.Flag([.. Decided, "always", "link"]);

    // Some parsers make a date an object without keys.
    private static readonly ValueSchema Date = ValueSchema.Scalar.OrMapOf([]) with { MaxProperties = 0 };

    private static readonly ValueSchema Moment =
        ValueSchema.Scalar.OrMapOf(Each(
            [.. FieldNames.DatePart, .. FieldNames.EndPart, .. FieldNames.TimePart, .. FieldNames.UtcTimePart]));

    private static readonly ValueSchema People = ValueSchema.Person with { Items = ValueSchema.Person, MaxItems = null };

    private static readonly ImmutableArray<(IEnumerable<string> Names, ValueSchema Form)> PartsOfAddress =
    [
        (FieldNames.Room, ValueSchema.Text),
        (FieldNames.Floor, ValueSchema.Text),
        (FieldNames.Street, ValueSchema.Text),
        (FieldNames.MoreOfStreet, ValueSchema.Text),
        (FieldNames.PostalCode, ValueSchema.Text),
        (FieldNames.City, ValueSchema.Text),
        (FieldNames.Region, ValueSchema.Text),
        (FieldNames.Country, ValueSchema.Text),
        (FieldNames.Latitude, ValueSchema.Text),
        (FieldNames.Longitude, ValueSchema.Text),
    ];

    private static readonly ValueSchema Address =
        ValueSchema.Scalar.OrMapOf(Each(PartsOfAddress.SelectMany(part => part.Names))) with { MaxItems = null };

    private static readonly ValueSchema Place = Address with
    {
        Properties = [("name", ValueSchema.Text), .. FieldNames.Address.Select(name => (name, Address)), .. Address.Properties],
    };

    private static readonly ValueSchema Links = ValueSchema.Scalar.OrMapOf([("url", ValueSchema.Text)]) with { MaxItems = null };

    private static readonly ValueSchema Overrides = new()
    {
        Types = ["array", "object", "null"],
        Items = new() { Types = ["object", "null"], Properties = [("date", Date)] },
    };

    /// <summary>Each form with the names that have it; the first counts where a name has several.</summary>
    public static IEnumerable<(IEnumerable<string> Names, ValueSchema Form)> Of(DocumentKind kind) =>
    [
        .. kind == DocumentKind.Event ? OfEvents : [],
        (FieldNames.Type, ValueSchema.Suggestions(["post", "event", "page"])),
        (FieldNames.Title, ValueSchema.Text),
        (FieldNames.Published, Date),
        (FieldNames.Dated, Date),
        (FieldNames.Updated, Date),
        (FieldNames.Hidden, Hides),
        (FieldNames.Summary, ValueSchema.Text),
        (FieldNames.Tags, ValueSchema.Words),
        (FieldNames.Categories, ValueSchema.Words),
        (FieldNames.Authors, People),
        (FieldNames.Slug, ValueSchema.Text),
        (FieldNames.Permalink, ValueSchema.Text),
        (FieldNames.OwnAddress, ValueSchema.Text),
        (FieldNames.Canonical, ValueSchema.Text),
        (FieldNames.Id, ValueSchema.Text),
        (FieldNames.Image, ValueSchema.Any),
        (FieldNames.MediaFolder, ValueSchema.Text),
        (FieldNames.Navigation, ValueSchema.Any),
        (FieldNames.Featured, ValueSchema.Any),
        (FieldNames.Language, ValueSchema.Text),
        (FieldNames.TranslationKey, ValueSchema.Text),
        (FieldNames.Enclosure, ValueSchema.Any),
        (FieldNames.Duration, ValueSchema.Text),
        (FieldNames.Episode, ValueSchema.Text),
        (FieldNames.Season, ValueSchema.Text),
        (FieldNames.EpisodeType, ValueSchema.Text),
        (FieldNames.Explicit, ValueSchema.Text),
        (FieldNames.Transcript, ValueSchema.Text),
        (FieldNames.Chapters, ValueSchema.Text),
        (VisibilityKeys.MayBeDates, Date),
        (VisibilityKeys.Published, Date),
        (VisibilityKeys.Expires, Date),
        (VisibilityKeys.Hiding, Hides),
        (VisibilityKeys.Showing, Hides),
        (VisibilityKeys.List, List),
        // Zola's 'render' is true or false; other generators have other words.
        (["render"], ValueSchema.Any),
        (VisibilityKeys.Render, Render),
        (VisibilityKeys.AlsoHiding, ValueSchema.Any),
        (VisibilityKeys.AlsoShowing, ValueSchema.Any),
        (VisibilityKeys.Locking, ValueSchema.Any),
        (VisibilityKeys.Audience, ValueSchema.Text),
        (VisibilityKeys.States, ValueSchema.Any),
    ];

    private static readonly ImmutableArray<(IEnumerable<string> Names, ValueSchema Form)> OfEvents =
    [
        (FieldNames.Start, Moment),
        (["date"], Moment),
        (FieldNames.ShownDate, ValueSchema.Text),
        (FieldNames.StartTime, ValueSchema.Text),
        (FieldNames.End, Moment),
        (FieldNames.EndTime, ValueSchema.Text),
        (FieldNames.DayCount, ValueSchema.Text),
        (FieldNames.AllDay, ValueSchema.Text),
        (FieldNames.Zone, ValueSchema.Text),
        (FieldNames.PlaceName, Place),
        (FieldNames.Venue, Place),
        (FieldNames.Address, Address),
        (FieldNames.PlaceLink, Links),
        (FieldNames.Coordinates, ValueSchema.Any),
        (FieldNames.Online, Links),
        (FieldNames.Join, Links),
        (FieldNames.Attendance, ValueSchema.Suggestions(["online", "hybrid", "in-person"])),
        (FieldNames.Hybrid, Flag),
        (FieldNames.EventLink, Links),
        (FieldNames.Organizer, ValueSchema.Person),
        (FieldNames.Series, ValueSchema.Text),
        (FieldNames.Rule, ValueSchema.Any),
        (FieldNames.Every, ValueSchema.Words),
        (FieldNames.WeekDays, ValueSchema.Words),
        (FieldNames.LastRecurrence, Date),
        (FieldNames.Exceptions, ValueSchema.Words),
        (FieldNames.ExtraDates, ValueSchema.Words),
        (FieldNames.Overrides, Overrides),
        (FieldNames.Planned, Date),
        (FieldNames.Sequence, ValueSchema.Count(0)),
        // A 'state' may be that of the event or of its place.
        (FieldNames.Status, ValueSchema.Suggestions(Enum.GetNames<EventState>().Select(name => name.ToLowerInvariant()))),
        (FieldNames.Cancelled, Flag),
        (FieldNames.Postponed, Flag),
        (FieldNames.Uid, ValueSchema.Text),
        .. PartsOfAddress,
    ];

    private static ImmutableArray<(string Name, ValueSchema Schema)> Each(IEnumerable<string> names) =>
        [.. names.Where(name => !name.Contains('.', StringComparison.Ordinal)).Select(name => (name, ValueSchema.Text))];
}
