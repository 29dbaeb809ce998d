using Xunit;

namespace Feeds.Browser;

/// <summary>The kinds of pages there are, each by examples.</summary>
internal static class Kinds
{
    public static TheoryData<string, string> All => new()
    {
        { SampleSite.Sample, "/" },
        { SampleSite.Sample, "/subscribe/" },
        { SampleSite.Sample, "/feeds/" },
        { SampleSite.Sample, "/events/" },
        { SampleSite.Sample, "/calendar/2026/" },
        { SampleSite.Sample, "/archive/" },
        { SampleSite.Sample, "/archive/2026/" },
        { SampleSite.Sample, "/events/lights-that-know-the-time/" },
        { SampleSite.Sample, "/events/letters-that-run-both-ways/" },
        { SampleSite.Sample, "/events/robots-in-the-garden/" },
        { SampleSite.Sample, "/posts/renaming-the-holiday-photographs/" },
        { SampleSite.Sample, "/tags/python/" },
        { SampleSite.Sample, "/about/" },
        { SampleSite.Sample, "/404.html" },
        { SampleSite.Rich, "/" },
        { SampleSite.Rich, "/posts/everything/" },
        { SampleSite.Rich, "/posts/rtl/" },
        { SampleSite.Rich, "/events/monthly/" },
        { SampleSite.Rich, "/events/maybe/" },
        { SampleSite.Rich, "/events/off/" },
        { SampleSite.Rich, "/events/later/" },
        { SampleSite.Rich, "/events/online/" },
        { SampleSite.Rich, "/tags/one/" },
        { SampleSite.Rich, "/authors/ana-silva/" },
        { SampleSite.Rich, "/categories/trials/" },
        { SampleSite.Rich, "/series/tables/" },
        { SampleSite.Rich, "/venues/the-glasshouse/" },
        { SampleSite.Hostile, "/" },
        { SampleSite.Hostile, "/feeds/" },
        { SampleSite.Hostile, "/events/" },
        { SampleSite.Hostile, "/events/long/" },
        { SampleSite.Hostile, "/events/marks/" },
        { SampleSite.Hostile, "/posts/body/" },
        { SampleSite.Elsewhere, "/feeds/subscribe/" },
        { SampleSite.Elsewhere, "/feeds/" },
        { SampleSite.Many, "/" },
        { SampleSite.Many, "/feeds/" },
        { SampleSite.Many, "/feeds/tags/2/" },
        { SampleSite.Many, "/archive/2025/2/" },
        { SampleSite.Many, "/series/evenings/" },
    };
}
