using System.Text;
using Feeds.Model;

namespace Feeds.Pages;

/// <summary>The stylesheet of all pages, in the site's colour.</summary>
internal static class Style
{
    private const string OwnColor = "#2f5d8a";

    private static readonly string Sheet = Encoding.UTF8.GetString(Page.Resource("style.css"));

    public static ReadOnlyMemory<byte> Of(SiteSettings settings)
    {
        var color = SiteColor.Read(settings.Calendar.Color ?? OwnColor);
        return Encoding.UTF8.GetBytes($":root {{ --on-light: {color.OnLight}; --on-dark: {color.OnDark}; }}\n{Sheet}");
    }
}
