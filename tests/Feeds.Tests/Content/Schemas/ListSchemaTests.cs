using Feeds.Content.Schemas;
using Xunit;

namespace Feeds.Tests.Content.Schemas;

/// <summary>The schema of lists of events accepts each form of a list, and judges its entries as front matter.</summary>
public sealed class ListSchemaTests
{
    private static readonly Judge OfLists = new(SchemaWriter.Write("lists", FrontMatterSchema.OfList()));

    [Theory]
    [InlineData("", true)]
    [InlineData("[]", true)]
    [InlineData("- { title: Walk, start: 2027-03-18 18:30, duration: 2h }\n- { name: Talk, date: 2027-04-18, time: '18:30' }\n", true)]
    [InlineData("events:\n- { title: Walk, start: 2027-03-18 18:30 }\n", true)]
    [InlineData("items:\n- { title: Walk, every: [monday, thursday], start: 2027-03-18 18:30 }\n", true)]
    [InlineData("walk: { title: Walk, start: 2027-03-18 18:30 }\n", true)]
    [InlineData("2027:\n- { title: Walk, start: 2027-03-18 18:30 }\n", true)]
    [InlineData("- { title: Walk, start: 2027-03-18, weather: [rain] }\n", true)]
    [InlineData("- { title: Walk, start: 2027-03-18, cancelled: perhaps }\n", false)]
    [InlineData("- { title: Walk, start: 2027-03-18, sequence: two }\n", false)]
    [InlineData("events:\n- { title: Walk, start: [2027-03-18, 2027-03-19] }\n", false)]
    [InlineData("- Walk\n", false)]
    [InlineData("events: { title: Walk }\n", false)]
    public void AcceptsAList_AsTheReaderDoes(string yaml, bool isValid) => Assert.Equal(isValid, OfLists.Accepts(yaml));
}
