using System.Collections.Immutable;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Feeds.Tests.Web.Hostile;

/// <summary>One answer as it came off the socket.</summary>
/// <param name="Status">Of HTTP/2, whose only answer here is GOAWAY, the error code: 13 says that this server speaks HTTP/1.1 (RFC 9113 §7).</param>
internal sealed record RawAnswer(int Status, ImmutableArray<string> Fields, string Body);

/// <summary>Sends octets to a server, and reads all that comes back until it closes the connection.</summary>
internal static class RawClient
{
    /// <summary>A frame of the whole connection, before any stream, with an error code and nothing more.</summary>
    private const string GoAway = "\0\0\u0008\u0007\0\0\0\0\0\0\0\0\0\0\0\0\u000d";

    /// <summary>Sends a request written in Latin-1 and returns what came, in Latin-1.</summary>
    /// <param name="pieceLength">How many octets go out at once.</param>
    public static async Task<string> AskAsync(Uri server, string request, int pieceLength = int.MaxValue)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(Patience.Limit);
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(server.Host, server.Port, timeout.Token);
        var stream = client.GetStream();
        var sending = SendAsync(stream, Encoding.Latin1.GetBytes(request), pieceLength, timeout.Token);
        var answer = await ReadToEndAsync(stream, timeout.Token);
        await sending;
        return answer;
    }

    /// <summary>The answers that stand one behind the other; each has its length, and none to HEAD has a body.</summary>
    public static ImmutableArray<RawAnswer> Parse(string text)
    {
        var answers = ImmutableArray.CreateBuilder<RawAnswer>();
        while (text.Length > 0)
        {
            if (text == GoAway) return [.. answers, new RawAnswer(text[^1], [], "")];
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            Assert.True(end > 0 && text.StartsWith("HTTP/1.1 ", StringComparison.Ordinal), $"no answer: {text}");
            var lines = text[..end].Split("\r\n");
            text = text[(end + 4)..];
            var length = lines.Where(line => line.StartsWith("Content-Length: ", StringComparison.Ordinal)).Select(line => int.Parse(line.AsSpan(16), provider: null)).SingleOrDefault();
            if (text.Length == 0 || text.StartsWith("HTTP/1.1 ", StringComparison.Ordinal)) length = 0;
            answers.Add(new RawAnswer(int.Parse(lines[0].AsSpan(9, 3), provider: null), [.. lines.Skip(1)], text[..length]));
            text = text[length..];
        }

        return answers.ToImmutable();
    }

    /// <summary>Sends until all is sent or the server no longer listens.</summary>
    private static async Task SendAsync(NetworkStream stream, ReadOnlyMemory<byte> request, int pieceLength, CancellationToken cancellation)
    {
        try
        {
            for (var rest = request; !rest.IsEmpty; rest = rest[Math.Min(pieceLength, rest.Length)..]) await stream.WriteAsync(rest[..Math.Min(pieceLength, rest.Length)], cancellation);
        }
        catch (IOException)
        {
            // It said enough.
        }
    }

    private static async Task<string> ReadToEndAsync(NetworkStream stream, CancellationToken cancellation)
    {
        using var read = new MemoryStream();
        try
        {
            await stream.CopyToAsync(read, cancellation);
        }
        catch (IOException)
        {
            // A connection that is reset has brought what it has brought.
        }

        return Encoding.Latin1.GetString(read.ToArray());
    }
}
