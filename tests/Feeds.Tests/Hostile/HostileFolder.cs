namespace Feeds.Tests.Hostile;

/// <summary>A content folder of hostile files, with files beside it that they would like to show.</summary>
internal sealed class HostileFolder : IDisposable
{
    private readonly TempFolder disk = new();

    public HostileFolder(IEnumerable<HostileFile> files, Func<HostileFile, byte[]> bytes)
    {
        disk.Write("content/site.yaml", HostileContent.Settings);
        disk.Write("outside/secret.md", $"---\ntitle: {Payloads.Secret}\ndate: 2025-01-01\n---\n{Payloads.Secret}\n");
        disk.Write("outside/secret.png", Payloads.Secret);
        foreach (var file in files) disk.Write($"content/{file.Path}", bytes(file));
        Link("content/posts/linked.png", "../../outside/secret.png");
        Link("content/posts/linked.md", disk.At("outside/secret.md"));
        Link("content/posts/folder", "../../outside");
        Link("content/custom.css", "../outside/secret.png");
        Link("content/posts/environment.md", "/proc/self/environ");
        Link("content/posts/ring.md", "ring.md");
    }

    public string Content => disk.At("content");

    public void Dispose() => disk.Dispose();

    private void Link(string path, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(disk.At(path))!);
        File.CreateSymbolicLink(disk.At(path), target);
    }
}
