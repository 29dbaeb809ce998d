using System.Net;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.ServiceModel.Syndication;
using System.Text.RegularExpressions;
using System.Xml;
using Feeds.Publishing;
using Feeds.Tests.Golden;
using Feeds.Tests.Interop;
using Feeds.Tests.Packaging;
using Feeds.Tests.Publishing;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace Feeds.Tests.Formats.Syndication;

/// <summary>Feeds are made by System.ServiceModel.Syndication, and its own reader sees in them what was meant.</summary>
public sealed class SyndicationModelTests
{
    public static TheoryData<string, string> SitesAndFeeds => new MatrixTheoryData<string, string>(["sample", "nasty"], ["/atom.xml", "/rss.xml"]);

    public static TheoryData<string> Sites => ["sample", "nasty", .. GoldenSiteTests.Names.Select(row => row.Data)];

    [Theory]
    [MemberData(nameof(SitesAndFeeds))]
    public void Load_SeesEveryPost(string name, string path)
    {
        var site = StrangeSite.Named(name);
        var feed = Load(site.Publication, path);

        Assert.Equal(site.Site.Settings.Title, Plain(feed.Title));
        Assert.Equal(site.Posts, feed.Items.Select(item => PostOf(item, feed)));
    }

    /// <summary>JSON Feed is written without the library.</summary>
    [Theory]
    [MemberData(nameof(Sites))]
    public void Load_SeesWhatJsonFeedSays_InEveryFeed(string name)
    {
        var publication = name is "sample" or "nasty" ? StrangeSite.Named(name).Publication : GoldenSiteTests.Published(name);
        var folders = publication.Representations.Values.Where(item => item.MediaType == MediaType.JsonFeed).Select(item => item.Path[..^"feed.json".Length]);

        Assert.All(folders, folder =>
        {
            var json = publication.Json(folder + "feed.json");
            var expected = ObservedEntry.InJson(json).Select(InSeconds);
            foreach (var file in (string[])["atom.xml", "rss.xml"])
            {
                var feed = Load(publication, folder + file);

                Assert.Equal(json.GetProperty("title").GetString(), Plain(feed.Title));
                Assert.Equal(json.GetProperty("home_page_url").GetString(), LinkOf(feed.Links, "alternate").Uri.AbsoluteUri);
                Assert.Equal(json.GetProperty("feed_url").GetString(), LinkOf(feed.Links, "self").Uri.AbsoluteUri.Replace(file, "feed.json", StringComparison.Ordinal));
                Assert.Equal(expected, feed.Items.Select(item => EntryOf(item, feed)));
            }
        });
    }

    [Theory]
    [InlineData(nameof(Atom10FeedFormatter))]
    [InlineData(nameof(Rss20FeedFormatter))]
    public void Formatters_AreUsed(string formatter)
    {
        using var assembly = new PEReader(File.OpenRead(typeof(Publication).Assembly.Location));
        var metadata = assembly.GetMetadataReader();
        var made = metadata.MemberReferences.Select(metadata.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference && metadata.StringComparer.Equals(member.Name, ".ctor"))
            .Select(member => metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)member.Parent).Name));

        Assert.Contains(formatter, made);
    }

    /// <summary>Without these elements there is no entry of Atom and no channel of RSS.</summary>
    [Theory]
    [InlineData("entry")]
    [InlineData("channel")]
    [InlineData("item")]
    public void OnlyTheLibrary_Writes(string element)
    {
        var source = Path.Join(Source.Root, "src/Feeds");
        var writers = ((string[])["Formats", "Publishing"])
            .SelectMany(folder => Directory.EnumerateFiles(Path.Join(source, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains("/Reading/", StringComparison.Ordinal))
            .ToArray();

        Assert.NotEmpty(writers);
        Assert.DoesNotContain(writers, file => Regex.IsMatch(File.ReadAllText(file), $"[\"<]{element}[\"> ]", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    private static SyndicationFeed Load(Publication publication, string path)
    {
        using var reader = XmlReader.Create(new MemoryStream(publication.Find(path)!.Identity.ToArray()));
        return SyndicationFeed.Load(reader);
    }

    // RSS counts seconds; language and pictures are extensions.
    private static ObservedEntry InSeconds(ObservedEntry entry) =>
        entry with { Published = InSeconds(entry.Published), Updated = InSeconds(entry.Updated), Language = null, Image = null };

    private static DateTimeOffset InSeconds(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));

    private static ObservedEntry EntryOf(SyndicationItem item, SyndicationFeed feed) => new(
        item.Id,
        Plain(item.Title),
        LinkOf(item.Links, "alternate").Uri.AbsoluteUri,
        InSeconds(item.PublishDate),
        InSeconds(UpdatedOf(item)),
        AuthorsOf(item, feed),
        string.Join('|', item.Categories.Select(category => category.Name)),
        ContentOf(item),
        Image: null,
        item.Links.FirstOrDefault(link => link.RelationshipType is "enclosure") is { } file ? $"{file.Uri.AbsoluteUri} {file.MediaType} {file.Length}" : null,
        Language: null);

    private static ObservedPost PostOf(SyndicationItem item, SyndicationFeed feed)
    {
        var entry = EntryOf(item, feed);
        return new(entry.Id, entry.Title, entry.Link, Iso(entry.Published), Iso(entry.Updated), entry.Authors, entry.Categories, entry.Content.Trim());
    }

    // RSS has a date of its own for the update only where it is another.
    private static DateTimeOffset UpdatedOf(SyndicationItem item) => item.LastUpdatedTime == default ? item.PublishDate : item.LastUpdatedTime;

    private static string AuthorsOf(SyndicationItem item, SyndicationFeed feed)
    {
        var creators = item.ElementExtensions.ReadElementExtensions<string>("creator", Documents.Dc.NamespaceName);
        var authors = item.Authors.Count == 0 ? feed.Authors : item.Authors;
        return string.Join('|', creators.Count == 0 ? authors.Select(author => author.Name) : creators);
    }

    private static string ContentOf(SyndicationItem item) =>
        (item.Content as TextSyndicationContent)?.Text
        ?? item.ElementExtensions.ReadElementExtensions<string>("encoded", Documents.Encoded.NamespaceName).SingleOrDefault()
        ?? item.Summary?.Text
        ?? item.Title.Text;

    private static SyndicationLink LinkOf(IEnumerable<SyndicationLink> links, string relation) => links.Single(link => link.RelationshipType == relation);

    private static string Plain(TextSyndicationContent text) => text.Type is "html" ? WebUtility.HtmlDecode(text.Text) : text.Text;

    private static string Iso(DateTimeOffset time) => InstantPattern.ExtendedIso.Format(Instant.FromDateTimeOffset(time));
}
