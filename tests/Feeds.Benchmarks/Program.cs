using Feeds.Benchmarks;
using Feeds.Tests;

string[] all = ["check", "feeds", "start", "edit", "event-edit", "ical-generator", "ical.js"];
if (args is ["peer", var address])
{
    Peer.Run(address);
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
    var row = name switch
    {
        "check" => CheckRow.Measure(feeds, disk),
        "feeds" => FeedsRow.Measure(feeds, disk),
        "start" => StartRow.Measure(feeds),
        "event-edit" => EventEditRow.Measure(disk),
        "ical-generator" or "ical.js" => CalendarRow.Measure(name, disk),
        _ => EditRow.Measure(feeds, disk),
    };
    Console.WriteLine(row is null ? "" : row);
    isMet &= row?.IsMet ?? true;
}

return isMet ? 0 : 1;
