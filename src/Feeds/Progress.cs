using System.Diagnostics;
using Feeds.Text;

namespace Feeds;

/// <summary>Says on standard error what takes long: on one line of a terminal, else on a line each ten seconds.</summary>
internal sealed class Progress : IDisposable
{
    private readonly string what;
    private readonly int total;
    private readonly bool isTerminal = !Console.IsErrorRedirected;
    private readonly long began = Stopwatch.GetTimestamp();
    private readonly Lock writing = new();
    private readonly Timer timer;
    private int done;
    private int width;
    private bool isOver;

    /// <param name="what">Such as "Reading content".</param>
    /// <param name="total">How many times <see cref="Step"/> is called; 0 for never.</param>
    public Progress(string what, int total = 0)
    {
        (this.what, this.total) = (what, total);
        var (first, next) = isTerminal ? (1_000, 500) : (10_000, 10_000);
        timer = new Timer(_ => Show(), state: null, dueTime: first, period: next);
    }

    /// <summary>Thread-safe.</summary>
    public void Step() => Interlocked.Increment(ref done);

    /// <summary>Clears the line on the terminal.</summary>
    public void Dispose()
    {
        timer.Dispose();
        lock (writing)
        {
            isOver = true;
            if (width > 0) Console.Error.Write($"\r{new string(' ', width)}\r");
            width = 0;
        }
    }

    private void Show()
    {
        lock (writing)
        {
            if (isOver) return;
            var count = total == 0
                ? Plural.Of((int)Stopwatch.GetElapsedTime(began).TotalSeconds, "second")
                : FormattableString.Invariant($"{done:N0} of {total:N0}");
            var line = $"{what}: {count}";
            if (isTerminal) Console.Error.Write("\r" + line.PadRight(width));
            else Console.Error.WriteLine(line);
            width = isTerminal ? line.Length : 0;
        }
    }
}
