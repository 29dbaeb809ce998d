using Feeds.Tests;

namespace Feeds.Benchmarks;

/// <summary>nginx, which sends files that are packed already.</summary>
internal static class Nginx
{
    // Debian installs it where a user's PATH does not look.
    private const string Program = "/usr/sbin/nginx";

    public static bool IsInstalled(string row) => Programs.IsInstalled(Program, row);

    public static Server Serve(TempFolder disk, string site, string path)
    {
        var paths = string.Join('\n', ((string[])["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]).Select(name => $"{name}_temp_path {disk.At($"nginx/{name}")};"));
        return new Server(Program, Arguments, path);

        string[] Arguments(string address)
        {
            disk.Write("nginx/nginx.conf", $$"""
                worker_processes auto;
                daemon off;
                pid {{disk.At("nginx/pid")}};
                events { }
                http {
                    access_log off;
                    {{paths}}
                    sendfile on;
                    tcp_nopush on;
                    keepalive_requests 1000000000;
                    types { application/atom+xml xml; }
                    server {
                        listen {{new Uri(address).Authority}};
                        root {{site}};
                        gzip_static on;
                        gzip_vary on;
                        add_header Cache-Control "public, max-age=300, stale-while-revalidate=60, stale-if-error=86400";
                    }
                }
                """);
            return ["-e", "stderr", "-p", disk.At("nginx"), "-c", disk.At("nginx/nginx.conf")];
        }
    }
}
