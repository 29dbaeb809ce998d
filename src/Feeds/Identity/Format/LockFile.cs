using System.Collections.Immutable;
using Feeds.Model.Names;

namespace Feeds.Identity.Format;

/// <summary>The file <c>feeds.lock</c> on disk: it is there whole, as it was or as it is to be.</summary>
internal sealed class LockFile(string folder)
{
    private const string NewPrefix = ".feeds.lock.new.";

    private const int BufferSize = 65_536;

    /// <summary>A new file that is older was left by a program that was stopped in the middle.</summary>
    private static readonly TimeSpan LongestWriting = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly string path = Path.Join(folder, LockNames.Lock);

    /// <summary>Where it is.</summary>
    public string Location => path;

    /// <summary>What tells one state of the file from another without reading it.</summary>
    public (long Length, DateTime WrittenUtc) Stamp => new FileInfo(Target) is { Exists: true } file ? (file.Length, file.LastWriteTimeUtc) : default;

    /// <summary>The file itself, where the name is a symbolic link.</summary>
    private string Target => new FileInfo(path).LinkTarget is null ? Path.GetFullPath(path) : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;

    /// <summary>What it holds; nothing when there is none.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public ReadOnlyMemory<byte> Read()
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return default;
        }
    }

    /// <summary>Does something while no other program writes.</summary>
    /// <exception cref="IOException">The folder cannot be opened, or another program writes without an end.</exception>
    public void InTurn(Action<FolderHandle> action)
    {
        var beside = Path.GetDirectoryName(Target)!;
        for (var waited = TimeSpan.Zero; waited < LongestWait; waited += Pause)
        {
            using var turn = FolderHandle.TryHold(beside);
            if (turn is not null)
            {
                action(turn);
                return;
            }

            Thread.Sleep(Pause);
        }

        throw new IOException($"another program is writing {path}");
    }

    /// <summary>Finds out whether it could be written.</summary>
    /// <exception cref="IOException">It cannot.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not.</exception>
    public void TryToWrite()
    {
        var trial = NewName();
        File.OpenHandle(trial, FileMode.CreateNew, FileAccess.Write).Dispose();
        File.Delete(trial);
    }

    /// <summary>Writes it anew.</summary>
    /// <param name="write">Writes the whole text.</param>
    /// <param name="turn">The turn in which it is written.</param>
    /// <exception cref="IOException">It cannot be written; what it held it holds.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written; what it held it holds.</exception>
    public void Replace(Action<Stream> write, FolderHandle turn)
    {
        var target = Target;
        var fresh = NewName();
        foreach (var abandoned in Directory.EnumerateFiles(Path.GetDirectoryName(target)!, NewPrefix + "*").Where(file => DateTime.UtcNow - File.GetLastWriteTimeUtc(file) > LongestWriting).ToArray()) File.Delete(abandoned);
        try
        {
            using (var stream = new FileStream(fresh, FileMode.CreateNew, FileAccess.Write, FileShare.Read, BufferSize))
            {
                if (!OperatingSystem.IsWindows() && File.Exists(target)) File.SetUnixFileMode(stream.SafeFileHandle, File.GetUnixFileMode(target));
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(fresh, target, overwrite: true);
        }
        catch (ArgumentOutOfRangeException exception)
        {
            // So the runtime says that the system allows no file of that size.
            throw new IOException($"{path} would be larger than a file may be here", exception);
        }
        finally
        {
            File.Delete(fresh);
        }

        turn.Flush();
    }

    private string NewName() => Path.Join(Path.GetDirectoryName(Target), NewPrefix + Path.GetRandomFileName());

    /// <summary>Keeps lines that are in its way.</summary>
    /// <exception cref="IOException">They cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">They may not be written.</exception>
    public void SetAside(ImmutableArray<ReadOnlyMemory<byte>> lines)
    {
        if (lines.IsEmpty) return;
        using var stream = new FileStream(Path.Join(folder, LockNames.Rejected), FileMode.Append, FileAccess.Write);
        foreach (var line in lines)
        {
            stream.Write(line.Span);
            stream.WriteByte((byte)'\n');
        }

        stream.Flush(flushToDisk: true);
    }
}
