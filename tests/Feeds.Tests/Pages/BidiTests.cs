using Feeds.Pages;
using Xunit;

namespace Feeds.Tests.Pages;

/// <summary>Marks of direction in the title of a browser's window.</summary>
public sealed class BidiTests
{
    [Theory]
    [InlineData("An evening", "An evening")]
    [InlineData("\u05E2\u05E8\u05D1", "\u05E2\u05E8\u05D1")]
    [InlineData("a\u202Eb", "\u2068a\u202Eb\u2069")]
    [InlineData("a\u2069\u202Eb", "\u2068a\u202Eb\u2069")]
    public void TurnNothingBesideThem(string text, string expected) => Assert.Equal(expected, Bidi.Isolate(text));
}
