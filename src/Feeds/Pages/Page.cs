using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace Feeds.Pages;

/// <summary>Renders a page's component to bytes.</summary>
internal static class Page
{
    private static readonly ServiceProvider Services = new ServiceCollection().BuildServiceProvider();

    public static ReadOnlyMemory<byte> StatusStyle { get; } = Resource("status.css");

    /// <summary>For feeds that are opened in a browser.</summary>
    public static ReadOnlyMemory<byte> FeedStyle { get; } = Resource("feed.css");

    /// <summary>The script of every page, which works without it, too.</summary>
    public static string Script { get; } = Encoding.UTF8.GetString(Resource("page.js"));

    /// <summary>The source expression of that script for a Content Security Policy.</summary>
    public static string ScriptSource { get; } = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Script)))}'";

    public static ReadOnlyMemory<byte> Render<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : IComponent => Encoding.UTF8.GetBytes(Fragment<TComponent>(parameters));

    /// <summary>Renders a component that awaits nothing, to be part of something else.</summary>
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

    public static byte[] Resource(string name)
    {
        using var resource = typeof(Page).Assembly.GetManifestResourceStream(name)!;
        var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    }
}
