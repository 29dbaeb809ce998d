using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace Feeds.Pages;

/// <summary>Renders a page's component to bytes.</summary>
internal static class Page
{
    private static readonly ServiceProvider Services = new ServiceCollection().BuildServiceProvider();

    /// <summary>The stylesheet of all pages.</summary>
    public static ReadOnlyMemory<byte> Style { get; } = ReadStyle("style.css");

    /// <summary>The stylesheet of the owner's page.</summary>
    public static ReadOnlyMemory<byte> OwnersStyle { get; } = ReadStyle("owner.css");

    /// <summary>The stylesheet of feeds that are opened in a browser.</summary>
    public static ReadOnlyMemory<byte> FeedStyle { get; } = ReadStyle("feed.css");

    /// <summary>Renders a component that awaits nothing, so that its bytes are there when this returns.</summary>
    public static ReadOnlyMemory<byte> Render<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : IComponent => Encoding.UTF8.GetBytes(Fragment<TComponent>(parameters));

    /// <summary>Renders a component as text, to be part of something else.</summary>
    public static string Fragment<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        var html = renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters));
            return root.ToHtmlString();
        });
        return html.GetAwaiter().GetResult();
    }

    private static byte[] ReadStyle(string name)
    {
        using var resource = typeof(Page).Assembly.GetManifestResourceStream(name)!;
        var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    }
}
