using System.Globalization;
using Feeds.Benchmarks;
using Feeds.Tests;

namespace Feeds.Operations;

/// <summary>Some hundred posts, some dozen events, and somebody who writes in them all the while.</summary>
internal static class SoakedSite
{
    private const int Events = 60;

    public static void Write(TempFolder disk, int posts)
    {
        GeneratedSite.Write(disk, "soaked", posts);
        for (var number = 0; number < Events; number++) disk.Write(EventPath(number), EventText(number, edit: 0));
    }

    /// <summary>Writes in a post or an event, each in its turn: a sentence more, another one later, and after a while the text as it was.</summary>
    public static async Task EditAsync(TempFolder disk, TimeSpan between, CancellationToken cancellation)
    {
        var posts = Directory.GetFiles(disk.At("soaked/content/posts")).Order(StringComparer.Ordinal).Select(file => (File: file, Text: File.ReadAllText(file))).ToArray();
        using var timer = new PeriodicTimer(between);
        for (var edit = 1; await NextAsync(timer, cancellation); edit++)
        {
            var (file, text) = posts[^(1 + (edit % 20))];
            // As most editors do, and git: a file written in place is empty for a moment, and that is said in the log.
            var (place, written) = edit % 5 == 0 ? (disk.At(EventPath(edit % Events)), EventText(edit % Events, edit)) : (file, string.Create(CultureInfo.InvariantCulture, $"{text}\nEdit {edit % 100}.\n"));
            await File.WriteAllTextAsync(disk.At("soaked/edited"), written, CancellationToken.None);
            File.Move(disk.At("soaked/edited"), place, overwrite: true);
        }
    }

    /// <summary>Waits for the next turn; false when there is none.</summary>
    public static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken cancellation)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static string EventPath(int number) => string.Create(CultureInfo.InvariantCulture, $"soaked/content/events/event-{number:D3}.md");

    private static string EventText(int number, int edit)
    {
        var start = new DateTime(2030, 1, 1, 18, 0, 0, DateTimeKind.Utc).AddDays(number);
        return string.Create(CultureInfo.InvariantCulture, $"---\ntitle: Event {number}\nstart: {start:yyyy-MM-dd HH:mm}\nduration: PT2H\nlocation: Hall {edit % 7}\ntags: [evening]\n---\nCome along. Edit {edit}.\n");
    }
}
