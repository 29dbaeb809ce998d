using System.Text;
using Feeds.Content.Dates;
using Feeds.Model;
using Xunit;

namespace Feeds.Tests.Content.Dates;

public sealed class DateFuzzTests
{
    [Fact]
    public void NeverThrows_WhateverIsWritten()
    {
        string[] parts =
        [
            "2024", "02", "21", "0", "13", "99", "-", "/", ".", ",", ":", " ", " ", "\u2013", "+", "T", "Z", "GMT", "Feb", "Sun", "pm", "a.m.",
            "(", ")", "CET", "to", "noon", "th", "Date", "24:00", "18:30", "+0200", "h", "@", "?", "20240221", "9999-12-31",
        ];
        var random = new Random(20240221);
        var text = new StringBuilder();
        for (var round = 0; round < 20_000; round++)
        {
            text.Clear();
            for (var count = random.Next(12); count >= 0; count--)
                text.Append(parts[random.Next(parts.Length)]);

            var order = (DateOrder)(round % 3);
            var isDate = DateReader.TryRead(text.ToString(), order, out _, out var problem);
            Assert.Equal(isDate, problem is null);
            var isRange = DateRangeReader.TryRead(text.ToString(), order, out _, out problem);
            Assert.Equal(isRange, problem is null);
            var isTime = TimeReader.TryRead(text.ToString(), out _, out problem);
            Assert.Equal(isTime, problem is null);
            FileDate.TryRead(text.ToString(), out _, out _);
        }
    }
}
