using System.Text;
using NodaTime;

namespace Feeds.Web.Telemetry;

/// <summary>Writes down each request, behind the back of those who answer it: nobody waits for the disk, and what does not fit is dropped and counted.</summary>
internal sealed partial class AccessLog : IAsyncDisposable
{
    /// <summary>The path that stands for standard output.</summary>
    public const string StandardOutput = "-";

    /// <summary>So much waits at most while it cannot be written.</summary>
    public const int MaxOctets = 4 * 1024 * 1024;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BetweenComplaints = TimeSpan.FromMinutes(1);

    private readonly string path;
    private readonly AddressForm form;
    private readonly Lock gate = new();
    private readonly SemaphoreSlim filled = new(0);
    private readonly CancellationTokenSource stopping = new();
    private MemoryStream filling = new();
    private MemoryStream writing = new();
    private Task running = Task.CompletedTask;
    private long dropped;
    private long? complainedAt;
    private bool isBroken;

    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public AccessLog(string path, AddressForm form)
    {
        (this.path, this.form) = (path, form);
        if (path != StandardOutput) Open().Dispose();
    }

    /// <summary>Begins to write.</summary>
    /// <param name="logger">Where it is said what could not be written.</param>
    public void Start(ILogger logger) => running = Task.Run(() => RunAsync(logger));

    /// <summary>Takes note of one answer.</summary>
    public void Add(HttpContext context, int status, long sent, Instant now) => Add(Encoding.ASCII.GetBytes(AccessLogLine.Of(context, form, status, sent, now)));

    public void Add(ReadOnlySpan<byte> line)
    {
        lock (gate)
        {
            if (filling.Length + line.Length > MaxOctets)
            {
                dropped++;
                return;
            }

            filling.Write(line);
            if (filling.Length > line.Length) return;
        }

        filled.Release();
    }

    /// <summary>Writes what waits, unless that takes too long.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await running.WaitAsync(LongestFarewell).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task RunAsync(ILogger logger)
    {
        do
        {
            await filled.WaitAsync(stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.Delay(Pause, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Write(logger);
        }
        while (!stopping.IsCancellationRequested);
    }

    private void Write(ILogger logger)
    {
        lock (gate) (filling, writing) = (writing, filling);
        var problem = Append();
        lock (gate) dropped += problem is null ? 0 : writing.GetBuffer().AsSpan(0, (int)writing.Length).Count((byte)'\n');
        isBroken = problem is not null;
        writing.SetLength(0);
        Complain(logger, problem);
    }

    /// <returns>Why nothing was written; null when it was.</returns>
    private string? Append()
    {
        try
        {
            if (path == StandardOutput)
            {
                // The log goes the same way, a line at a time: the two share its lock.
                Console.Out.Write(Encoding.ASCII.GetString(writing.GetBuffer().AsSpan(0, (int)writing.Length)));
                return null;
            }

            // Opened for each batch: a file that was moved away or cut short needs nobody to say so.
            using var file = Open();
            // What failed may have left half a line.
            if (isBroken) file.WriteByte((byte)'\n');
            writing.WriteTo(file);
            return null;
        }
        catch (ArgumentOutOfRangeException)
        {
            // So the runtime says that the system allows no file of that size.
            return $"{path} is as large as a file may be here";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }

    private FileStream Open()
    {
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        return new FileStream(path, options);
    }

    private void Complain(ILogger logger, string? problem)
    {
        if (Environment.TickCount64 - complainedAt < BetweenComplaints.TotalMilliseconds && !stopping.IsCancellationRequested) return;
        long lost;
        lock (gate) (lost, dropped) = (dropped, 0);
        if (lost == 0) return;
        complainedAt = Environment.TickCount64;
        LogDropped(logger, lost, problem ?? "more requests than it could write");
    }

    [LoggerMessage(EventId = 9, Level = LogLevel.Warning, Message = "{Lines} lines of the access log were dropped: {Problem}")]
    private static partial void LogDropped(ILogger logger, long lines, string problem);
}
