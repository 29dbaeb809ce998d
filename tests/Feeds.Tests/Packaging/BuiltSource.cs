using Xunit;

[assembly: AssemblyFixture(typeof(Feeds.Tests.Packaging.BuiltSource))]

namespace Feeds.Tests.Packaging;

/// <summary>The first stage of the Dockerfile, run here: the source that it copies, and what its command makes of that. Once for all tests that ask for it.</summary>
public sealed class BuiltSource : IDisposable
{
    private readonly TempFolder disk = new();
    private readonly Lazy<Task> building;
    private readonly Lazy<Task> packing;

    public BuiltSource()
    {
        building = new Lazy<Task>(BuildAsync);
        packing = new Lazy<Task>(PackAsync);
    }

    /// <summary>The copy of the source.</summary>
    public string SourceFolder => disk.At("source");

    /// <summary>The program as users run it: compiled ahead, it starts in a fraction of the time that a build of the tests needs.</summary>
    public async Task<string> ProgramAsync() => Path.Join(await AppAsync(), "feeds.dll");

    /// <summary>The packages that are made of it.</summary>
    public async Task<string> PackagesAsync()
    {
        await packing.Value;
        return disk.At("packages");
    }

    /// <summary>What the image carries.</summary>
    public async Task<string> AppAsync()
    {
        await building.Value;
        return disk.At("app");
    }

    public void Dispose() => disk.Dispose();

    private async Task BuildAsync()
    {
        Source.CopyContext(SourceFolder);
        var command = Dockerfile.Read().Stages[0].Single(step => step.Word == "RUN").Rest.Replace("/app", disk.At("app"), StringComparison.Ordinal);
        await Shell.ExpectAsync(SourceFolder, "sh", "-c", command);
    }

    private async Task PackAsync()
    {
        await building.Value;
        await Shell.ExpectAsync(SourceFolder, "dotnet", "pack", "src/Feeds", "--configuration", "Release", "--output", disk.At("packages"));
    }
}
