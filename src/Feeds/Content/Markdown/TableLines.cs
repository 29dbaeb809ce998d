namespace Feeds.Content.Markdown;

/// <summary>Follows the lines of a text through its tables, of which it takes each line once and in order.</summary>
internal sealed class TableLines
{
    /// <summary>Begin the line below the head of a table.</summary>
    public static readonly string[] Marks = ["\n|-", "\n|:-", "\n| -", "\n| :-"];

    private Place place;

    private enum Place
    {
        Elsewhere,
        Head,
        Rows,
        BelowRows,
    }

    /// <summary>Takes the next line without the blanks around it; true when it is text or a caption below a table.</summary>
    public bool Take(ReadOnlySpan<char> words)
    {
        var before = place;
        place = words switch
        {
            [] when before is Place.Rows or Place.BelowRows => Place.BelowRows,
            ['|', ..] when before is Place.Rows || (before is Place.Head && IsRuler(words)) => Place.Rows,
            ['|', ..] => Place.Head,
            _ when before is Place.Rows && words.Contains('|') => Place.Rows,
            _ => Place.Elsewhere,
        };
        return place == Place.Elsewhere && (before == Place.Rows || (before == Place.BelowRows && words is [':', ' ', ..]));
    }

    private static bool IsRuler(ReadOnlySpan<char> words) => words.Contains('-') && words.IndexOfAnyExcept("|-: \t") < 0;
}
