using Microsoft.AspNetCore.Builder;

namespace Feeds.Benchmarks;

/// <summary>What <c>dotnet new web</c> writes: the least that a web program does before it answers.</summary>
internal static class Peer
{
    public static string Location => typeof(Peer).Assembly.Location;

    public static void Run(string address)
    {
        var app = WebApplication.CreateBuilder().Build();
        app.MapGet("/", () => "Hello World!");
        app.Run(address);
    }
}
