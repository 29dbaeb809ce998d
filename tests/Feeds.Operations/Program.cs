using Feeds.Benchmarks;
using Feeds.Operations;
using Feeds.Tests;

string[] all = ["faults", "hostile", "wide", "soak", "pollers"];
if (args.Except(all).Any())
{
    Console.Error.WriteLine($"Feeds.Operations [{string.Join("] [", all)}]: what to put the server through; none means all, which takes three quarters of an hour.");
    return 2;
}

using var disk = new TempFolder();
var feeds = FeedsProgram.Publish(disk.At("feeds"));
var isMet = true;
Console.WriteLine(Row.Heading);
foreach (var row in (args.Length == 0 ? all : args).SelectMany(Measure))
{
    Console.WriteLine(row);
    isMet &= row.IsMet;
}

return isMet ? 0 : 1;

IEnumerable<Row> Measure(string name) => name switch
{
    "faults" => FaultRows.Measure(feeds, disk),
    "hostile" => HostileRows.Measure(feeds, disk),
    "wide" => WideRows.Measure(feeds, disk),
    "pollers" => PollerRows.Measure(feeds, disk),
    _ => SoakRows.Measure(feeds, disk),
};
