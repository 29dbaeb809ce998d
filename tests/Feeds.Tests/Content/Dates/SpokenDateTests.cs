using Feeds.Content.Dates;
using Feeds.Model;
using Xunit;

namespace Feeds.Tests.Content.Dates;

/// <summary>Dates and times as communities write them in their lists.</summary>
public sealed class SpokenDateTests
{
    [Theory]
    // Chinese, Japanese and Korean.
    [InlineData("2026年10月5日", "2026-10-05")]
    [InlineData("2026年10月5日（月）19:00", "2026-10-05 19:00:00")]
    [InlineData("2026年10月5日 19時30分", "2026-10-05 19:30:00")]
    [InlineData("2026年10月5日 午後7時半", "2026-10-05 19:30:00")]
    [InlineData("2026/10/05(月) 19:00～21:00", "2026-10-05 19:00:00 / 21:00:00")]
    [InlineData("2025년 9월 18일 오후 7시", "2025-09-18 19:00:00")]
    [InlineData("2025. 9. 18.", "2025-09-18")]
    // Russian, Ukrainian and Turkish.
    [InlineData("5 октября 2026 г.", "2026-10-05")]
    [InlineData("5 октября 2026, 19:00", "2026-10-05 19:00:00")]
    [InlineData("5 жовтня 2026", "2026-10-05")]
    [InlineData("19 Ekim 2026", "2026-10-19")]
    // Marks and words between a date and its time.
    [InlineData("13 de dez de 2014 · 10:00", "2014-12-13 10:00:00")]
    [InlineData("2026-10-05 | 19:00", "2026-10-05 19:00:00")]
    [InlineData("5. Oktober 2026, ab 19 Uhr", "2026-10-05 19:00:00")]
    [InlineData("Do. 21.12.2023, ab 20 Uhr", "2023-12-21 20:00:00")]
    [InlineData("5. 10. 2026 v 18:00", "2026-10-05 18:00:00")]
    [InlineData("5 octubre 2026 a las 19:00 hs", "2026-10-05 19:00:00")]
    [InlineData("5 Oct 2026, doors 18:30", "2026-10-05 18:30:00")]
    [InlineData("5 Oct 2026 19:00, doors 18:30", "2026-10-05 19:00:00")]
    // A time that nobody knows yet.
    [InlineData("Fr. 16.06.2023, to be announced", "2023-06-16")]
    [InlineData("16 June 2026 (TBC)", "2026-06-16")]
    [InlineData("June 16, 2026 - time TBD", "2026-06-16")]
    // The year at the end of a range.
    [InlineData("30.09 - 01.10.2022", "2022-09-30 / 2022-10-01")]
    [InlineData("30.09. – 01.10.2022", "2022-09-30 / 2022-10-01")]
    [InlineData("29.9. bis 1.10.2022", "2022-09-29 / 2022-10-01")]
    [InlineData("30.12. - 02.01.2023", "2022-12-30 / 2023-01-02")]
    [InlineData("28/09 - 01/10/2022", "2022-09-28 / 2022-10-01")]
    public void ReadsTheDate(string text, string expected)
    {
        Assert.True(DateRangeReader.TryRead(text, DateOrder.DayFirst, out var range, out var problem), problem);
        Assert.Equal(expected, Shown.Of(range));
    }

    [Theory]
    [InlineData("오후 7시 ~ 9시 50분", "19:00:00 21:50:00")]
    [InlineData("午後7時", "19:00:00")]
    [InlineData("19時30分〜21時", "19:30:00 21:00:00")]
    [InlineData("19h30 à 21h", "19:30:00 21:00:00")]
    [InlineData("19.30 bis 21 Uhr", "19:30:00 21:00:00")]
    [InlineData("18 bis 20 Uhr", "18:00:00 20:00:00")]
    [InlineData("9:00 AM – 12:00 PM (half-day)", "09:00:00 12:00:00")]
    [InlineData("6:30 for 7pm", "19:00:00")]
    [InlineData("6pm doors, 7pm start", "19:00:00")]
    [InlineData("20:00 Uhr (Einlass 19:00)", "20:00:00")]
    [InlineData("17:00 (5pm)", "17:00:00")]
    [InlineData("kl. 18", "18:00:00")]
    [InlineData("vanaf 19.00 uur", "19:00:00")]
    [InlineData("ore 18:30", "18:30:00")]
    [InlineData("19:00 Uhr s.t.", "19:00:00")]
    [InlineData("18:00 (doors 17:30)", "18:00:00")]
    public void ReadsTheTime(string text, string expected)
    {
        Assert.True(TimeReader.TryRead(text, out var time, out var problem), problem);
        Assert.Equal(expected, Shown.Of(time));
    }

    [Theory]
    [InlineData("TBA")]
    [InlineData("to be announced")]
    [InlineData("05.-06.03.")]
    [InlineData("9 de Janeiro · 19:00")]
    [InlineData("June/July 2026")]
    [InlineData("Room 5年")]
    [InlineData("30.09 - 01.10")]
    public void IsNoDate(string text) => Assert.False(DateRangeReader.TryRead(text, DateOrder.DayFirst, out _, out _));
}
