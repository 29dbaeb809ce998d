using Feeds.Model;
using Microsoft.AspNetCore.Components;

namespace Feeds.Pages.Languages;

/// <summary>A part of a page that speaks the language of its site.</summary>
public abstract class SiteComponent : ComponentBase
{
    [Parameter, EditorRequired] public required SiteSettings Settings { get; set; }

    private protected Words Words => Words.Of(Settings);
}
