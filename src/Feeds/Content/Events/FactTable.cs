namespace Feeds.Content.Events;

/// <summary>Tells a table with a fact in each row from the agenda of an event, whose header names its columns.</summary>
internal static class FactTable
{
    public delegate bool LabelTest(ReadOnlySpan<char> cell);

    /// <param name="body">The body from the first row of a table on.</param>
    /// <returns>Whether no row is a fact, and whether the first is not.</returns>
    public static (bool IsAgenda, bool HasHeader) Read(ReadOnlySpan<char> body, LabelTest isLabel, LabelTest isTime)
    {
        var (row, facts, hasRuler, isSchedule) = (0, 0, false, false);
        var isNamed = false;
        foreach (var range in body.Split('\n'))
        {
            var line = body[range].Trim();
            if (line is not ['|', ..]) break;
            var first = Cell(line[1..], out var rest);
            var second = Cell(rest, out rest);
            if (!rest.IsWhiteSpace()) return (true, true);
            row++;
            if (row == 1)
            {
                isSchedule = isLabel(second);
                isNamed = isTime(first) && second.IndexOfAnyInRange('0', '9') < 0;
            }
            else if (row == 2 && line.IndexOfAnyExcept("-:| ") < 0) hasRuler = true;
            else if (isLabel(first)) facts++;
        }

        return (hasRuler && isSchedule, hasRuler && row > 2 && (isNamed || facts == 0));
    }

    private static ReadOnlySpan<char> Cell(ReadOnlySpan<char> line, out ReadOnlySpan<char> rest)
    {
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] != '|' || (at > 0 && line[at - 1] == '\\')) continue;
            rest = line[(at + 1)..];
            return line[..at];
        }

        rest = default;
        return line;
    }
}
