using System.Globalization;
using Feeds.Tests.Content.Sources;
using Feeds.Tests.Publishing;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Identity;

/// <summary>What becomes of an event that a source no longer names, and that nobody sees one twice or loses one without a word.</summary>
public sealed class SourceTrustTests
{
    private const string A = "UID:a\nSUMMARY:Amber\nDTSTART:20260310T180000Z";
    private const string B = "UID:b\nSUMMARY:Birch\nDTSTART:20260410T180000Z";
    private const string C = "UID:c\nSUMMARY:Cedar\nDTSTART:20260510T180000Z";
    private const string D = "UID:d\nSUMMARY:Dogwood\nDTSTART:20260610T180000Z";

    private static readonly Instant Start = FolderOf.Moment("2026-02-01T00:00:00Z");

    [Theory]
    [InlineData("0", "Amber Birch Cedar Dogwood")]
    [InlineData("0 5", "Amber Birch Cedar Dogwood")]
    [InlineData("0 6", "Amber -Birch Cedar Dogwood")]
    public void CancelsAnEvent_AfterTwoLooksSixHoursApart(string hours, string expected)
    {
        var site = new RecordedSite().At(Start, Files(A, B, C, D));
        foreach (var hour in hours.Split(' ')) site.At(Start + Duration.FromHours(1 + int.Parse(hour, CultureInfo.InvariantCulture)), Files(A, C, D));

        Assert.Equal(expected, Shown(site));
    }

    [Fact]
    public void KeepsAnEvent_AfterTheLastThatTheSourceNames()
    {
        var site = new RecordedSite().At(Start, Files(A, B, C, D));
        foreach (var hour in (int[])[1, 10, 100]) site.At(Start + Duration.FromHours(hour), Files(A, B, C));

        Assert.Equal("Amber Birch Cedar Dogwood", Shown(site));
    }

    [Fact]
    public void CancelsNothing_WhenOverHalfVanishAtOnce()
    {
        var site = new RecordedSite().At(Start, Files(A, B, C, D));
        foreach (var hour in (int[])[1, 10, 100]) site.At(Start + Duration.FromHours(hour), Files(D));

        Assert.Equal("Amber Birch Cedar Dogwood", Shown(site));
        Assert.Contains("partner.ics: warning: 3 of 4 upcoming events are missing from it at once, so they stay; if they are meant to go, take the source out of site.yaml for a while", site.Diagnostics);
    }

    [Fact]
    public void KeepsWhatIsOver()
    {
        var site = new RecordedSite().At(Start, Files(A, B, C, D));
        foreach (var hour in (int[])[0, 10, 100]) site.At(FolderOf.Moment("2026-03-20T00:00:00Z") + Duration.FromHours(hour), Files(B, C, D));

        Assert.Equal("Amber Birch Cedar Dogwood", Shown(site));
    }

    [Fact]
    public void RestoresAnEvent_ThatIsThereAgain()
    {
        var site = new RecordedSite().At(Start, Files(A, B, C, D));
        foreach (var hour in (int[])[1, 10]) site.At(Start + Duration.FromHours(hour), Files(A, C, D));
        site.At(Start + Duration.FromHours(20), Files(A, B, C, D));

        Assert.Equal("Amber Birch Cedar Dogwood", Shown(site));
        Assert.Equal(2, site.Identity("partner.ics#b").Sequence);
    }

    [Fact]
    public void TakesTheEventsAlong_WhenTheSourceIsTakenOut()
    {
        var site = new RecordedSite().At(Start, Files(A, B));

        site.At(Start + Duration.FromHours(1), ("site.yaml", FolderOf.SiteYaml));

        Assert.Equal("", Shown(site));
    }

    [Fact]
    public void CancelsAtOnce_WhatHasAnotherUidNow()
    {
        var site = new RecordedSite().At(Start, Files(A, B, C, D));

        site.At(Start + Duration.FromHours(1), Files(A, B.Replace("UID:b", "UID:b2", StringComparison.Ordinal), C, D));

        Assert.Equal("Amber -Birch Birch Cedar Dogwood", Shown(site));
    }

    [Fact]
    public void LosesNothing_WhenTheFileIsNotThere()
    {
        var site = new RecordedSite().At(Start, Files(A, B, C, D));
        site.Restart().At(Start + Duration.FromHours(10), ("site.yaml", FolderOf.SiteYaml + Brought.Settings));
        site.Restart().At(Start + Duration.FromHours(20), ("site.yaml", FolderOf.SiteYaml + Brought.Settings));

        Assert.Equal("Amber Birch Cedar Dogwood", Shown(site));
    }

    /// <summary>The titles in the order of time, with a hyphen before those that are cancelled.</summary>
    private static string Shown(RecordedSite site) => string.Join(' ', site.Publication.Text("/calendar.ics").Replace("\r\n ", "", StringComparison.Ordinal).Split("BEGIN:VEVENT")[1..]
        .Select(lines => (lines.Contains("STATUS:CANCELLED", StringComparison.Ordinal) ? "-" : "") + Value(lines, "SUMMARY")));

    private static string Value(string lines, string property) =>
        lines.Split("\r\n").FirstOrDefault(line => line.StartsWith($"{property}:", StringComparison.Ordinal))?[(property.Length + 1)..] ?? "";

    private static (string, string)[] Files(params string[] events) =>
        [("site.yaml", FolderOf.SiteYaml + Brought.Settings), ("partner.ics", Brought.Calendar(events))];
}
