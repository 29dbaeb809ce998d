using System.Text;
using Feeds.Content;
using Feeds.Content.Files;
using Feeds.Model.Names;
using Feeds.Publishing;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Tests;

/// <summary>Content written down in a test, read without a disk.</summary>
internal static class FolderOf
{
    /// <summary>A site that publishes nothing of its own accord.</summary>
    public const string SiteYaml = "title: Compiler Club\nurl: https://club.example/\ntimezone: Europe/Prague\n";

    public static readonly Uri Listening = new("http://127.0.0.1:5000/");

    public static FolderReading Files(params (string Path, string Text)[] files) =>
        new([.. files.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => File(file.Path, Encoding.UTF8.GetBytes(file.Text)))], [], []);

    /// <summary>The site of the files and, where none of them holds settings, of <see cref="SiteYaml"/>.</summary>
    public static SiteReading Site(params (string Path, string Text)[] files) => Again(previous: null, files);

    /// <summary>As <see cref="Site"/>, after an earlier reading.</summary>
    public static SiteReading Again(SiteReading? previous, params (string Path, string Text)[] files) => Again(previous, known: null, files);

    /// <summary>As <see cref="Site"/>, after an earlier reading, with what a lock knows.</summary>
    public static SiteReading Again(SiteReading? previous, Func<string, KnownDocument?>? known, params (string Path, string Text)[] files) =>
        SiteReader.Read(Files(files.Any(file => file.Path == "site.yaml") ? files : [("site.yaml", SiteYaml), .. files]), Listening, previous, known);

    /// <summary>What a lock is asked about.</summary>
    public static ReadSite Read(SiteReading reading) => Read(reading, _ => { });

    /// <summary>What a lock is asked about.</summary>
    /// <param name="renamed">Is given the reading under other names.</param>
    public static ReadSite Read(SiteReading reading, Action<SiteReading> renamed) => new(reading.Site, reading.Names, reading.Unread, reading.SourceAt, reading.FingerprintsAt, names =>
    {
        var other = SiteReader.WithNames(reading, names);
        renamed(other);
        return Read(other, renamed);
    })
    {
        Edit = reading.Edit,
    };

    /// <summary>As <see cref="Site"/>, of files that may hold anything.</summary>
    public static SiteReading Bytes(params (string Path, byte[] Bytes)[] files) =>
        SiteReader.Read(
            new FolderReading([.. files.Append(("site.yaml", Encoding.UTF8.GetBytes(SiteYaml))).DistinctBy(file => file.Item1).OrderBy(file => file.Item1, StringComparer.Ordinal).Select(file => File(file.Item1, file.Item2))], [], []),
            Listening,
            previous: null);

    /// <summary>The publication of such a site.</summary>
    public static Publication Published(string now, params (string Path, string Text)[] files) =>
        Publication.Render(Site(files).Site, Moment(now), previous: null);

    public static Instant Moment(string text) => InstantPattern.ExtendedIso.Parse(text).GetValueOrThrow();

    private static SourceFile File(string path, byte[] bytes) =>
        new(path, new FileVersion(path, bytes.Length, DateTime.UnixEpoch), PackedBytes.Of(bytes), ContentHash.Of(bytes), Problem: null);
}
