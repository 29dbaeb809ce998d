using Feeds.Web;
using Feeds.Web.Serving;
using Microsoft.Extensions.Configuration;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Web;

/// <summary>What the server takes of a system that has little to give.</summary>
public sealed class LimitsTests
{
    /// <summary>A process that gets no further file while it loads code is ended by its runtime.</summary>
    [Theory]
    [InlineData(null, 10_000)]
    [InlineData(1_048_576, 10_000)]
    [InlineData(1_024, 704)]
    [InlineData(400, 80)]
    [InlineData(256, 16)]
    public void LeavesFilesForItself_HoweverManyConnect(int? openFiles, int connections) => Assert.Equal(connections, KestrelLimits.Connections(openFiles));

    [Fact]
    public async Task WatchesNoSettings()
    {
        await using var app = FeedsHost.Build("http://127.0.0.1:0", new CurrentPublication(), SystemClock.Instance);
        var files = ((IConfigurationRoot)app.Configuration).Providers.OfType<FileConfigurationProvider>().ToArray();

        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, file => file.Source.ReloadOnChange);
    }
}
