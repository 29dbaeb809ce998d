using Feeds.Content.Files;
using Xunit;

namespace Feeds.Tests.Content;

/// <summary>What is read of a large site lies in a file without a name.</summary>
public sealed class SpoolTests
{
    private const int Enough = 1024 * 1024;

    [Fact]
    public void GivesBack_WhatWasWritten_WhereverItLies()
    {
        var spool = new Spool(Path.GetTempPath());
        Assert.Null(spool.Write(new byte[Enough]));
        byte[][] texts = [[], [1], [.. Enumerable.Range(0, 5000).Select(number => (byte)number)]];
        var blocks = texts.Select(text => spool.Write(text)!).ToArray();

        Assert.Equal(texts, texts.Zip(blocks, (text, block) => block.Read(text.Length)));
    }

    [Fact]
    public void TakesTheSamePlaceAgain_OnceItIsFree()
    {
        var spool = new Spool(Path.GetTempPath());
        spool.Write(new byte[Enough]);
        for (var edit = 0; edit < 1000; edit++) spool.Write(new byte[edit])!.Dispose();

        Assert.Equal(1024, spool.Octets);
    }

    [Fact]
    public void LeavesNoNameBehind()
    {
        using var disk = new TempFolder();
        var spool = new Spool(disk.Root);
        spool.Write(new byte[Enough]);

        Assert.NotNull(spool.Write([1]));
        Assert.Empty(Directory.GetFileSystemEntries(disk.Root));
    }

    [Fact]
    public void LeavesAllInMemory_WhereNoFileCanBeMade()
    {
        using var disk = new TempFolder();
        var spool = new Spool(disk.At("nowhere"));
        spool.Write(new byte[Enough]);

        Assert.Null(spool.Write([1]));
    }
}
