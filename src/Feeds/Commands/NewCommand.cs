using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
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
    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static Command Create() => new("new", "Write a file to start from; never replace an existing one")
    {
        Post(),
        Event(),
    };

    private static Command Post()
    {
        var date = DateOption("When it is published, such as 2027-02-10 or 2027-02-10T18:30 (default: now)");
        var command = new Command("post", "A post") { date };
        return Writing(command, (parsed, title, site) =>
        {
            var published = parsed.GetValue(date) ?? StarterFiles.Date(Now(site));
            var folder = FolderOf(site.Posts.Select(post => post.Path), site.Settings.Posts.Folders);
            return (folder, published, StarterFiles.Post(title, published));
        });
    }

    private static Command Event()
    {
        var date = DateOption("When it starts, such as 2027-02-10T18:30; a date alone is a whole day (default: in a month)");
        var end = new Option<string?>("--end") { Description = "When it ends, such as 20:30 or 2027-02-11T17:00" };
        end.Validators.Add(result =>
        {
            if (IsMistaken(result, out var text) && !Clock.Parse(text).Success)
                result.AddError($"'{text}' is not an end; write one such as 20:30 or 2027-02-11T17:00.");
        });
        var place = new Option<string?>("--place") { Description = "Where it takes place: the name and address of the venue" };
        var command = new Command("event", "An event") { date, end, place };
        return Writing(command, (parsed, title, site) =>
        {
            var start = parsed.GetValue(date) ?? StarterFiles.Date(Now(site).Date.PlusMonths(1).At(new LocalTime(18, 30)));
            var text = StarterFiles.Event(title, start, parsed.GetValue(end), parsed.GetValue(place));
            return (FolderOf(site.Events.Select(@event => @event.Path), site.Settings.Events.Folders), start, text);
        });
    }

    private static Option<string?> DateOption(string description)
    {
        var date = new Option<string?>("--date") { Description = description };
        date.Validators.Add(result =>
        {
            if (IsMistaken(result, out var text))
                result.AddError($"'{text}' is not a date; write one such as 2027-02-10 or 2027-02-10T18:30.");
        });
        return date;
    }

    /// <summary>Whether the value of an option is neither a date nor a date with a time.</summary>
    private static bool IsMistaken(OptionResult result, out string text)
    {
        text = result.GetValueOrDefault<string>() ?? "";
        return text.Length > 0 && !LocalDatePattern.Iso.Parse(text).Success && !Moment.Parse(text).Success;
    }

    /// <summary>Completes a command that writes one file.</summary>
    /// <param name="start">Makes the file's folder, its date and its text.</param>
    private static Command Writing(Command command, Func<ParseResult, string, Site, (string Folder, string Date, string Text)> start)
    {
        var title = new Argument<string>("TITLE") { Description = "The title" };
        title.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>())) result.AddError("The title is empty.");
        });
        var content = CommandLine.ContentArgument();
        command.Arguments.Add(title);
        command.Arguments.Add(content);
        command.SetAction(parsed =>
        {
            var folder = parsed.GetRequiredValue(content);
            Directory.CreateDirectory(folder);
            var site = SiteReader.Read(ContentFolder.Read(folder, previous: null), SiteBuilder.DefaultUrl, previous: null).Site;
            var (below, date, text) = start(parsed, parsed.GetRequiredValue(title).Trim(), site);
            var path = PathOf(Path.Join(folder, below), parsed.GetRequiredValue(title), date);
            StarterFiles.Write(path, text);
            var argument = folder == CommandLine.DefaultContent ? "" : $" {folder}";
            parsed.InvocationConfiguration.Output.WriteLine($"wrote {path}");
            parsed.InvocationConfiguration.Output.WriteLine($"Next: edit it, then run 'feeds check{argument}'.");
            return ExitCode.Fine;
        });
        return command;
    }

    private static LocalDateTime Now(Site site) => SystemClock.Instance.GetCurrentInstant().InZone(site.Settings.Zone).LocalDateTime;

    /// <summary>The folder of the newest document of a kind, or else that of the settings.</summary>
    private static string FolderOf(IEnumerable<string> paths, ImmutableArray<string> configured)
    {
        var newest = paths
            .Where(path => Path.GetFileNameWithoutExtension(path) is not "index")
            .Select(Path.GetDirectoryName)
            .FirstOrDefault();
        return string.IsNullOrEmpty(newest) ? configured[0] : newest;
    }

    private static string PathOf(string folder, string title, string date)
    {
        var slug = Slug.Of(title);
        var name = slug.Length > 0 ? slug : "untitled";
        var path = Path.Join(folder, name + ".md");
        // A meetup may have the same title each time.
        return File.Exists(path) ? Path.Join(folder, $"{date[..10]}-{name}.md") : path;
    }
}
