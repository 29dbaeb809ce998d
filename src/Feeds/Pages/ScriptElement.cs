using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Feeds.Pages;

/// <summary>A script element, for which Razor has no syntax of its own.</summary>
public sealed class ScriptElement : ComponentBase
{
    /// <summary>The media type of data; null for a script.</summary>
    [Parameter] public string? Type { get; set; }

    /// <summary>The publication of the page, for a script that needs it.</summary>
    [Parameter] public string? Version { get; set; }

    /// <summary>Nothing in it may end the element.</summary>
    [Parameter, EditorRequired] public required string Text { get; set; }

    // Razor would escape the plus sign of application/ld+json, and programs that search the text would miss it.
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var script = new HtmlParser().ParseDocument("").CreateElement("script");
        if (Type is not null) script.SetAttribute("type", Type);
        if (Version is not null) script.SetAttribute("data-version", Version);
        script.TextContent = Text;
        builder.AddMarkupContent(0, script.OuterHtml);
    }
}
