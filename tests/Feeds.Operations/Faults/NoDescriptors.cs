using System.Net.Sockets;
using Feeds.Benchmarks;
using Feeds.Tests;

namespace Feeds.Operations.Faults;

/// <summary>More idle connections than the server may have open files.</summary>
internal static class NoDescriptors
{
    private const int Allowed = 400;
    private const int Idle = 700;

    public static Row Measure(FeedsProgram feeds, TempFolder disk)
    {
        var content = disk.At("crowded");
        Directory.CreateDirectory(content);
        SmallSite.Write(content);
        using var trial = new Trial(["prlimit", FormattableString.Invariant($"--nofile={Allowed}:{Allowed}"), .. Command.Serve(feeds, content)], content, SmallSite.Edited, SmallSite.Asked);
        trial.Edit();
        trial.Polls.Await(500);
        var idle = new List<Socket>();
        for (var number = 0; number < Idle; number++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            idle.Add(socket);
            socket.Connect(trial.Server.Address.Host, trial.Server.Address.Port);
        }

        // The same clients as before are served, and what is edited meanwhile is published.
        trial.Reschedule(1, minute: 40);
        trial.Polls.Await(1_000);
        foreach (var socket in idle) socket.Dispose();
        trial.Reschedule(1, minute: 45);
        return trial.Row("file descriptors exhausted and freed");
    }
}
