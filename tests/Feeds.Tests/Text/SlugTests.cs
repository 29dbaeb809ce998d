using Feeds.Text;
using Xunit;

namespace Feeds.Tests.Text;

public sealed class SlugTests
{
    [Theory]
    [InlineData("hello", "hello")]
    [InlineData("Hello World", "hello-world")]
    [InlineData("  a -- b  ", "a-b")]
    [InlineData("a/b\\c", "a-b-c")]
    [InlineData("C++ & C#", "c-c")]
    [InlineData("v1.2", "v1.2")]
    [InlineData("..", "")]
    [InlineData("../../etc", "etc")]
    [InlineData(".hidden.", "hidden")]
    [InlineData("snake_case", "snake_case")]
    [InlineData("Éclair", "éclair")]
    [InlineData("日本語 記事", "日本語-記事")]
    [InlineData("हिन्दी", "हिन्दी")]
    [InlineData("مقالة ٤٢", "مقالة-٤٢")]
    [InlineData("🌱", "")]
    [InlineData("%2e%2e", "2e-2e")]
    [InlineData("--", "")]
    [InlineData("", "")]
    public void KeepsLettersAndDigits_OfAnyScript(string text, string expected) => Assert.Equal(expected, Slug.Of(text));
}
