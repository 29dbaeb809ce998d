using System.Runtime.ExceptionServices;

namespace Feeds.Publishing;

/// <summary>Writes a publication as files: all of it is there in the end, or the folder is as it was.</summary>
internal static class OutputFolder
{
    /// <summary>The list of what was written, so that the next time what is no more can go and what others put there stays.</summary>
    private const string ListName = ".feeds-files";

    private const string NewName = ".feeds-new";
    private const string OldName = ".feeds-old";

    /// <summary>Writes the files.</summary>
    /// <exception cref="IOException">The folder cannot be written to; what was there before still is.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written to; what was there before still is.</exception>
    /// <returns>How many there are.</returns>
    public static int Write(string folder, Publication publication, OutputForms forms)
    {
        var files = publication.Representations.Values.AsParallel().SelectMany(item => OutputFile.Of(item, forms)).ToDictionary(file => file.Path, StringComparer.Ordinal);
        if (Directory.Exists(folder)) WriteAgain(folder, files);
        else WriteNew(folder, files);
        return files.Count;
    }

    /// <summary>Brings a folder to hold the files: where that fails it is as it was.</summary>
    private static void WriteAgain(string folder, Dictionary<string, OutputFile> files)
    {
        var undo = new Stack<Action>();
        try
        {
            Clear(folder);
            var changed = files.AsParallel().Where(file => !IsWritten(Path.Join(folder, file.Key), file.Value)).ToDictionary(StringComparer.Ordinal);
            Stage(Path.Join(folder, NewName), changed, files.Keys);
            foreach (var gone in Written(folder).Except(files.Keys, StringComparer.Ordinal)) TakeAway(folder, gone, undo);
            // Pages first: a feed never leads to a page that is not there yet.
            foreach (var path in changed.Keys.OrderByDescending(path => path.EndsWith(".html", StringComparison.Ordinal)).Append(ListName)) Put(folder, path, undo);
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
    private static void WriteNew(string folder, Dictionary<string, OutputFile> files)
    {
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var aside = folder + NewName;
        try
        {
            if (Directory.Exists(aside)) Directory.Delete(aside, recursive: true);
            Stage(aside, files, files.Keys);
            Directory.Move(aside, folder);
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

    /// <summary>Whether a file holds these bytes already, so that it keeps the time at which it was written.</summary>
    private static bool IsWritten(string file, OutputFile wanted) =>
        new FileInfo(file) is { Exists: true } there && wanted.Bytes() is var bytes && there.Length == bytes.Length && File.ReadAllBytes(file).AsSpan().SequenceEqual(bytes.Span);

    private static void Stage(string staging, Dictionary<string, OutputFile> files, IEnumerable<string> all)
    {
        Directory.CreateDirectory(staging);
        foreach (var below in files.Keys.Select(Path.GetDirectoryName).Distinct(StringComparer.Ordinal)) Directory.CreateDirectory(Path.Join(staging, below));
        try
        {
            // What shares bodies stands side by side, so that they are made once for all of it.
            Parallel.ForEach(files.OrderBy(file => file.Key, StringComparer.Ordinal).ToArray(), file => Write(Path.Join(staging, file.Key), file.Value));
        }
        catch (AggregateException exception)
        {
            // One failure is enough to say that the disk is full.
            ExceptionDispatchInfo.Throw(exception.InnerException!);
        }

        File.WriteAllLines(Path.Join(staging, ListName), all.Order(StringComparer.Ordinal));
    }

    private static void Write(string path, OutputFile wanted)
    {
        var bytes = wanted.Bytes();
        using var handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        RandomAccess.Write(handle, bytes.Span, fileOffset: 0);
        // A static host makes its own Last-Modified from this, of a packed file too.
        File.SetLastWriteTimeUtc(handle, wanted.LastModified().ToDateTimeUtc());
    }

    /// <summary>What was written the last time and is still there; a list that someone changed leads nowhere else.</summary>
    private static string[] Written(string folder)
    {
        var list = Path.Join(folder, ListName);
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        return File.Exists(list)
            ? [.. File.ReadLines(list).Where(path => Path.GetFullPath(Path.Join(folder, path)).StartsWith(root, StringComparison.Ordinal) && File.Exists(Path.Join(folder, path)))]
            : [];
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
