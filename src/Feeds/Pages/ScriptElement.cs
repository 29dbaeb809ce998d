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

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "script");
        builder.AddAttribute(1, "type", Type);
        builder.AddAttribute(2, "data-version", Version);
        builder.AddMarkupContent(3, Text);
        builder.CloseElement();
    }
}
