using System.Collections.Immutable;
using Feeds.Model;

namespace Feeds.Content;

/// <summary>Sees to it that every document has addresses and identifiers of its own.</summary>
internal sealed class AddressBook
{
    private readonly Dictionary<string, string> owners = Addresses.All.ToDictionary(address => address.Path, address => address.Name, StringComparer.Ordinal);
    private readonly ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    public ImmutableArray<Diagnostic> Diagnostics => diagnostics.ToImmutable();

    /// <summary>Whether the addresses of a post were still free; when not, that is reported.</summary>
    public bool Take(Post post) => Take(post.Path, [(post.PagePath, "address"), (post.Id, "id")]);

    /// <summary>Whether the addresses of an event were still free; when not, that is reported.</summary>
    public bool Take(Event @event) => Take(@event.Path, [(@event.PagePath, "address"), (@event.CalendarPath, "address"), (@event.Uid, "uid")]);

    private bool Take(string path, ReadOnlySpan<(string? Name, string Kind)> names)
    {
        foreach (var (name, kind) in names)
        {
            if (kind == "address" && name is not null && ServerPath.IsBelowAFile(name))
            {
                diagnostics.Add(new Diagnostic(path, 0, Severity.Error, $"its address ({name}) is below what has the name of a file; write another 'slug:'"));
                return false;
            }

            if (name is null || !owners.TryGetValue(Key(name), out var owner)) continue;
            diagnostics.Add(new Diagnostic(path, 0, Severity.Error, $"its {kind} ({name}) is already that of {owner}; write another '{(kind == "address" ? "slug" : kind)}:' in one of the two"));
            return false;
        }

        foreach (var (name, _) in names)
        {
            if (name is not null) owners[Key(name)] = path;
        }

        return true;
    }

    // A static host keeps a page without an ending in a file with one, and a folder's page in its index.html.
    private static string Key(string name)
    {
        if (name.EndsWith("/index.html", StringComparison.Ordinal)) return name[..^"index.html".Length];
        return name.StartsWith('/') && !name.EndsWith('/') && Path.GetExtension(name).Length == 0 ? name + ".html" : name;
    }
}
