using NodaTime;

namespace Feeds.Model.Names;

/// <summary>The paths of a document on this server, not percent-encoded.</summary>
/// <param name="Page">Of its page; null when that is elsewhere.</param>
/// <param name="Calendar">Of its calendar file; null for a post.</param>
public sealed record Placement(string? Page, string? Calendar)
{
    internal IEnumerable<string> Paths => new[] { Page, Calendar }.OfType<string>();

    internal string? Name => Page ?? Calendar;
}

/// <summary>The names that a file asks for, and what tells it from others that ask for the same.</summary>
/// <param name="NameDate">The date in the name of the file or its folder; null when there is none.</param>
/// <param name="Id">The id of a post or UID of an event that it writes; null when it writes none.</param>
public sealed record WantedNames(Placement Placement, LocalDate? NameDate, string? Id)
{
    /// <summary>The folder of the document's language, such as <c>/fr</c>; empty for the main language of the site.</summary>
    public string Folder { get; init; } = "";
}
