using System.Collections.Immutable;
using Feeds.Tests.Packaging;

namespace Feeds.Operations.Cluster;

/// <summary>What stands before two servers, as <c>src/deploy</c> sets it up.</summary>
/// <param name="Package">What Debian calls it.</param>
/// <param name="Text">The configuration, of a site and servers elsewhere.</param>
internal sealed record Recipe(string Name, string Package, string Program, string Text)
{
    public const string Site = "club.example";

    /// <summary>The servers that the files name.</summary>
    public static readonly ImmutableArray<string> Servers = ["10.0.0.11:5000", "10.0.0.12:5000"];

    // Debian installs the programs of servers where a user's PATH does not look.
    public static readonly ImmutableArray<Recipe> All =
    [
        new("nginx", "nginx", "/usr/sbin/nginx", DeployFile.Read("nginx.conf")),
        new("Caddy", "caddy", "caddy", DeployFile.Read("Caddyfile")),
        new("Varnish", "varnish", "/usr/sbin/varnishd", DeployFile.Read("default.vcl")),
    ];
}
