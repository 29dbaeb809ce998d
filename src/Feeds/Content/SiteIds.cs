using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Model;
using Feeds.Model.Names;

namespace Feeds.Content;

/// <summary>Gives each document of a site an id that no other has.</summary>
/// <param name="copies">The files whose written id is that of another.</param>
/// <param name="site">The address of the site.</param>
internal sealed class SiteIds(FrozenSet<string> copies, Uri site)
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    public ImmutableArray<Diagnostic> Diagnostics => diagnostics.ToImmutable();

    public bool IsUsable(Post post) => IsUsable(post.Path, post.PagePath);

    public bool IsUsable(Event @event) => IsUsable(@event.Path, @event.PagePath);

    public Post WithId(Post post)
    {
        if (!copies.Contains(post.Path) && taken.Add(post.Id)) return post;
        var own = Identifiers.TagUri(site, post.Published.Year, post.Path[..^Path.GetExtension(post.Path).Length]);
        return post with { Id = IdGenerator.Free(own, taken), Source = post.Source with { WrittenId = null } };
    }

    public Event WithUid(Event @event) => !copies.Contains(@event.Path) && taken.Add(@event.Uid)
        ? @event
        : @event with { Uid = IdGenerator.Free(Identifiers.Uid(site, @event.Path), taken), Source = @event.Source with { WrittenId = null } };

    // Only a permalink of site.yaml leads there.
    private bool IsUsable(string path, string? page)
    {
        if (page is null || !ServerPath.IsBelowAFile(page)) return true;
        diagnostics.Add(new Diagnostic(path, 0, Severity.Error, $"its address ({page}) is below what has the name of a file; write another 'permalink:' in site.yaml"));
        return false;
    }
}
