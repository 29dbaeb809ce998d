using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Feeds.Tests.Web.Hostile;

/// <summary>A hub of bare sockets on loopback, which does to each connection whatever a test says.</summary>
internal sealed class RawHub : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private long sent;
    private int connections;

    /// <param name="answer">What it does once a request has begun, until the connection is closed.</param>
    public RawHub(Func<RawHub, Socket, Task> answer)
    {
        listener.Start();
        Address = new Uri(FormattableString.Invariant($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/"));
        _ = RunAsync(answer);
    }

    public Uri Address { get; }

    /// <summary>How many octets the other side took, or its system for it.</summary>
    public long Sent => Interlocked.Read(ref sent);

    public int Connections => connections;

    /// <summary>Sends a text, and then another again and again until nobody takes it.</summary>
    public async Task SendAsync(Socket socket, string first, string again)
    {
        var chunk = Encoding.Latin1.GetBytes(again);
        await socket.SendAsync(Encoding.Latin1.GetBytes(first));
        while (chunk.Length > 0) Interlocked.Add(ref sent, await socket.SendAsync(chunk));
    }

    public void Dispose() => listener.Dispose();

    private async Task RunAsync(Func<RawHub, Socket, Task> answer)
    {
        while (true)
        {
            var socket = await listener.AcceptSocketAsync();
            socket.SendBufferSize = 64 * 1024;
            Interlocked.Increment(ref connections);
            _ = AnswerAsync(socket, answer);
        }
    }

    private async Task AnswerAsync(Socket socket, Func<RawHub, Socket, Task> answer)
    {
        using (socket)
        {
            await socket.ReceiveAsync(new byte[4096]);
            await answer(this, socket);
        }
    }
}
