using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Feeds.Tests.Web;

/// <summary>Keeps what is logged, to be awaited line by line.</summary>
internal sealed class LoggedLines : ILogger
{
    private readonly Channel<string> lines = Channel.CreateUnbounded<string>();

    public async Task<string> NextAsync() => await lines.Reader.ReadAsync().AsTask().WaitAsync(Patience.Limit);

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Writer.TryWrite($"{logLevel}: {formatter(state, exception)}");

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;
}
