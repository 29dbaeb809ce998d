using Feeds.Content.Dates;
using Feeds.Content.FrontMatter;
using NodaTime;

namespace Feeds.Content;

/// <summary>What the path of a file says of the document in it.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Path">Its path without the ending, for addresses that keep it; an <c>index</c> file has its folder's.</param>
/// <param name="Date">The date at the start of its name or its folder's; null when there is none.</param>
internal sealed record DocumentName(string Slug, string Path, LocalDate? Date)
{
    /// <summary>The name that the path gives.</summary>
    /// <param name="front">The front matter, whose slug wins, and whose own path may hold the date that the file's has not.</param>
    public static DocumentName Of(string path, FrontMatterFields front)
    {
        var slug = front.Text(FieldNames.Slug);
        var bare = path[..^System.IO.Path.GetExtension(path).Length];
        if (System.IO.Path.GetFileName(bare) is "index" && bare.Contains('/', StringComparison.Ordinal)) bare = bare[..bare.LastIndexOf('/')];
        LocalDate? date = FileDate.TryRead(bare, out var written, out var rest) ? written : null;
        if (date is null && front.Text(["path"]) is { } address && FileDate.TryRead(address, out var dated, out _)) date = dated;
        var own = slug is null ? "" : Text.Slug.Of(slug);
        var named = own.Length > 0 ? own : Text.Slug.Of(rest);
        return new DocumentName(named.Length > 0 ? named : Text.Slug.Of(bare), string.Join('/', bare.Split('/').Select(Text.Slug.Of)), date);
    }
}
