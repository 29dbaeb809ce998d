namespace Feeds.Web.Serving;

/// <summary>Sends a body as fast as its client takes it, and gives up a client that takes too little.</summary>
internal static class BodyWriter
{
    public static Task SendAsync(HttpContext context, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > KestrelLimits.MaxPiece) return SendPiecesAsync(context, bytes);
        // Kestrel itself ends a write to a client that left; each use of the request's own token would create one.
        var writing = context.Response.Body.WriteAsync(bytes, CancellationToken.None);
        return writing.IsCompletedSuccessfully ? Task.CompletedTask : AwaitAsync(context, writing.AsTask());
    }

    // Kestrel copies what it is given at once, and gives a client the time that all of it takes at the lowest rate.
    private static async Task SendPiecesAsync(HttpContext context, ReadOnlyMemory<byte> bytes)
    {
        for (var sent = 0; sent < bytes.Length && !context.RequestAborted.IsCancellationRequested; sent += KestrelLimits.MaxPiece)
        {
            var piece = bytes.Slice(sent, Math.Min(KestrelLimits.MaxPiece, bytes.Length - sent));
            await AwaitAsync(context, context.Response.Body.WriteAsync(piece, CancellationToken.None).AsTask());
        }
    }

    private static async Task AwaitAsync(HttpContext context, Task writing)
    {
        try
        {
            await writing.WaitAsync(KestrelLimits.Piece);
        }
        catch (TimeoutException)
        {
            context.Abort();
        }
    }
}
