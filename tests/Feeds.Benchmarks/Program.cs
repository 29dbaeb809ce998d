using Feeds.Benchmarks;
using Feeds.Tests;

string[] all = ["check", "feeds", "start", "edit", "memory", "load", "event-edit", "ical-generator", "ical.js"];
switch (args)
{
    case ["peer", var address]:
        Peer.Greet(address);
        return 0;
    case ["peer", var address, var file]:
        Peer.Answer(address, file);
        return 0;
}

if (args.Except(all).Any())
{
    Console.Error.WriteLine($"Feeds.Benchmarks [{string.Join("] [", all)}]: the rows to measure; none means all.");
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
    "feeds" => FeedsRow.Measure(feeds, disk) is { } row ? [row] : [],
    "start" => [StartRow.Measure(feeds)],
    "edit" => [EditRow.Measure(feeds, disk)],
    "memory" => [MemoryRow.Measure(feeds, disk)],
    "event-edit" => [EventEditRow.Measure(disk)],
    "ical-generator" or "ical.js" => CalendarRow.Measure(name, disk) is { } row ? [row] : [],
    _ => LoadRows.Measure(feeds, disk),
};
