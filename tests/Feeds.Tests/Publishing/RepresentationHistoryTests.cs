using System.Text;
using Feeds.Publishing;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Publishing;

/// <summary>What a representation knows of those before it at the same address.</summary>
public sealed class RepresentationHistoryTests
{
    private static readonly Instant Dated = FolderOf.Moment("2020-01-01T00:00:00Z");

    [Fact]
    public void KnowsWhatWasSent_WhenItIsMadeWhileTheOneBeforeIsRendered()
    {
        var first = new Representation(Of("first", () => { }), FolderOf.Moment("2026-01-01T00:00:00Z"), before: null);
        Assert.Equal(Dated, first.LastModified);
        Representation? second = null;
        Representation? third = null;
        second = new Representation(Of("second", () => third = new Representation(Of("third", () => { }), FolderOf.Moment("2026-01-01T00:02:00Z"), second)), FolderOf.Moment("2026-01-01T00:01:00Z"), first);

        Assert.Equal(FolderOf.Moment("2026-01-01T00:01:00Z"), second.LastModified);
        Assert.Equal(FolderOf.Moment("2026-01-01T00:02:00Z"), third!.LastModified);
        Assert.Equal([first.OpaqueTag], third.EarlierTags);
    }

    private static Rendering Of(string text, Action rendered) => new("/atom.xml", MediaType.Atom, Dated, [text], () =>
    {
        rendered();
        return Encoding.UTF8.GetBytes(text);
    })
    {
        Since = _ => Encoding.UTF8.GetBytes(text),
    };
}
