using Feeds.Benchmarks;
using Feeds.Tests;

namespace Feeds.Operations.Cluster;

/// <summary>A proxy or cache that was set up by a recipe, before two servers.</summary>
internal sealed class Front : IDisposable
{
    /// <summary>So long it takes at most to see that a server is back, as the README says.</summary>
    public static readonly TimeSpan UntilSeen = TimeSpan.FromSeconds(2);

    private readonly Server server;
    private readonly string? cache;

    public Front(Recipe recipe, TempFolder disk, string folder, params Uri[] servers)
    {
        var home = $"{folder}/front";
        var text = servers.Zip(Recipe.Servers).Aggregate(recipe.Text, (text, pair) => text.Replace(pair.Second, pair.First.Authority, StringComparison.Ordinal));
        cache = recipe.Package == "varnish" ? disk.At($"{home}/varnish") : null;
        server = new Server(recipe.Program, Arguments, "/atom.xml");

        string[] Arguments(string address)
        {
            var authority = new Uri(address).Authority;
            disk.Write($"{home}/conf", recipe.Package switch
            {
                "nginx" => Nginx(text.Replace("listen 80;", $"listen {authority};", StringComparison.Ordinal), disk.At(home)),
                "caddy" => $"{{\nadmin off\n}}\n{text.Replace(Recipe.Site, $"http://{authority}", StringComparison.Ordinal)}",
                _ => text,
            });
            return recipe.Package switch
            {
                "nginx" => ["-e", "stderr", "-p", disk.At(home), "-c", disk.At($"{home}/conf")],
                "caddy" => ["run", "--adapter", "caddyfile", "--config", disk.At($"{home}/conf")],
                _ => ["-F", "-n", cache!, "-a", authority, "-f", disk.At($"{home}/conf"), "-s", "malloc,64m"],
            };
        }
    }

    public Uri Address => server.Address;

    /// <summary>Has a cache throw away what it keeps, as the README says.</summary>
    public void Forget()
    {
        if (cache is not null) Programs.Run("varnishadm", "-n", cache, "ban", "obj.status", "!=", "0");
    }

    public void Dispose() => server.Dispose();

    private static string Nginx(string text, string home)
    {
        var paths = string.Concat(((string[])["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]).Select(name => $"{name}_temp_path {home}/{name};\n"));
        return $"daemon off;\npid {home}/pid;\nevents {{ }}\nhttp {{\naccess_log off;\n{paths}{text}}}\n";
    }
}
