using System.Collections.Immutable;
using System.Diagnostics;
using Feeds.Benchmarks;

namespace Feeds.Operations.Faults;

/// <summary>A server with clients on it, put through one fault.</summary>
internal sealed class Trial : IDisposable
{
    private const string Feed = "/atom.xml";

    /// <summary>The look at all every two seconds, and what it takes on a busy machine.</summary>
    private const double MaxSeconds = 3.5;

    private readonly string content;
    private readonly string edited;
    private readonly ImmutableArray<Asked> asked;

    /// <param name="command">The server, but for its address.</param>
    /// <param name="content">The content as this program sees it.</param>
    /// <param name="edited">The file that is edited, below it.</param>
    public Trial(ImmutableArray<string> command, string content, string edited, ImmutableArray<Asked> asked)
    {
        (this.content, this.edited, this.asked) = (content, edited, asked);
        Server = new Serving(command);
        Server.Start();
        Polls = new Polls(Server.Address, asked);
    }

    public Serving Server { get; }

    public Polls Polls { get; }

    /// <summary>Edits a post, and waits until the feed says so.</summary>
    public TimeSpan Edit()
    {
        var watch = Stopwatch.StartNew();
        var words = Write();
        Benchmarks.Server.Wait(() => Server.Read(Feed).Contains(words, StringComparison.Ordinal));
        return watch.Elapsed;
    }

    /// <summary>Changes the time of an event, which raises its SEQUENCE, and a post, and waits until both are published.</summary>
    public void Reschedule(int number, int minute)
    {
        File.WriteAllText(Path.Join(content, SmallSite.EventPath(number)), SmallSite.Event(number, minute));
        Edit();
        var time = FormattableString.Invariant($":20310{number + 1}15T18{minute:D2}00");
        Benchmarks.Server.Wait(() => Server.Read("/calendar.ics").Contains(time, StringComparison.Ordinal));
    }

    /// <summary>Starts the server again, and holds it to the validators of before.</summary>
    public void Restart(Action end)
    {
        var before = Server.Tags(asked);
        Polls.MayBeRefused = true;
        end();
        Server.Start();
        Polls.MayBeRefused = false;
        foreach (var (page, _) in asked.Zip(before.Zip(Server.Tags(asked))).Where(pair => pair.Second.First != pair.Second.Second)) Polls.Blame($"{page.Path}: another validator after a restart");
    }

    /// <summary>Kills the server so long after an edit, and starts it again.</summary>
    public void KillAtWork(int milliseconds)
    {
        Write();
        Thread.Sleep(milliseconds);
        Polls.MayBeRefused = true;
        Server.Kill();
        Server.Start();
        Polls.MayBeRefused = false;
    }

    /// <summary>What came of it, once the fault is gone.</summary>
    public Row Row(string what)
    {
        var time = Edit();
        Restart(Server.Stop);
        Polls.Await(200);
        foreach (var sample in Polls.WrongSamples) Console.WriteLine($"  {sample}");
        return new Row(
            what,
            FormattableString.Invariant($"{Polls.Answers} answers"),
            FormattableString.Invariant($"{Polls.Wrong} wrong"),
            FormattableString.Invariant($"edit {time.TotalSeconds:F1} s"),
            FormattableString.Invariant($"0; {MaxSeconds:F1} s"),
            Polls.Wrong == 0 && time.TotalSeconds <= MaxSeconds);
    }

    public void Dispose()
    {
        Polls.Dispose();
        Server.Dispose();
    }

    /// <summary>Writes the edited file with other words at its end.</summary>
    private string Write()
    {
        var path = Path.Join(content, edited);
        var text = File.ReadAllText(path);
        var words = $"Edit {Guid.NewGuid()}.";
        // In place: on a full disk there may be no room for what was let go of a moment ago.
        using var file = new StreamWriter(new FileStream(path, FileMode.Open, FileAccess.Write));
        file.Write($"{text[..(text.LastIndexOf("\n\n", StringComparison.Ordinal) + 2)]}{words}\n");
        return words;
    }
}
