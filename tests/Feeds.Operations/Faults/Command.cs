using System.Collections.Immutable;
using Feeds.Benchmarks;

namespace Feeds.Operations.Faults;

/// <summary>How the server is started.</summary>
internal static class Command
{
    /// <summary>The server of a folder, but for its address.</summary>
    public static ImmutableArray<string> Serve(FeedsProgram feeds, string content, params ImmutableArray<string> options) => ["dotnet", feeds.Location, "serve", content, .. options];
}
