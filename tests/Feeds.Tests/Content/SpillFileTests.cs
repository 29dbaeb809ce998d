using System.Security.Cryptography;
using Feeds.Content.Files;
using Xunit;

namespace Feeds.Tests.Content;

/// <summary>The texts of a large site lie in a temporary file.</summary>
public sealed class SpillFileTests : IDisposable
{
    private const int BytesInMemory = 1024 * 1024;

    private readonly TempFolder disk = new();

    public void Dispose() => disk.Dispose();

    [Fact]
    public void Returns_WhatWasWritten()
    {
        var file = Filled(disk.Root);
        byte[][] texts = [[], [1], [.. Enumerable.Range(0, 5000).Select(number => (byte)number)]];
        var places = texts.Select(text => file.Write(text)!).ToArray();

        Assert.Equal(texts, texts.Zip(places, (text, place) =>
        {
            var bytes = new byte[text.Length];
            place.Read(bytes);
            return bytes;
        }));
    }

    [Fact]
    public void Unpacks_BeyondMemoryToo()
    {
        var file = new SpillFile(disk.Root);
        var texts = Enumerable.Range(0, 40).Select(_ => RandomNumberGenerator.GetBytes(100_000)).ToArray();
        var packed = texts.Select(text => PackedBytes.Of(text, file)).ToArray();

        Assert.NotEqual(0, file.Length);
        Assert.Equal(texts, packed.Select(text => text.Unpacked()));
    }

    [Fact]
    public void ReusesAPlace_WhenItIsFree()
    {
        var file = Filled(disk.Root);
        for (var edit = 0; edit < 1000; edit++) file.Write(new byte[edit])!.Dispose();

        Assert.Equal(1024, file.Length);
    }

    [Fact]
    public void LeavesNoName()
    {
        Assert.NotNull(Filled(disk.Root).Write([1]));
        Assert.Empty(Directory.GetFileSystemEntries(disk.Root));
    }

    [Fact]
    public void LeavesAllInMemory_WhereNoFileCanBeMade() => Assert.Null(Filled(disk.At("missing")).Write([1]));

    private static SpillFile Filled(string folder)
    {
        var file = new SpillFile(folder);
        Assert.Null(file.Write(new byte[BytesInMemory]));
        return file;
    }
}
