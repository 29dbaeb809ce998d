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

    /// <summary>The stylesheet of the status page.</summary>
    public static ReadOnlyMemory<byte> StatusStyle { get; } = Resource("status.css");

    /// <summary>The stylesheet of feeds that are opened in a browser.</summary>
    public static ReadOnlyMemory<byte> FeedStyle { get; } = Resource("feed.css");

    /// <summary>The script that stands in every page: without it nothing is missing.</summary>
    public static string Script { get; } = Encoding.UTF8.GetString(Resource("page.js"));

    /// <summary>What names that script, and nothing else that could run, in a Content Security Policy.</summary>
    public static string ScriptSource { get; } = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Script)))}'";

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

    /// <summary>A file that is part of the program.</summary>
    public static byte[] Resource(string name)
    {
        using var resource = typeof(Page).Assembly.GetManifestResourceStream(name)!;
        var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    }
}
