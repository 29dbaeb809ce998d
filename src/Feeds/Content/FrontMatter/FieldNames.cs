using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Feeds.Content.FrontMatter;

/// <summary>The names of each field in the order of preference, normalized as in <see cref="FrontMatterFields"/>.</summary>
internal static class FieldNames
{
    public static readonly ImmutableArray<string> Type = ["type", "layout"];
    public static readonly ImmutableArray<string> Title = ["title", "newstitle", "name"];

    public static readonly ImmutableArray<string> Published =
    [
        "publishedat", "published", "date", "pubdate", "pubdatetime", "publishdate", "publisheddatetime", "datepublished",
        "created", "date.created",
    ];

    /// <summary>The date of a post without a field for its publication; not that of an event.</summary>
    public static readonly ImmutableArray<string> Dated = ["date", "created", "date.created"];

    public static readonly ImmutableArray<string> Updated =
    [
        "updated", "updatedat", "updateddate", "lastmod", "modified", "lastmodifiedat", "moddatetime", "datemodified", "date.updated",
    ];

    public static readonly ImmutableArray<string> Hidden = ["draft"];
    public static readonly ImmutableArray<string> Summary = ["summary", "description", "excerpt", "teaser", "deck", "spoiler", "subtitle"];
    public static readonly ImmutableArray<string> Tags = ["tags", "tag", "keywords", "topics", "taxonomies.tags"];
    public static readonly ImmutableArray<string> Categories = ["category", "categories", "section", "taxonomies.categories"];
    public static readonly ImmutableArray<string> Authors =
        ["author", "authors", "by", "taxonomies.authors", "extra.author", "extra.authors", "params.author"];
    public static readonly ImmutableArray<string> Slug = ["slug"];
    public static readonly ImmutableArray<string> Permalink = ["permalink", "url", "path"];

    /// <summary>The permalink of an event, whose <c>url</c> is where it is announced.</summary>
    public static readonly ImmutableArray<string> OwnAddress = ["permalink", "path"];
    public static readonly ImmutableArray<string> Canonical = ["canonical", "canonicalurl"];
    public static readonly ImmutableArray<string> Id = ["id", "guid", "uuid"];
    public static readonly ImmutableArray<string> Uid = ["uid"];

    public static readonly ImmutableArray<string> Image =
        ["image", "cover", "coverimage", "heroimage", "featuredimage", "featureimage", "thumbnail", "ogimage", "seo.image"];

    /// <summary>The folder of the pictures with relative addresses, in Chirpy.</summary>
    public static readonly ImmutableArray<string> MediaFolder = ["mediasubpath", "imgpath"];

    public static readonly ImmutableArray<string> Navigation = ["nav"];
    public static readonly ImmutableArray<string> Featured = ["featured", "isfeatured"];
    public static readonly ImmutableArray<string> Enclosure = ["enclosure", "enclosures", "audio", "podcast"];
    public static readonly ImmutableArray<string> Episode = ["episode", "episodenumber"];
    public static readonly ImmutableArray<string> Season = ["season"];
    public static readonly ImmutableArray<string> EpisodeType = ["episodetype"];
    public static readonly ImmutableArray<string> Explicit = ["explicit"];
    public static readonly ImmutableArray<string> Transcript = ["transcript"];
    public static readonly ImmutableArray<string> Chapters = ["chapters"];
    public static readonly ImmutableArray<string> Language = ["lang", "language", "locale"];
    public static readonly ImmutableArray<string> TranslationKey = ["translationkey"];

    public static readonly ImmutableArray<string> Start =
    [
        "start", "starts", "startdate", "startsat", "startedat", "startdatetime", "datestart", "eventdate", "datetime", "when", "startat",
        "starton", "startson", "begin", "begins", "begindate", "beginsat", "beginat", "dtstart",
        "eventstart", "eventstartdate", "eventdatetime", "datefrom", "moment", "startrecur",
    ];

    /// <summary>The date or the days as a page shows them, beside a date for programs or instead of it.</summary>
    public static readonly ImmutableArray<string> ShownDate =
    [
        "displaydate", "datedisplay", "eventdatedisplay", "datestring", "datelabel", "datetext", "humandate", "humandates",
    ];

    public static readonly ImmutableArray<string> StartTime =
        ["starttime", "time", "begintime", "eventtime", "eventstarttime", "timestart", "timefrom", "humantime"];

    /// <summary>Make a dated file an event in any folder; a post may have a 'time'.</summary>
    public static readonly ImmutableArray<string> TimeOfEvent = StartTime.Remove("time");
    public static readonly ImmutableArray<string> EntryDate = ["date", "day"];
    public static readonly ImmutableArray<string> DatePart = ["date", "day", "yyyymmdd", "datetime", "start", "from", "begin"];
    public static readonly ImmutableArray<string> EndPart = ["end", "to", "until"];
    public static readonly ImmutableArray<string> TimePart = ["time", "hhmm"];
    public static readonly ImmutableArray<string> UtcTimePart = ["utctime", "utchhmm"];

    public static readonly ImmutableArray<string> End =
    [
        "end", "ends", "enddate", "endsat", "endedat", "enddatetime", "dateend", "endat", "endon", "endson",
        "finish", "finishes", "finishdate", "finishesat", "finishat", "dtend", "eventend", "eventenddate", "eventenddatetime", "dateto",
    ];

    public static readonly ImmutableArray<string> EndTime = ["endtime", "finishtime", "eventendtime", "timeend", "timeto"];
    public static readonly ImmutableArray<string> Duration = ["duration", "durationhours", "durationminutes", "durationdays"];

    /// <summary>The number of days of an event without a time of day.</summary>
    public static readonly ImmutableArray<string> DayCount = ["days"];

    public static readonly ImmutableArray<string> AllDay = ["allday", "alldayevent", "isallday", "fullday", "wholeday"];
    public static readonly ImmutableArray<string> Zone = ["timezone", "tz", "zone", "tzid"];

    /// <summary>Make a file an event in any folder, because no blog post has them.</summary>
    public static readonly ImmutableArray<string> Venue = ["venue", "venueaddress"];

    public static readonly ImmutableArray<string> PlaceName =
    [
        "location", "venue", "place", "where", "locations", "venuename", "placename", "locationname", "addressname",
        "eventlocation", "eventvenue", "eventplace",
    ];

    public static readonly ImmutableArray<string> Room = ["room"];
    public static readonly ImmutableArray<string> Floor = ["floor", "building"];
    public static readonly ImmutableArray<string> Address = ["venueaddress", "address", "locationaddress"];
    public static readonly ImmutableArray<string> Street =
        ["street", "streetaddress", "addressline1", "address1", "locationstreet", "venuestreet"];
    public static readonly ImmutableArray<string> MoreOfStreet = ["addressline2", "address2"];
    public static readonly ImmutableArray<string> PostalCode =
        ["postalcode", "postcode", "zip", "zipcode", "plz", "locationzip", "venuezip"];
    public static readonly ImmutableArray<string> City = ["city", "addresslocality", "locality", "town", "locationcity", "venuecity"];
    public static readonly ImmutableArray<string> Region = ["region", "addressregion", "province", "state", "locationstate", "venuestate"];
    public static readonly ImmutableArray<string> Country = ["country", "addresscountry", "locationcountry", "venuecountry"];
    public static readonly ImmutableArray<string> PlaceLink =
        ["map", "mapurl", "maplink", "maps", "googlemaps", "venueurl", "venuelink", "locationurl", "locationlink", "placeurl"];

    public static readonly ImmutableArray<string> Latitude = ["latitude", "lat", "geo.lat", "geo.latitude"];
    public static readonly ImmutableArray<string> Longitude =
        ["longitude", "lon", "long", "lng", "geo.lon", "geo.long", "geo.lng", "geo.longitude"];
    public static readonly ImmutableArray<string> Coordinates =
        ["geo", "coordinates", "coords", "latlng", "latlong", "latlon", "gps", "geocoordinates", "gpscoordinates"];

    /// <summary>Say that people meet online, or how.</summary>
    public static readonly ImmutableArray<string> Online =
        ["online", "virtual", "eventplatform", "isonline", "isvirtual", "onlineurl", "onlinelink", "virtualurl", "virtuallink"];

    /// <summary>Say how to join online.</summary>
    public static readonly ImmutableArray<string> Join =
    [
        "remoteurl", "remotelink", "joinurl", "joinlink", "meetingurl", "meetinglink", "conferenceurl", "conferencelink",
        "zoom", "zoomurl", "zoomlink", "googlemeet", "jitsi", "webinarurl", "webinarlink",
        "livestream", "livestreamurl", "livestreamlink", "streamurl", "streamlink", "virtualeventurl",
    ];

    /// <summary>Say whether people attend in person, online or both; they may mean something else.</summary>
    public static readonly ImmutableArray<string> Attendance =
        ["eventattendancemode", "attendancemode", "attendance", "eventtype", "eventformat", "format", "mode", "locationtype"];

    public static readonly ImmutableArray<string> Hybrid = ["hybrid", "ishybrid"];

    public static readonly ImmutableArray<string> EventLink =
    [
        "eventurl", "website", "rsvp", "rsvpbuttonurl", "registrationurl", "meetup", "tickets", "link", "linkout", "url",
        "rsvpurl", "rsvplink", "meetupurl", "signup", "signupurl", "registration", "registrationlink", "register",
        "ticketurl", "ticketlink", "eventlink", "href",
        "signuplink", "registerurl", "registerlink", "bookingurl", "bookinglink", "meetuplink", "eventpage", "eventbrite", "eventbriteurl",
        "luma", "lumaurl", "facebookevent", "externallink", "externalurl", "externalurls", "eventwebsite", "meetupsignupurl",
        "bookinglinks", "wwwlink", "links",
    ];

    public static readonly ImmutableArray<string> Organizer = ["organizer", "organiser"];
    public static readonly ImmutableArray<string> Series = ["series"];
    public static readonly ImmutableArray<string> Rule = ["rrule", "recurrence"];
    public static readonly ImmutableArray<string> Every = ["every"];
    public static readonly ImmutableArray<string> WeekDays = ["daysofweek"];
    public static readonly ImmutableArray<string> LastRecurrence = ["endrecur"];
    public static readonly ImmutableArray<string> Exceptions = ["exdates", "exdate", "except"];
    public static readonly ImmutableArray<string> ExtraDates = ["rdates", "rdate"];
    public static readonly ImmutableArray<string> Overrides = ["overrides"];
    public static readonly ImmutableArray<string> Planned = ["planned"];
    public static readonly ImmutableArray<string> Sequence = ["sequence"];
    public static readonly ImmutableArray<string> Status = ["status", "eventstatus", "state"];
    public static readonly ImmutableArray<string> Cancelled = ["cancelled", "canceled", "iscancelled", "iscanceled"];
    public static readonly ImmutableArray<string> Postponed = ["postponed", "ispostponed"];

    /// <summary>The meanings for which <c>site.yaml</c> can add names.</summary>
    public static readonly FrozenDictionary<string, ImmutableArray<string>> ByMeaning = new Dictionary<string, ImmutableArray<string>>
    {
        ["title"] = Title,
        ["published"] = Published,
        ["updated"] = Updated,
        ["hidden"] = Hidden,
        ["summary"] = Summary,
        ["tags"] = Tags,
        ["categories"] = Categories,
        ["authors"] = Authors,
        ["slug"] = Slug,
        ["address"] = Permalink,
        ["canonical"] = Canonical,
        ["id"] = Id,
        ["uid"] = Uid,
        ["image"] = Image,
        ["featured"] = Featured,
        ["enclosure"] = Enclosure,
        ["language"] = Language,
        ["translation"] = TranslationKey,
        ["start"] = Start,
        ["end"] = End,
        ["duration"] = Duration,
        ["zone"] = Zone,
        ["place"] = PlaceName,
        ["online"] = Online,
        ["link"] = EventLink,
        ["organizer"] = Organizer,
        ["series"] = Series,
        ["status"] = Status,
        ["sequence"] = Sequence,
        ["every"] = Every,
        ["rrule"] = Rule,
        ["exdates"] = Exceptions,
        ["rdates"] = ExtraDates,
        ["overrides"] = Overrides,
        ["planned"] = Planned,
    }.ToFrozenDictionary();
}
