using System.Globalization;
using System.Xml;

namespace Feeds.Formats.Syndication.Podcasts;

/// <summary>Apple's and the Podcast Namespace's words of a podcast and its episodes, in RSS.</summary>
internal static class PodcastElements
{
    // Apple's limit, in characters.
    private const int MaxName = 255;

    /// <summary>Declares the two vocabularies where they are used: W3C's validator warns of one that it does not know as soon as it is declared.</summary>
    public static void DeclarePodcast(this XmlWriter xml, Feed feed)
    {
        if (UsesItunes(feed))
            xml.WriteAttributeString("xmlns", "itunes", ns: null, Namespaces.Itunes);
        if (UsesPodcast(feed))
            xml.WriteAttributeString("xmlns", "podcast", ns: null, Namespaces.Podcast);
    }

    public static void WritePodcast(this XmlWriter xml, Feed feed)
    {
        if (feed.Podcast is not { } podcast)
            return;

        xml.WriteTextIfAny(Namespaces.Itunes, "author", Short(podcast.Author ?? AuthorOf(feed)));
        xml.WriteOwner(podcast.Owner);
        xml.WriteItunesImage(podcast.Image);
        foreach (var category in podcast.Categories)
            xml.WriteCategory(category);
        xml.WriteText(Namespaces.Itunes, "explicit", TrueOrFalse(podcast.Explicit));
        if (podcast.Type is { } type)
            xml.WriteText(Namespaces.Itunes, "type", type == PodcastType.Serial ? "serial" : "episodic");
        if (podcast.Id is { } id)
            xml.WriteText(Namespaces.Podcast, "guid", id.ToString("D", CultureInfo.InvariantCulture));
        if (podcast.Locked is { } locked)
            xml.WriteLocked(locked, podcast.Owner);
        foreach (var funding in podcast.Funding)
            xml.WriteFunding(funding);
    }

    public static void WriteEpisode(this XmlWriter xml, Episode? episode, Enclosure? recording)
    {
        if (episode is null)
            return;

        if (recording?.Duration is { Ticks: >= 0 } duration)
            xml.WriteText(Namespaces.Itunes, "duration", Math.Round(duration.TotalSeconds).ToString("F0", CultureInfo.InvariantCulture));
        xml.WriteCount("season", episode.Season);
        xml.WriteCount("episode", episode.Number);
        if (episode.Type is { } type)
            xml.WriteText(Namespaces.Itunes, "episodeType", NameOf(type));
        if (episode.Explicit is { } isExplicit)
            xml.WriteText(Namespaces.Itunes, "explicit", TrueOrFalse(isExplicit));
        xml.WriteItunesImage(episode.Image);
        foreach (var transcript in episode.Transcripts)
            xml.WriteTranscript(transcript);
        if (episode.Chapters is { } chapters)
            xml.WriteChapters(chapters);
        foreach (var speaker in episode.Speakers)
            xml.WriteSpeaker(speaker);
    }

    private static bool UsesItunes(Feed feed)
    {
        if (feed.Podcast is not null)
            return true;

        foreach (var entry in feed.Entries)
        {
            if (entry.Episode is not null)
                return true;
        }

        return false;
    }

    private static bool UsesPodcast(Feed feed)
    {
        if (feed.Podcast is { } podcast && (podcast.Id is not null || podcast.Locked is not null || !podcast.Funding.IsEmpty))
            return true;

        foreach (var entry in feed.Entries)
        {
            if (entry.Episode is { } episode && (episode.Chapters is not null || !episode.Transcripts.IsEmpty || !episode.Speakers.IsEmpty))
                return true;
        }

        return false;
    }

    private static string? AuthorOf(Feed feed) => feed.Authors.IsEmpty ? null : feed.Authors[0].Name;

    private static void WriteOwner(this XmlWriter xml, Person? owner)
    {
        if (Grammar.EmailOrNone(owner?.Email) is not { } email)
            return;

        xml.WriteStartElement("owner", Namespaces.Itunes);
        xml.WriteTextIfAny(Namespaces.Itunes, "name", Short(owner?.Name));
        xml.WriteText(Namespaces.Itunes, "email", email);
        xml.WriteEndElement();
    }

    private static void WriteItunesImage(this XmlWriter xml, Uri? image)
    {
        if (image is null || !Address.IsOfTheWeb(image))
            return;

        xml.WriteStartElement("image", Namespaces.Itunes);
        xml.WriteAttributeString("href", image.AbsoluteUri);
        xml.WriteEndElement();
    }

    private static void WriteCategory(this XmlWriter xml, PodcastCategory category)
    {
        if (!category.IsKnown)
            return;

        xml.WriteStartElement("category", Namespaces.Itunes);
        xml.WriteAttributeString("text", category.Name);
        if (category.Subcategory is { } inside)
        {
            xml.WriteStartElement("category", Namespaces.Itunes);
            xml.WriteAttributeString("text", inside);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteLocked(this XmlWriter xml, bool locked, Person? owner)
    {
        xml.WriteStartElement("locked", Namespaces.Podcast);
        xml.WriteAttributeIfAny("owner", Grammar.EmailOrNone(owner?.Email));
        xml.WriteString(locked ? "yes" : "no");
        xml.WriteEndElement();
    }

    private static void WriteFunding(this XmlWriter xml, Funding funding)
    {
        xml.WriteStartElement("funding", Namespaces.Podcast);
        xml.WriteAttributeString("url", funding.Url.AbsoluteUri);
        xml.WritePlain(XmlCharacters.Keep(funding.Text));
        xml.WriteEndElement();
    }

    private static void WriteCount(this XmlWriter xml, string name, int? number)
    {
        // Apple counts from 1.
        if (number is { } count and > 0)
            xml.WriteText(Namespaces.Itunes, name, count.ToString(CultureInfo.InvariantCulture));
    }

    private static void WriteTranscript(this XmlWriter xml, Transcript transcript)
    {
        xml.WriteStartElement("transcript", Namespaces.Podcast);
        xml.WriteAttributeString("url", transcript.Url.AbsoluteUri);
        xml.WriteAttributeString("type", Grammar.MediaTypeOrNone(transcript.MediaType) ?? "text/plain");
        xml.WriteAttributeIfAny("language", Grammar.LanguageOrNone(transcript.Language));
        xml.WriteEndElement();
    }

    private static void WriteChapters(this XmlWriter xml, Uri chapters)
    {
        xml.WriteStartElement("chapters", Namespaces.Podcast);
        xml.WriteAttributeString("url", chapters.AbsoluteUri);
        xml.WriteAttributeString("type", "application/json+chapters");
        xml.WriteEndElement();
    }

    private static void WriteSpeaker(this XmlWriter xml, Speaker speaker)
    {
        if (XmlCharacters.KeepIfAny(speaker.Name) is not { } name)
            return;

        xml.WriteStartElement("person", Namespaces.Podcast);
        xml.WriteAttributeIfAny("role", speaker.Role);
        xml.WriteAddressAttribute("href", speaker.Uri);
        xml.WriteAddressAttribute("img", speaker.Image);
        xml.WritePlain(name);
        xml.WriteEndElement();
    }

    private static string NameOf(EpisodeType type) => type switch
    {
        EpisodeType.Full => "full",
        EpisodeType.Trailer => "trailer",
        EpisodeType.Bonus => "bonus",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, message: null),
    };

    private static string TrueOrFalse(bool value) => value ? "true" : "false";

    // Cut before a pair of surrogates, never inside it.
    private static string? Short(string? text)
    {
        if (text is null || text.Length <= MaxName)
            return text;

        return text[..(char.IsHighSurrogate(text[MaxName - 1]) ? MaxName - 1 : MaxName)];
    }
}
