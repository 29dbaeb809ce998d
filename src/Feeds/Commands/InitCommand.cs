using System.CommandLine;
using Feeds.Content.Events;
using Feeds.Content.Files;
using Feeds.Content.Settings;
using Feeds.Text;
using NodaTime;

namespace Feeds.Commands;

/// <summary>The command <c>feeds init</c>.</summary>
internal static class InitCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR")
        {
            Description = "The folder to create",
            DefaultValueFactory = _ => CommandLine.DefaultContent,
        };
        var title = new Option<string?>("--title") { Description = "The title of the site" };
        var url = new Option<string?>("--url") { Description = "The public address of the site, such as https://example.org/" };
        var timezone = new Option<string?>("--timezone") { Description = "The time zone of the site, such as Europe/Prague" };
        var language = new Option<string?>("--language") { Description = "The language of the site, such as en" };
        var yes = new Option<bool>("--yes", "-y") { Description = "Ask nothing; use the defaults" };
        var command = new Command("init", "Create a folder with settings, a first event and a first post")
        {
            folder, title, url, timezone, language, yes,
        };
        command.SetAction(parsed =>
        {
            var console = parsed.InvocationConfiguration;
            var target = Path.TrimEndingDirectorySeparator(parsed.GetRequiredValue(folder));
            var asks = !parsed.GetValue(yes) && !Console.IsInputRedirected;
            Question[] questions =
            [
                new("Title", parsed.GetValue(title), TitleOf(target), text => text.Trim().Length > 0 ? null : "the title is empty"),
                new("Public address, if you have one", parsed.GetValue(url), "", UrlMistake),
                new("Time zone", parsed.GetValue(timezone), MachineZone.Name ?? "UTC", TimeZoneMistake),
                new("Language", parsed.GetValue(language), MachineLanguage(), LanguageMistake),
            ];
            if (Array.Find(questions, question => question.Mistake is not null) is { } wrong)
            {
                console.Error.WriteLine($"feeds: {wrong.Mistake}");
                return ExitCode.WrongUsage;
            }

            var answers = Array.ConvertAll(questions, question => question.Answer(asks, console.Output));
            Write(target, answers, console.Output);
            return ExitCode.Fine;
        });
        return command;
    }

    private static void Write(string folder, string[] answers, TextWriter output)
    {
        Directory.CreateDirectory(folder);
        var isEmpty = ContentFolder.Read(folder, previous: null).Files.IsEmpty;
        var now = SystemClock.Instance.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb[answers[2]]).LocalDateTime;
        var evening = now.Date.PlusMonths(1).At(new LocalTime(18, 30));
        var hasSettings = File.Exists(Path.Join(folder, SettingsFile.Path));
        (string Name, string Text)[] files =
        [
            (SettingsFile.Path, StarterFiles.Site(answers[0], answers[1], answers[2], answers[3])),
            // Settings that somebody else wrote do not name it.
            .. hasSettings ? Array.Empty<(string, string)>() : [(StarterFiles.SchemaName, SchemaCommand.Site())],
            (".gitignore", "/public/\n"),
            // Examples would be in the way of a folder that has content.
            .. isEmpty
                ?
                [
                    ("events/first-meetup.md", StarterFiles.Event("First meetup", StarterFiles.Date(evening), "20:30", place: null)),
                    ("posts/hello.md", StarterFiles.Post("Hello", StarterFiles.Date(now))),
                ]
                : Array.Empty<(string, string)>(),
        ];
        foreach (var (name, text) in files)
        {
            var path = Path.Join(folder, name);
            if (File.Exists(path))
            {
                output.WriteLine($"kept {path}");
                continue;
            }

            StarterFiles.Write(path, text);
            output.WriteLine($"wrote {path}");
        }

        var argument = folder == CommandLine.DefaultContent ? "" : $" {folder}";
        output.WriteLine();
        output.WriteLine("Next:");
        output.WriteLine($"  feeds serve{argument}    see the site, and every change as you save it");
        output.WriteLine($"  feeds check{argument}    find mistakes");
        output.WriteLine($"  feeds build{argument} --output {Path.Join(folder, "public")}    write the files for a web host");
    }

    /// <summary>A title from the name of the folder: "user-group" becomes "User group".</summary>
    private static string TitleOf(string folder)
    {
        var name = Path.GetFileName(Path.GetFullPath(folder)).Replace('-', ' ').Replace('_', ' ').Trim();
        return name.Length == 0 || folder == CommandLine.DefaultContent ? "My site" : char.ToUpperInvariant(name[0]) + name[1..];
    }

    /// <summary>The language of the environment: "en_AU.UTF-8" becomes "en-AU".</summary>
    private static string MachineLanguage()
    {
        var name = (Environment.GetEnvironmentVariable("LANG") ?? "").Split('.', '@')[0].Replace('_', '-');
        return name is "" or "C" or "POSIX" || LanguageMistake(name) is not null ? "en" : name;
    }

    private static string? UrlMistake(string url) =>
        url.Length == 0 || WebAddress.Read(url) is not null
            ? null
            : $"'{url}' is not a web address; write one such as https://example.org/";

    private static string? TimeZoneMistake(string zone) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null ? null : $"'{zone}' is not a time zone; write one such as Europe/Prague";

    private static string? LanguageMistake(string language) =>
        language.Length > 0 && language.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
            ? null
            : $"'{language}' is not a language; write one such as en or pt-BR";

    /// <summary>A question of init, which an option or the default may answer.</summary>
    /// <param name="Given">The option; null where it was not given.</param>
    /// <param name="Check">What is wrong with an answer; null for nothing.</param>
    private sealed record Question(string Text, string? Given, string Default, Func<string, string?> Check)
    {
        public string? Mistake => Given is null ? null : Check(Given);

        /// <param name="asks">Whether somebody is there to answer.</param>
        public string Answer(bool asks, TextWriter output)
        {
            if (Given is not null) return Given.Trim();
            if (!asks) return Default;
            while (true)
            {
                output.Write(Default.Length > 0 ? $"{Text} [{Default}]: " : $"{Text}: ");
                // The end of the input answers all that is left with the defaults.
                if (Console.ReadLine() is not { } line) return Default;
                var answer = line.Trim().Length > 0 ? line.Trim() : Default;
                if (Check(answer) is not { } mistake) return answer;
                output.WriteLine(mistake);
            }
        }
    }
}
