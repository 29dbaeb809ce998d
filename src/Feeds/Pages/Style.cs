using System.Text;
using Feeds.Model;

namespace Feeds.Pages;

/// <summary>The stylesheet of all pages, in the site's colour.</summary>
internal static class Style
{
    private static readonly string Sheet = Encoding.UTF8.GetString(Page.Resource("style.css"));

    public static ReadOnlyMemory<byte> Of(SiteSettings settings)
    {
        var color = SiteColor.Read(settings.Calendar.Color ?? SiteColor.Default);
        return Encoding.UTF8.GetBytes($":root {{ --on-light: {color.OnLight}; --on-dark: {color.OnDark}; }}\n{Sheet}");
    }
}
