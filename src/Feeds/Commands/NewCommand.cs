using System.CommandLine;
using System.Globalization;
using Feeds.Content;
using Feeds.Content.Files;
using Feeds.Model;
using Feeds.Text;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Commands;

/// <summary>The command <c>feeds new</c>.</summary>
internal static class NewCommand
{
    public static Command Create() => new("new", "Write a file to start from; never replace an existing one")
    {
        Kind("post", "A post dated today", (site, now) =>
            (Folder(site.Posts.Select(post => post.Path), site.Settings.Posts.Folders[0]), now.Date, Post(now))),
        Kind("event", "An event in a month", (site, now) =>
            (Folder(site.Events.Select(@event => @event.Path), site.Settings.Events.Folders[0]), DateOfEvent(now), Event(now))),
    };

    private static Command Kind(
        string name, string description, Func<Site, ZonedDateTime, (string Folder, LocalDate Date, string Text)> start)
    {
        var title = new Argument<string>("TITLE") { Description = "Its title" };
        var content = CommandLine.ContentArgument();
        var command = new Command(name, description) { title, content };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetRequiredValue(content);
            var site = SiteReader.Read(ContentFolder.Read(folder, previous: null), SiteBuilder.DefaultUrl, previous: null).Site;
            var (below, date, text) = start(site, SystemClock.Instance.GetCurrentInstant().InZone(site.Settings.Zone));
            var path = Write(Path.Join(folder, below), parsed.GetRequiredValue(title), date, text);
            parsed.InvocationConfiguration.Output.WriteLine(path);
            return ExitCode.Fine;
        });
        return command;
    }

    /// <summary>The folder of the newest document of a kind, or else that of the settings.</summary>
    private static string Folder(IEnumerable<string> paths, string configured)
    {
        var newest = paths.Where(path => Path.GetFileNameWithoutExtension(path) is not "index")
            .Select(Path.GetDirectoryName)
            .FirstOrDefault();
        return string.IsNullOrEmpty(newest) ? configured : newest;
    }

    private static string Write(string folder, string title, LocalDate date, string text)
    {
        var slug = Slug.Of(title);
        var name = slug.Length > 0 ? slug : "untitled";
        var path = Path.Join(folder, name + ".md");
        // A meetup may have the same title each time.
        if (File.Exists(path)) path = Path.Join(folder, $"{LocalDatePattern.Iso.Format(date)}-{name}.md");
        Directory.CreateDirectory(folder);
        using var writer = new StreamWriter(new FileStream(path, FileMode.CreateNew));
        var escaped = title.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        writer.Write(text.Replace("TITLE", escaped, StringComparison.Ordinal));
        return path;
    }

    private static string Post(ZonedDateTime now) => string.Create(CultureInfo.InvariantCulture, $"""
        ---
        title: "TITLE"
        date: {now.LocalDateTime:uuuu-MM-dd'T'HH:mm}   # in the site's time zone; a date ahead keeps the post back until then
        # updated: {now.Date:uuuu-MM-dd}             # when the text changes in a way that readers should notice
        # summary: One or two sentences in plain words
        # tags: [one, two]
        # author: Your name
        # draft: true                    # keeps it out of everything
        ---

        Write here.

        """);

    private static LocalDate DateOfEvent(ZonedDateTime now) => now.Date.PlusMonths(1);

    private static string Event(ZonedDateTime now) => string.Create(CultureInfo.InvariantCulture, $"""
        ---
        title: "TITLE"
        start: {DateOfEvent(now):uuuu-MM-dd'T'}18:30   # in the site's time zone; a date alone is a whole day
        end: "20:30"
        location: Town Hall
        # address: 1 Main Street, Example Town
        # timezone: Europe/Prague        # where it is another than the site's
        # online: https://example.org/join
        # link: https://example.org/sign-up
        # status: cancelled              # cancelled or tentative
        # tags: [one, two]
        ---

        What will happen there.

        """);
}
