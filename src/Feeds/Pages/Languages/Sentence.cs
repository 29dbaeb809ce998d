using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Feeds.Pages.Languages;

/// <summary>A sentence in which the words in brackets are links.</summary>
public sealed class Sentence : ComponentBase
{
    [Parameter, EditorRequired] public required string Text { get; set; }

    /// <summary>The address of the first link.</summary>
    [Parameter, EditorRequired] public required string First { get; set; }

    [Parameter] public string? Second { get; set; }

    /// <summary>Whether the first link saves a file.</summary>
    [Parameter] public bool IsDownload { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var (index, part) in Text.Split('[').Index())
        {
            if (index == 0 || part.Split(']', 2) is not [var words, var after])
            {
                builder.AddContent(0, part);
                continue;
            }

            builder.OpenElement(1, "a");
            builder.AddAttribute(2, "href", index == 1 ? First : Second);
            if (IsDownload && index == 1) builder.AddAttribute(3, "download", value: true);
            builder.AddContent(4, words);
            builder.CloseElement();
            builder.AddContent(5, after);
        }
    }
}
