// Writes packages/feeds-VERSION-SYSTEM.tar.gz and .zip: the program with all that it needs, so that users need no .NET.
//   dotnet run src/deploy/archives.cs               for every system
//   dotnet run src/deploy/archives.cs -- linux-x64  for one
#:property EnforceCodeStyleInBuild=false
#:property PublishAot=false
using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

string[] systems = ["linux-x64", "linux-arm64", "osx-arm64", "osx-x64", "win-x64"];
var unknown = args.Except(systems, StringComparer.Ordinal).ToArray();
if (unknown.Length > 0)
{
    Console.Error.WriteLine($"archives: unknown system '{unknown[0]}'; the systems are {string.Join(", ", systems)}");
    return 2;
}

var root = Path.GetFullPath(Path.Join(Path.GetDirectoryName(ThisFile()), "..", ".."));
var version = XDocument.Load(Path.Join(root, "Directory.Build.props")).Descendants("Version").Single().Value;
var packages = Directory.CreateDirectory(Path.Join(root, "packages")).FullName;
foreach (var system in args.Length > 0 ? args : systems)
{
    var published = Directory.CreateTempSubdirectory("feeds-").FullName;
    string[] publish =
    [
        "publish", Path.Join(root, "src", "Feeds"), "--runtime", system, "--self-contained", "--output", published,
        "-p:PublishSingleFile=true", "-p:DebugType=none", "-p:StaticWebAssetsEnabled=false", "--nologo", "-v", "quiet",
    ];
    using (var dotnet = Process.Start("dotnet", publish))
    {
        dotnet.WaitForExit();
        if (dotnet.ExitCode != 0) return 1;
    }

    File.Copy(Path.Join(root, "LICENSE"), Path.Join(published, "LICENSE"));
    var name = $"feeds-{version}-{system}";
    var isWindows = system.StartsWith("win", StringComparison.Ordinal);
    var archive = Path.Join(packages, name + (isWindows ? ".zip" : ".tar.gz"));
    var files = Directory.GetFiles(published).Order(StringComparer.Ordinal).ToArray();
    if (isWindows) WriteZip(archive, name, files);
    else WriteTar(archive, name, files);
    Directory.Delete(published, recursive: true);
    var size = new FileInfo(archive).Length / 1_000_000;
    Console.WriteLine(FormattableString.Invariant($"{Path.GetRelativePath(Environment.CurrentDirectory, archive)}: {size} MB"));
}

return 0;

// The same program gives the same bytes: neither a time nor a user of this machine is in them.
static void WriteTar(string archive, string folder, string[] files)
{
    using var tar = new TarWriter(new GZipStream(File.Create(archive), CompressionLevel.SmallestSize), TarEntryFormat.Ustar);
    foreach (var file in files)
    {
        using var bytes = File.OpenRead(file);
        var mode = Path.GetFileName(file) == "feeds" ? 0b111_101_101 : 0b110_100_100;
        tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, $"{folder}/{Path.GetFileName(file)}")
        {
            DataStream = bytes,
            Mode = (UnixFileMode)mode,
            ModificationTime = Time(),
        });
    }
}

static void WriteZip(string archive, string folder, string[] files)
{
    using var zip = new ZipArchive(File.Create(archive), ZipArchiveMode.Create);
    foreach (var file in files)
    {
        var entry = zip.CreateEntry($"{folder}/{Path.GetFileName(file)}", CompressionLevel.SmallestSize);
        entry.LastWriteTime = Time();
        using var from = File.OpenRead(file);
        using var to = entry.Open();
        from.CopyTo(to);
    }
}

static DateTimeOffset Time() => new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

static string ThisFile([CallerFilePath] string path = "") => path;
