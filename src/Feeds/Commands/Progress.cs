using System.Globalization;

namespace Feeds.Commands;

/// <summary>Shows a count on a terminal during long work, and nothing elsewhere.</summary>
internal sealed class Progress(string what, int total) : IDisposable
{
    private const int MillisecondsBetween = 100;

    private readonly bool isShown = !Console.IsErrorRedirected && total > 500;
    private int done;
    private long shownAt = Environment.TickCount64;

    /// <summary>Thread-safe.</summary>
    public void Step()
    {
        var count = Interlocked.Increment(ref done);
        if (!isShown) return;
        var (now, before) = (Environment.TickCount64, Interlocked.Read(ref shownAt));
        if (now - before < MillisecondsBetween || Interlocked.CompareExchange(ref shownAt, now, before) != before) return;
        Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{count} of {total} {what}"));
    }

    /// <summary>Clears the line on the terminal.</summary>
    public void Dispose()
    {
        if (isShown) Console.Error.Write("\r" + new string(' ', what.Length + 24) + "\r");
    }
}
