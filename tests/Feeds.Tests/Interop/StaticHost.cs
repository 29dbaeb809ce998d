using System.Diagnostics;
using System.Net.Sockets;
using Feeds.Tests.Packaging;

namespace Feeds.Tests.Interop;

/// <summary>A web server or cache that others have written, set up as <c>src/deploy</c> says, on a free port of this machine.</summary>
internal sealed class StaticHost : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task<string> errors;

    private StaticHost(Process process, Uri address)
    {
        this.process = process;
        errors = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address, Timeout = Patience.Limit };
    }

    public HttpClient Client { get; }

    /// <summary>nginx serving a folder; where it or its module for brotli is not installed the test ends here.</summary>
    public static Task<StaticHost> NginxAsync(TempFolder home, string site)
    {
        const string module = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
        if (!File.Exists(module)) SkipIfMissing.EndsTheTest("This needs Debian's nginx and libnginx-mod-http-brotli-static.");
        var server = DeployFile.Read("nginx-static.conf").Replace("/srv/site", site, StringComparison.Ordinal);
        return NginxOfAsync(home, server, $"load_module {module};");
    }

    /// <summary>nginx with a server that is written to listen at port 80; where it is not installed the test ends here.</summary>
    /// <param name="main">Comes before everything else.</param>
    public static Task<StaticHost> NginxOfAsync(TempFolder home, string server, string main = "")
    {
        const string program = "/usr/sbin/nginx";
        if (!File.Exists(program)) SkipIfMissing.EndsTheTest("This needs Debian's nginx.");
        var address = FreeAddress.Next();
        string[] buffers = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
        var paths = string.Join('\n', buffers.Select(name => $"{name}_temp_path {home.At(name)};"));
        var here = server.Replace("listen 80;", $"listen {address.Authority};", StringComparison.Ordinal);
        home.Write("nginx.conf", $"{main}\ndaemon off;\npid {home.At("pid")};\nevents {{ }}\nhttp {{\naccess_log off;\n{paths}\n{here}\n}}\n");
        return StartAsync(home, address, program, "-e", "stderr", "-p", home.Root, "-c", home.At("nginx.conf"));
    }

    /// <summary>Caddy serving a folder; where it is not installed the test ends here.</summary>
    public static Task<StaticHost> CaddyAsync(TempFolder home, string site)
    {
        const string program = "/usr/bin/caddy";
        if (!File.Exists(program)) SkipIfMissing.EndsTheTest("This needs Debian's caddy.");
        var address = FreeAddress.Next();
        var server = DeployFile.Read("Caddyfile-static").Replace("club.example", address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal).Replace("/srv/site", site, StringComparison.Ordinal);
        home.Write("Caddyfile", $"{{\nadmin off\n}}\n{server}");
        return StartAsync(home, address, program, "run", "--adapter", "caddyfile", "--config", home.At("Caddyfile"));
    }

    /// <summary>Varnish before two servers; where it is not installed the test ends here.</summary>
    /// <param name="more">What the test has it do beside.</param>
    public static Task<StaticHost> VarnishAsync(TempFolder home, Uri one, Uri two, string more)
    {
        const string program = "/usr/sbin/varnishd";
        if (!File.Exists(program)) SkipIfMissing.EndsTheTest("This needs Debian's varnish.");
        var address = FreeAddress.Next();
        var text = DeployFile.Read("default.vcl").Replace("10.0.0.11:5000", one.Authority, StringComparison.Ordinal).Replace("10.0.0.12:5000", two.Authority, StringComparison.Ordinal);
        home.Write("default.vcl", text + more);
        return StartAsync(home, address, program, "-F", "-n", home.At("varnish"), "-a", address.Authority, "-f", home.At("default.vcl"), "-T", "none", "-s", "malloc,16m");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<StaticHost> StartAsync(TempFolder home, Uri address, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Clear();
        start.Environment["HOME"] = home.Root;
        // Varnish has its configuration compiled.
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        var host = new StaticHost(Process.Start(start)!, address);
        try
        {
            await host.ReadyAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    private async Task ReadyAsync()
    {
        using var timeout = new CancellationTokenSource(Patience.Limit);
        while (true)
        {
            using var socket = new TcpClient();
            try
            {
                await socket.ConnectAsync(Client.BaseAddress!.Host, Client.BaseAddress.Port, timeout.Token);
                return;
            }
            catch (SocketException) when (!process.HasExited)
            {
                await Task.Delay(5, timeout.Token);
            }
            catch (SocketException exception)
            {
                throw new InvalidOperationException(await errors, exception);
            }
        }
    }
}
