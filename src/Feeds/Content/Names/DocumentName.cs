using Feeds.Content.Dates;
using Feeds.Content.FrontMatter;
using Feeds.Content.Languages;
using Feeds.Model.Names;
using NodaTime;

namespace Feeds.Content.Names;

/// <summary>The name and the date of a document, from its path and its front matter.</summary>
/// <param name="Path">The path without its extension, as slugs; that of the folder for an <c>index</c> file.</param>
/// <param name="Date">The date at the start of the name of the file or its folder; null when there is none.</param>
/// <param name="Folder">The folder in which site generators put a translation; empty for the language of the site.</param>
internal sealed record DocumentName(string Slug, string Path, LocalDate? Date, string Folder = "")
{
    /// <summary>The title in the front matter, for addresses made of it.</summary>
    public string? Title { get; init; }

    public static DocumentName Of(LocalizedPath file, FrontMatterFields front)
    {
        if (EntryPath.FileOf(file.Plain) is not null) return OfEntry(file, front);
        var bare = WithoutIndex(file.Plain);
        LocalDate? date = FileDate.TryRead(bare, out var fileDate, out var rest) ? fileDate : null;
        if (date is null && front.Text(["path"]) is { } address && FileDate.TryRead(address, out var pathDate, out _)) date = pathDate;
        string[] slugs = [Text.Slug.Of(front.Text(FieldNames.Slug) ?? ""), Text.Slug.Of(rest), Text.Slug.Of(bare)];
        var slug = slugs.FirstOrDefault(candidate => candidate.Length > 0, "");
        return new DocumentName(slug, string.Join('/', WithoutIndex(file.Below).Split('/').Select(Text.Slug.Of)), date, file.Folder)
        {
            Title = front.Text(FieldNames.Title),
        };
    }

    private static string WithoutIndex(string path)
    {
        var bare = path[..^System.IO.Path.GetExtension(path).Length];
        return bare.EndsWith("/index", StringComparison.Ordinal) ? bare[..^"/index".Length] : bare;
    }

    private static DocumentName OfEntry(LocalizedPath file, FrontMatterFields front)
    {
        var (list, key) = (EntryPath.FileOf(file.Below)!, EntryPath.KeyOf(file.Below));
        string[] slugs = [Text.Slug.Of(front.Text(FieldNames.Slug) ?? ""), Text.Slug.Of(front.Text(FieldNames.Title) ?? ""), key];
        var slug = slugs.First(candidate => candidate.Length > 0);
        var folders = list[..^System.IO.Path.GetExtension(list).Length].Split('/').Select(Text.Slug.Of);
        return new DocumentName(slug, string.Join('/', folders.Append(slug)), Date: null, file.Folder);
    }
}
