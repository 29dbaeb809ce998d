using System.Globalization;
using System.Xml;

namespace Feeds.Formats.Syndication.Podcasts;

/// <summary>Writes the elements of Apple Podcasts and of the Podcast Namespace, which only RSS has.</summary>
internal static class PodcastElements
{
    // Apple's limit, in characters.
    private const int MaxName = 255;

    public static void WritePodcast(this XmlWriter xml, Podcast podcast, string author)
    {
        var email = Grammar.EmailOrNone(podcast.OwnerEmail);
        xml.WriteItunes("author", Short(podcast.Author ?? author));
        if (email is not null)
        {
            xml.WriteStartElement("owner", Namespaces.Itunes);
            xml.WriteItunes("name", Short(podcast.Owner));
            xml.WriteItunes("email", email);
            xml.WriteEndElement();
        }

        xml.WriteItunesImage(podcast.Image);
        foreach (var category in podcast.Categories.Where(category => category.IsKnown))
            xml.WriteCategory(category.Name, category.Subcategory);
        xml.WriteItunes("explicit", TrueOrFalse(podcast.Explicit));
        xml.WriteItunes("type", podcast.Type?.ToString().ToLowerInvariant());
        if (podcast.Locked is { } locked) xml.WriteElement("locked", Namespaces.Podcast, locked ? "yes" : "no", ("owner", email));
        if (podcast.Funding is { } funding) xml.WriteLink("funding", funding, type: null, "Support this podcast");
    }

    public static void WriteEpisode(this XmlWriter xml, Episode episode, TimeSpan? duration)
    {
        xml.WriteItunes("duration", Number(duration is { Ticks: >= 0 } length ? (long)Math.Round(length.TotalSeconds) : null));
        xml.WriteItunes("season", Number(episode.Season));
        xml.WriteItunes("episode", Number(episode.Number));
        xml.WriteItunes("episodeType", episode.Type?.ToString().ToLowerInvariant());
        if (episode.Explicit is { } isExplicit) xml.WriteItunes("explicit", TrueOrFalse(isExplicit));
        xml.WriteItunesImage(episode.Image);
        if (episode.Transcript is { } transcript)
            xml.WriteLink("transcript", transcript.Url, transcript.MediaType, text: null);
        if (episode.Chapters is { } chapters)
            xml.WriteLink("chapters", chapters, "application/json+chapters", text: null);
    }

    private static void WriteItunes(this XmlWriter xml, string name, string? text)
    {
        if (XmlCharacters.KeepIfAny(text) is { } kept) xml.WriteElementString(name, Namespaces.Itunes, kept);
    }

    private static void WriteItunesImage(this XmlWriter xml, Uri? image)
    {
        if (image is not null) xml.WriteElement("image", Namespaces.Itunes, text: null, ("href", FeedAddress.Of(image).AbsoluteUri));
    }

    private static void WriteCategory(this XmlWriter xml, string name, string? subcategory)
    {
        xml.WriteStartElement("category", Namespaces.Itunes);
        xml.WriteAttributeString("text", name);
        if (subcategory is not null) xml.WriteCategory(subcategory, subcategory: null);
        xml.WriteEndElement();
    }

    private static void WriteLink(this XmlWriter xml, string name, Uri url, string? type, string? text) =>
        xml.WriteElement(name, Namespaces.Podcast, text, ("url", FeedAddress.Of(url).AbsoluteUri), ("type", type));

    private static string? Number(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string TrueOrFalse(bool value) => value ? "true" : "false";

    // Cut before a pair of surrogates, never inside it.
    private static string? Short(string? text)
    {
        if (text is null || text.Length <= MaxName) return text;
        return text[..(char.IsHighSurrogate(text[MaxName - 1]) ? MaxName - 1 : MaxName)];
    }
}
