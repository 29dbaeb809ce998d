using System.Text;

namespace Feeds.Tests;

/// <summary>A folder of its own for one test, gone when the test is over.</summary>
internal sealed class TempFolder : IDisposable
{
    public TempFolder()
    {
        Root = Directory.CreateTempSubdirectory("feeds-").FullName;
        // All may look into it, so that a test can look as another user.
        Allow("", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
    }

    public string Root { get; }

    /// <summary>The absolute path of a file or folder in it.</summary>
    public string At(string path) => Path.Join(Root, path);

    public void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a file in one step: whoever watches would otherwise find it empty for a moment.</summary>
    public void Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        var file = new FileInfo(At(path));
        if (file.Exists && (file.Length <= bytes.Length || file.LinkTarget is not null))
        {
            using var written = new FileStream(file.FullName, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            written.Write(bytes);
            written.SetLength(bytes.Length);
            return;
        }

        var fresh = Path.Join(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllBytes(fresh, bytes);
        File.Move(fresh, file.FullName, overwrite: true);
    }

    /// <summary>Says what its owner may do with a file or folder, on systems that ask this way.</summary>
    public void Allow(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(At(path), mode);
    }

    /// <summary>The files in it, in order, with <c>/</c> between the parts.</summary>
    public string[] Files() =>
        [.. Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Root, file)).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
