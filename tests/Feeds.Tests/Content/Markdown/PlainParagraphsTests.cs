using Feeds.Content.Markdown;
using Xunit;

namespace Feeds.Tests.Content.Markdown;

/// <summary>A text of words alone is rendered by a way of its own: to the same bytes as beside a text with marks.</summary>
public sealed class PlainParagraphsTests
{
    private const string Marked = "*x*";
    private const string MarkedHtml = "<p><em>x</em></p>";
    private const int Texts = 4_000;

    private static readonly string[] Parts =
    [
        "\n", "\n\n", " ", "  ", "a", "Z", "word", "7", "3.", "1)", "-", "+", "#", ":", "!", "?", ",", ";", "/", " % ", "@", "'", "\"", "(", ")",
        "–", "„", "”", "…", "é", "Ж", "漢", "字。", "ไ", "🎲", "\u0301", "\u200B", "\u00AD", "\u00A0", "\u3000", "\u2028", "\u0085", "\t",
        "18:30", "a@b.example", "--", "...", "I. ", "e.g. ", "=", "*", "`", "~", "^", "|", "$", "&", "<", ">", "[", "]", "{", "\\", "_",
        "www.a.example", "http://a.example", "mailto:a@b.example", "tel:1", "C#", "a-b", "\n- a", "\n: a", "\n# a", "\n---\n", "\n    a",
    ];

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("One line.")]
    [InlineData("One line,\ntwo lines: \"quoted\" (5 %).\n\n\nAnd a paragraph.\n")]
    [InlineData("漢字\n漢字\n\nword\n漢字")]
    [InlineData("Same.\n\nSame.")]
    public void IsReadAsItStands_IfItIsWords(string text) => Assert.True(IsSame(text));

    [Fact]
    public void IsTheSame_WhateverIsInIt()
    {
        var random = new Random(20_261_130);
        var words = Enumerable.Range(0, Texts).Count(number =>
            IsSame(string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => Parts[random.Next(number % 3 == 0 ? Parts.Length : 34)]))));

        Assert.InRange(words, Texts / 20, Texts);
    }

    /// <summary>False for a text that is more than words.</summary>
    private static bool IsSame(string text)
    {
        if (PlainParagraphs.Read(text) is null) return false;
        var (alone, after, before) = (RenderedText.Of(text), RenderedText.Of($"{Marked}\n\n{text}"), RenderedText.Of($"{text}\n\n{Marked}"));
        Assert.Equal(after.Html, alone.Html.Length == 0 ? MarkedHtml : $"{MarkedHtml}\n{alone.Html}");
        Assert.Equal(after.Text, alone.Text.Length == 0 ? "x" : $"x\n\n{alone.Text}");
        Assert.Equal(before.Excerpt, alone.Excerpt ?? "x");
        return true;
    }
}
