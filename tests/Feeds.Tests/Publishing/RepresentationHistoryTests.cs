using System.Text;
using Feeds.Model;
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

    [Fact]
    public void KeepsItsValidators_WhenItsBytesAreRenderedAgain()
    {
        var rendered = 0;
        var first = new Representation(Of("first", () => { }), FolderOf.Moment("2026-01-01T00:00:00Z"), before: null);
        Assert.Equal(Dated, first.LastModified);
        var second = new Representation(Of("second", () => rendered++) with { Budget = new CacheBudget(maxBytes: 0) }, FolderOf.Moment("2026-01-01T00:01:00Z"), first);
        var asked = Enumerable.Range(0, 3).Select(_ => (Encoding.UTF8.GetString(second.Identity.Span), second.OpaqueTag, second.LastModified)).ToArray();

        Assert.Equal(("second", FolderOf.Moment("2026-01-01T00:01:00Z")), (asked[0].Item1, asked[0].LastModified));
        Assert.Equal([asked[0]], asked.Distinct());
        Assert.Equal(4, rendered);
    }

    [Fact]
    public void KnowsWhatWasSent_WhenItIsRememberedToHaveChangedAtAnotherMoment()
    {
        var first = new Representation(Of("first", () => { }), FolderOf.Moment("2026-01-01T00:00:00Z"), before: null);
        Assert.Equal(Dated, first.LastModified);
        var second = new Representation(Of("second", () => { }) with { Changed = FolderOf.Moment("2026-01-01T00:01:00Z") }, FolderOf.Moment("2026-01-01T00:01:00Z"), first);
        var later = second.ChangedAt(FolderOf.Moment("2026-01-01T00:02:00Z"));
        var third = new Representation(Of("third", () => { }), FolderOf.Moment("2026-01-01T00:03:00Z"), later);

        Assert.Equal([first.OpaqueTag], third.EarlierTags);
        Assert.Equal([first.OpaqueTag], later.EarlierTags);
        Assert.Equal("Thu, 01 Jan 2026 00:02:00 GMT", later.LastModifiedDate);
        Assert.Equal("Thu, 01 Jan 2026 00:01:00 GMT", second.LastModifiedDate);
    }

    private static RenderPlan Of(string text, Action rendered) => new("/atom.xml", MediaType.Atom, Dated, [text], () =>
    {
        rendered();
        return Encoding.UTF8.GetBytes(text);
    })
    {
        Since = _ => Encoding.UTF8.GetBytes(text),
    };
}
