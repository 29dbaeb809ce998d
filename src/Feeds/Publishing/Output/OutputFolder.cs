using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using Feeds.Model.Names;

namespace Feeds.Publishing.Output;

/// <summary>Writes a publication as files, and restores the folder if that fails.</summary>
internal static class OutputFolder
{
    private const string NewName = ".feeds-new";
    private const string OldName = ".feeds-old";
    private const int MaxNames = 10;

    /// <exception cref="IOException">The folder cannot be written, or a foreign file is in the place of a feed.</exception>
    /// <exception cref="UnauthorizedAccessException">Permission to write is missing.</exception>
    public static OutputResult Write(
        string folder, Publication publication, OutputForms forms, OverwriteMode overwrite = OverwriteMode.Own, HostFiles? host = null)
    {
        OutputFile[] files =
        [
            .. publication.Representations.Values.AsParallel().SelectMany(item => OutputFile.Of(item, forms)),
            .. host?.Files ?? [],
        ];
        if (!Directory.Exists(folder)) return WriteNew(folder, files);
        var plan = OutputPlan.Of(folder, files, overwrite);
        string[] polled = [.. plan.Conflicts.Where(file => file.IsPolled).Select(file => file.Path).Order(StringComparer.Ordinal)];
        if (polled.Length > 0)
        {
            throw new IOException(
                $"nothing was written: {folder} contains {Named(polled)}, which 'feeds build' did not write, or which was changed since; "
                + "move these files away, or run it with --force to replace them");
        }

        WriteExisting(folder, plan);
        return new OutputResult(files.Length - plan.LeftOut, [.. plan.Conflicts.Select(file => file.Path).Order(StringComparer.Ordinal)]);
    }

    public static string Named(IReadOnlyList<string> paths)
    {
        var names = string.Join(", ", paths.Take(MaxNames));
        return paths.Count > MaxNames ? FormattableString.Invariant($"{names} and {paths.Count - MaxNames} more") : names;
    }

    private static void WriteExisting(string folder, OutputPlan plan)
    {
        var undo = new Stack<Action>();
        try
        {
            Clear(folder);
            Stage(Path.Join(folder, NewName), plan.ToWrite, plan.Kept);
            foreach (var path in plan.ToDelete) SetAside(folder, path, undo);
            // Pages first, so that a feed never links to a page that is not there yet.
            var paths = plan.ToWrite.Select(file => file.Path).OrderByDescending(path => path.EndsWith(".html", StringComparison.Ordinal));
            foreach (var path in paths.Append(OutputNames.List)) Put(folder, path, undo);
        }
        catch
        {
            while (undo.TryPop(out var step)) step();
            throw;
        }
        finally
        {
            Clear(folder);
        }
    }

    private static OutputResult WriteNew(string folder, OutputFile[] files)
    {
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        // Hidden, so that a server of the parent folder does not serve an incomplete one.
        var aside = Path.Join(Path.GetDirectoryName(folder), $".{Path.GetFileName(folder)}{NewName}");
        try
        {
            Delete(aside);
            Stage(aside, files, []);
            Directory.Move(aside, folder);
            return new OutputResult(files.Length, []);
        }
        finally
        {
            Delete(aside);
        }
    }

    private static void Clear(string folder)
    {
        Delete(Path.Join(folder, NewName));
        Delete(Path.Join(folder, OldName));
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    private static void Stage(string staging, IReadOnlyCollection<OutputFile> files, Dictionary<string, UInt128> kept)
    {
        Directory.CreateDirectory(staging);
        var folders = files.Select(file => Path.GetDirectoryName(file.Path)).Distinct(StringComparer.Ordinal);
        foreach (var below in folders) Directory.CreateDirectory(Path.Join(staging, below));
        var hashes = new ConcurrentDictionary<string, UInt128>(kept, StringComparer.Ordinal);
        try
        {
            // Files that share bodies are adjacent, so that each body is rendered once.
            var inOrder = files.OrderBy(file => file.Path, StringComparer.Ordinal).ToArray();
            Parallel.ForEach(inOrder, file => hashes[file.Path] = Write(Path.Join(staging, file.Path), file));
        }
        catch (AggregateException exception)
        {
            // One failure is enough, such as a full disk.
            ExceptionDispatchInfo.Throw(exception.InnerException!);
        }

        OutputList.Write(Path.Join(staging, OutputNames.List), hashes);
    }

    /// <returns>The hash of the bytes.</returns>
    private static UInt128 Write(string path, OutputFile wanted)
    {
        var bytes = wanted.Bytes();
        using var handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        RandomAccess.Write(handle, bytes.Span, fileOffset: 0);
        // A static host derives Last-Modified from this, also for a compressed file.
        File.SetLastWriteTimeUtc(handle, wanted.LastModified().ToDateTimeUtc());
        return OutputList.HashOf(bytes.Span);
    }

    private static void SetAside(string folder, string path, Stack<Action> undo)
    {
        var (file, old) = (Path.Join(folder, path), Path.Join(folder, OldName, path));
        Move(file, old);
        undo.Push(() => Move(old, file));
        DeleteEmptyFolders(folder, path);
    }

    private static void Put(string folder, string path, Stack<Action> undo)
    {
        var (file, old) = (Path.Join(folder, path), Path.Join(folder, OldName, path));
        undo.Push(() => DeleteEmptyFolders(folder, path));
        if (File.Exists(file))
        {
            // A copy, so that a host that reads the folder meanwhile always finds the file.
            Directory.CreateDirectory(Path.GetDirectoryName(old)!);
            File.Copy(file, old);
            undo.Push(() => Move(old, file));
            Move(Path.Join(folder, NewName, path), file);
        }
        else
        {
            Move(Path.Join(folder, NewName, path), file);
            undo.Push(() => File.Delete(file));
        }
    }

    private static void Move(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Move(from, to, overwrite: true);
    }

    private static void DeleteEmptyFolders(string folder, string path)
    {
        for (var parent = Path.GetDirectoryName(path); !string.IsNullOrEmpty(parent); parent = Path.GetDirectoryName(parent))
        {
            var absolute = Path.Join(folder, parent);
            if (!Directory.Exists(absolute) || Directory.EnumerateFileSystemEntries(absolute).Any()) return;
            Directory.Delete(absolute);
        }
    }
}

/// <summary>The result of writing an output folder.</summary>
/// <param name="Files">How many files of the publication the folder contains.</param>
/// <param name="LeftOut">The paths at which foreign files were kept, in order.</param>
internal sealed record OutputResult(int Files, ImmutableArray<string> LeftOut);
