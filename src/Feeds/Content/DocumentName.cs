using Feeds.Content.Dates;
using Feeds.Content.FrontMatter;
using Feeds.Model.Names;
using NodaTime;

namespace Feeds.Content;

/// <summary>The name and the date of a document, from its path and its front matter.</summary>
/// <param name="Path">The path without its extension, as slugs; that of the folder for an <c>index</c> file.</param>
/// <param name="Date">The date at the start of the name of the file or its folder; null when there is none.</param>
internal sealed record DocumentName(string Slug, string Path, LocalDate? Date)
{
    public static DocumentName Of(string path, FrontMatterFields front)
    {
        if (EntryPath.FileOf(path) is { } list) return OfEntry(list, EntryPath.KeyOf(path), front);
        var bare = path[..^System.IO.Path.GetExtension(path).Length];
        if (bare.EndsWith("/index", StringComparison.Ordinal)) bare = bare[..^"/index".Length];
        LocalDate? date = FileDate.TryRead(bare, out var fileDate, out var rest) ? fileDate : null;
        if (date is null && front.Text(["path"]) is { } address && FileDate.TryRead(address, out var pathDate, out _)) date = pathDate;
        string[] slugs = [Text.Slug.Of(front.Text(FieldNames.Slug) ?? ""), Text.Slug.Of(rest), Text.Slug.Of(bare)];
        var slug = slugs.FirstOrDefault(candidate => candidate.Length > 0, "");
        return new DocumentName(slug, string.Join('/', bare.Split('/').Select(Text.Slug.Of)), date);
    }

    private static DocumentName OfEntry(string list, string key, FrontMatterFields front)
    {
        string[] slugs = [Text.Slug.Of(front.Text(FieldNames.Slug) ?? ""), Text.Slug.Of(front.Text(FieldNames.Title) ?? ""), key];
        var slug = slugs.First(candidate => candidate.Length > 0);
        var folders = list[..^System.IO.Path.GetExtension(list).Length].Split('/').Select(Text.Slug.Of);
        return new DocumentName(slug, string.Join('/', folders.Append(slug)), Date: null);
    }
}
