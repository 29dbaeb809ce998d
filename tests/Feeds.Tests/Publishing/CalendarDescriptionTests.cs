using System.Collections.Immutable;
using System.Text;
using Feeds.Publishing.Calendars;
using Xunit;

namespace Feeds.Tests.Publishing;

public sealed class CalendarDescriptionTests
{
    [Theory]
    [InlineData("a", 1)]
    [InlineData("a,b;c\\d\ne", 13)]
    [InlineData("é", 2)]
    [InlineData("日本", 6)]
    public void CountsOctets_AsInAContentLine(string text, int length) => Assert.Equal(length, CalendarDescription.Length(text));
}
