namespace Feeds.Model.Names;

/// <summary>The names of what <c>build</c> keeps in an output folder for itself.</summary>
internal static class OutputNames
{
    /// <summary>The list of the files that it wrote; a folder with such a list is not read as content.</summary>
    public const string List = ".feeds-files";
}
