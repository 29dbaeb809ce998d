using Feeds.Benchmarks;
using Feeds.Benchmarks.Parts;
using Feeds.Tests;

string[] all =
[
    "check", "list", "build", "feeds", "scale", "start", "edit", "memory", "load", "event-edit", "pull", "ical-generator", "ical.js",
];
switch (args)
{
    case ["parts"]:
        PartsRun.Measure();
        return 0;
    case ["peer", var address]:
        Peer.Greet(address);
        return 0;
    case ["peer", var address, var file]:
        Peer.Answer(address, file);
        return 0;
}

if (args.Except(all).Any())
{
    Console.Error.WriteLine($"Feeds.Benchmarks [{string.Join("] [", all)}]: the rows to measure; none means all. 'parts' alone measures what runs inside one process.");
    return 2;
}

using var disk = new TempFolder();
var feeds = FeedsProgram.Publish(disk.At("feeds"));
var isMet = true;
Console.WriteLine(Row.Heading);
foreach (var name in args.Length == 0 ? all : args)
{
    foreach (var row in Measure(name))
    {
        Console.WriteLine(row);
        isMet &= row.IsMet;
    }
}

return isMet ? 0 : 1;

// The rows of one name; none where the peer is not installed.
IEnumerable<Row> Measure(string name) => name switch
{
    "check" => CheckRow.Measure(feeds, disk) is { } row ? [row] : [],
    "list" => [ListRow.Measure(feeds, disk)],
    "build" => BuildRow.Measure(name, "three feeds", BuildRow.MainFeedsAlone, 0.6, feeds, disk) is { } row ? [row] : [],
    "feeds" => BuildRow.Measure(name, "all feeds", BuildRow.Settings, 0.4, feeds, disk) is { } row ? [row] : [],
    "scale" => ScaleRow.Measure(feeds, disk),
    "start" => [StartRow.Measure(feeds), LargeStartRow.Measure(feeds, disk)],
    "edit" => EditRow.Measure(feeds, disk),
    "memory" => [MemoryRow.Measure(feeds, disk)],
    "event-edit" => [EventEditRow.Measure(disk)],
    "pull" => PullRows.Measure(feeds, disk),
    "ical-generator" or "ical.js" => CalendarRow.Measure(name, disk) is { } row ? [row] : [],
    _ => LoadRows.Measure(feeds, disk),
};
