using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using Feeds.Model.Names;

namespace Feeds.Publishing.Output;

/// <summary>Writes a publication as files: all of it is there in the end, or the folder is as it was.</summary>
internal static class OutputFolder
{
    private const string NewName = ".feeds-new";
    private const string OldName = ".feeds-old";

    /// <summary>How many names a message has.</summary>
    private const int MaxNames = 10;

    /// <summary>Writes the files; what is there and was not written so before stays as it is, unless it is to be replaced.</summary>
    /// <exception cref="IOException">It cannot be written to, or holds a file of others where a feed has to be; what was there before still is.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written to; what was there before still is.</exception>
    public static OutputResult Write(string folder, Publication publication, OutputForms forms, OverwriteMode overwrite = OverwriteMode.Own)
    {
        OutputFile[] files = [.. publication.Representations.Values.AsParallel().SelectMany(item => OutputFile.Of(item, forms))];
        if (!Directory.Exists(folder)) return WriteNew(folder, files);
        var plan = OutputPlan.Of(folder, files, overwrite);
        string[] followed = [.. plan.Conflicts.Where(file => file.IsFollowed).Select(file => file.Path).Order(StringComparer.Ordinal)];
        if (followed.Length > 0)
        {
            throw new IOException(
                $"nothing was written: {folder} holds {Named(followed)}, which 'feeds build' did not write, or which was changed since; "
                + "move what is there away, or run it with --force to replace it");
        }

        WriteAgain(folder, plan);
        return new OutputResult(files.Length - plan.LeftOut, [.. plan.Conflicts.Select(file => file.Path).Order(StringComparer.Ordinal)]);
    }

    /// <summary>The first of some paths, and how many more there are.</summary>
    public static string Named(IReadOnlyList<string> paths)
    {
        var names = string.Join(", ", paths.Take(MaxNames));
        return paths.Count > MaxNames ? FormattableString.Invariant($"{names} and {paths.Count - MaxNames} more") : names;
    }

    /// <summary>Does what is planned: where that fails the folder is as it was.</summary>
    private static void WriteAgain(string folder, OutputPlan plan)
    {
        var undo = new Stack<Action>();
        try
        {
            Clear(folder);
            Stage(Path.Join(folder, NewName), plan.ToWrite, plan.Kept);
            foreach (var path in plan.ToDelete) TakeAway(folder, path, undo);
            // Pages first: a feed never leads to a page that is not there yet.
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

    /// <summary>Makes a folder that is not there yet: it appears with all that is in it.</summary>
    private static OutputResult WriteNew(string folder, OutputFile[] files)
    {
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        // Hidden, so that a server which reads the folder around it sees no half of it.
        var aside = Path.Join(Path.GetDirectoryName(folder), $".{Path.GetFileName(folder)}{NewName}");
        try
        {
            if (Directory.Exists(aside)) Directory.Delete(aside, recursive: true);
            Stage(aside, files, []);
            Directory.Move(aside, folder);
            return new OutputResult(files.Length, []);
        }
        finally
        {
            if (Directory.Exists(aside)) Directory.Delete(aside, recursive: true);
        }
    }

    private static void Clear(string folder)
    {
        foreach (var aside in (string[])[Path.Join(folder, NewName), Path.Join(folder, OldName)])
        {
            if (Directory.Exists(aside)) Directory.Delete(aside, recursive: true);
        }
    }

    private static void Stage(string staging, IReadOnlyCollection<OutputFile> files, Dictionary<string, UInt128> kept)
    {
        Directory.CreateDirectory(staging);
        var folders = files.Select(file => Path.GetDirectoryName(file.Path)).Distinct(StringComparer.Ordinal);
        foreach (var below in folders) Directory.CreateDirectory(Path.Join(staging, below));
        var hashes = new ConcurrentDictionary<string, UInt128>(kept, StringComparer.Ordinal);
        try
        {
            // What shares bodies stands side by side, so that they are made once for all of it.
            var inOrder = files.OrderBy(file => file.Path, StringComparer.Ordinal).ToArray();
            Parallel.ForEach(inOrder, file => hashes[file.Path] = Write(Path.Join(staging, file.Path), file));
        }
        catch (AggregateException exception)
        {
            // One failure is enough to say that the disk is full.
            ExceptionDispatchInfo.Throw(exception.InnerException!);
        }

        OutputList.Write(Path.Join(staging, OutputNames.List), hashes);
    }

    /// <returns>The hash of what was written.</returns>
    private static UInt128 Write(string path, OutputFile wanted)
    {
        var bytes = wanted.Bytes();
        using var handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        RandomAccess.Write(handle, bytes.Span, fileOffset: 0);
        // A static host makes its own Last-Modified from this, of a packed file too.
        File.SetLastWriteTimeUtc(handle, wanted.LastModified().ToDateTimeUtc());
        return OutputList.HashOf(bytes.Span);
    }

    private static void TakeAway(string folder, string path, Stack<Action> undo)
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
            // A copy is kept, not the file itself: a host that reads the folder meanwhile always finds one.
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

/// <summary>What came of writing an output folder.</summary>
/// <param name="Files">How many files of the publication it holds now.</param>
/// <param name="LeftOut">The paths of those that were left out, for others put something there; in order.</param>
internal sealed record OutputResult(int Files, ImmutableArray<string> LeftOut);
