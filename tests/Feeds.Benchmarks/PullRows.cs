using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Feeds.Model.Sources;
using Feeds.Tests;
using Feeds.Web;
using Feeds.Web.Pulling;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Feeds.Benchmarks;

/// <summary>Many calendars of others fetched from loopback, and a post edited beside them.</summary>
internal static class PullRows
{
    private const int Sources = 50;
    private const int Events = 500;
    private const int Posts = 200;
    private const double MaxSeconds = 20;
    private const double MaxMilliseconds = 200;
    private const string Folder = "pulled";

    private static readonly LocalDateTime First = new(2026, 1, 1, 18, 30);

    public static IEnumerable<Row> Measure(FeedsProgram feeds, TempFolder disk)
    {
        var names = Enumerable.Range(0, Sources).Select(number => FormattableString.Invariant($"source-{number}")).ToArray();
        var settings = string.Concat(names.Select(name => $"- {{ name: {name}, calendar: 'https://{name}.example/x.ics' }}\n"));
        var newest = disk.At(GeneratedSite.Write(disk, Folder, Posts, $"sources:\n{settings}"));
        var seconds = PullAsync(disk.At($"{Folder}/content"), names).GetAwaiter().GetResult().TotalSeconds;
        yield return new Row(
            FormattableString.Invariant($"pull of {Sources} sources of {Events} events"),
            FormattableString.Invariant($"{seconds:F1} s"),
            "",
            FormattableString.Invariant($"{seconds:F1} s"),
            FormattableString.Invariant($"{MaxSeconds:F0} s"),
            seconds <= MaxSeconds);
        var what = FormattableString.Invariant($"edit among {Sources * Events} events of sources");
        yield return EditRow.Measure(what, Folder, newest, MaxMilliseconds, feeds, disk);
    }

    private static async Task<TimeSpan> PullAsync(string content, string[] names)
    {
        var calendars = names.ToDictionary(name => $"/{name}", name => Encoding.UTF8.GetBytes(Calendar(name)), StringComparer.Ordinal);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Run(context => context.Response.Body.WriteAsync(calendars[context.Request.Path]).AsTask());
        await app.StartAsync();
        var address = FeedsHost.ListeningAddress(app);
        using var client = new SourceClient(IPAddress.IsLoopback);
        var puller = new SourcePuller(content, client, _ => null);
        var watch = Stopwatch.StartNew();
        var pulled = await puller.PullAsync(
            [.. names.Select(name => new SourceSettings(name, $"{address}{name}", $"sources/{name}.ics"))],
            SystemClock.Instance.GetCurrentInstant(),
            CancellationToken.None);
        var time = watch.Elapsed;
        if (pulled.Any(one => one.Outcome != PullOutcome.Changed)) throw new InvalidOperationException("Not all calendars were fetched.");
        return time;
    }

    private static string Calendar(string name)
    {
        var text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
        for (var number = 0; number < Events; number++)
        {
            var start = First.PlusHours(number * 17);
            text.Append(CultureInfo.InvariantCulture, $"BEGIN:VEVENT\r\nUID:{number}@{name}.example\r\nSUMMARY:Evening {number} of {name}\\, with talks\r\n")
                .Append(CultureInfo.InvariantCulture, $"DTSTART;TZID=Europe/Prague:{start:uuuuMMdd'T'HHmmss}\r\nDURATION:PT2H\r\n")
                .Append(CultureInfo.InvariantCulture, $"LOCATION:The old mill\\, Mlýnská {number}\r\nURL:https://{name}.example/{number}\r\n")
                .Append("DESCRIPTION:Žofie shows what she built\\, and how\\; then we eat\\, drink and talk.\\n\\nBring a lamp.\r\nEND:VEVENT\r\n");
        }

        return text.Append("END:VCALENDAR\r\n").ToString();
    }
}
