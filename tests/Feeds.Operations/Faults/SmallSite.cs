using System.Collections.Immutable;
using System.Globalization;

namespace Feeds.Operations.Faults;

/// <summary>A site with something of every kind, and what clients ask of it.</summary>
internal static class SmallSite
{
    private const int Posts = 12;
    private const int Events = 4;

    /// <summary>The post that is edited.</summary>
    public const string Edited = "posts/post-11.md";

    public static readonly ImmutableArray<Asked> Asked =
    [
        new("/atom.xml"), new("/nothing.xml", IsThere: false), new("/calendar.ics"), new("/rss.xml"), new("/feed.json"), new("/"), new("/events/atom.xml"), new("/calendar.google.ics"),
        new("/posts/post-3/"), new("/posts/post-3/lamp.svg"), new("/posts/nothing/", IsThere: false), new("/tags/lamps/atom.xml"), new("/events/evening-2.ics"), new("/feeds/"), new("/style.css"),
    ];

    /// <summary>Writes it into a folder that is there.</summary>
    public static void Write(string content)
    {
        foreach (var folder in (string[])["posts", "events"]) Directory.CreateDirectory(Path.Join(content, folder));
        File.WriteAllText(Path.Join(content, "site.yaml"), "title: Club\nurl: https://club.example/\ntimezone: Europe/Prague\n");
        File.WriteAllText(Path.Join(content, "posts/lamp.svg"), """<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8"/></svg>""");
        for (var number = 0; number < Posts; number++) File.WriteAllText(Path.Join(content, string.Create(CultureInfo.InvariantCulture, $"posts/post-{number}.md")), Post(number));
        for (var number = 0; number < Events; number++) File.WriteAllText(Path.Join(content, EventPath(number)), Event(number, minute: 30));
    }

    /// <summary>Where an event is written down.</summary>
    public static string EventPath(int number) => string.Create(CultureInfo.InvariantCulture, $"events/evening-{number}.md");

    /// <summary>An event, at a minute of its hour: another minute is another SEQUENCE.</summary>
    public static string Event(int number, int minute) =>
        string.Create(CultureInfo.InvariantCulture, $"---\ntitle: Evening {number}\nstart: 2031-0{number + 1}-15 18:{minute:D2}\npublishedAt: 2025-02-01\nlocation: The old mill\n---\nWe talk and eat.\n");

    private static string Post(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"---\ntitle: Post {number}\ndate: 2025-{number % 12 + 1:D2}-04\ntags: [lamps]\n---\n![A lamp](lamp.svg)\n\nThe text of post {number}.\n");
}
