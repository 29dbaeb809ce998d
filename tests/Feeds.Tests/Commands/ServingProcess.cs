using System.Diagnostics;
using System.Text;

namespace Feeds.Tests.Commands;

/// <summary><c>feeds serve</c> as a program of its own, in a folder with content, on a free port.</summary>
internal sealed class ServingProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly CancellationTokenSource timeout = new(Patience.Limit);
    private readonly Task<string> errors;
    private readonly StringBuilder output = new();

    private ServingProcess(Process process)
    {
        this.process = process;
        errors = process.StandardError.ReadToEndAsync(timeout.Token);
    }

    public HttpClient Client { get; } = new();

    public int Id => process.Id;

    /// <summary>Starts it, and returns when it has said the last of the words that it says at the start.</summary>
    /// <param name="program">Its <c>feeds.dll</c>.</param>
    public static async Task<ServingProcess> StartAsync(
        string program, TempFolder disk, string options, params (string Name, string Value)[] environment)
    {
        disk.Write("content/site.yaml", FolderOf.SiteYaml);
        disk.Write("content/posts/a.md", "---\ntitle: A\ndate: 2025-03-04\n---\nHello.\n");
        var start = new ProcessStartInfo("dotnet", [program, "serve", "--urls", "http://127.0.0.1:0", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)])
        {
            WorkingDirectory = disk.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var serving = new ServingProcess(Process.Start(start)!);
        var line = "";
        while (!line.Contains("Serving content at ", StringComparison.Ordinal)) line = await serving.LineAsync();
        var address = line[line.IndexOf("http://", StringComparison.Ordinal)..];
        serving.Client.BaseAddress = new Uri(address[..(address.IndexOf('/', "http://".Length) + 1)]);
        return serving;
    }

    /// <summary>Ends it as service managers do.</summary>
    /// <returns>Its exit code, and all that it wrote.</returns>
    public async Task<(int ExitCode, string Output, string Errors)> StopAsync()
    {
        using var kill = Process.Start("kill", FormattableString.Invariant($"-TERM {process.Id}"));
        output.Append(await process.StandardOutput.ReadToEndAsync(timeout.Token));
        await process.WaitForExitAsync(timeout.Token);
        return (process.ExitCode, output.ToString(), await errors);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        timeout.Dispose();
    }

    private async Task<string> LineAsync()
    {
        var line = await process.StandardOutput.ReadLineAsync(timeout.Token) ?? throw new InvalidOperationException(output + await errors);
        output.Append(line).Append('\n');
        return line;
    }
}
