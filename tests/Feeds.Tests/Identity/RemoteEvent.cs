using NodaTime;

namespace Feeds.Tests.Identity;

/// <summary>An event as people know it, whatever it is called, by whatever UIDs, in whichever calendars of others.</summary>
/// <param name="number">What all of its titles have in common; every third recurs.</param>
internal sealed class RemoteEvent(int number)
{
    /// <summary>How often it takes place when it recurs.</summary>
    public const int Count = 4;

    private readonly HashSet<int> exceptions = [];
    private readonly Dictionary<int, int> moved = [];
    private string uid = FormattableString.Invariant($"uid-{number}");
    private string title = FormattableString.Invariant($"Event {number}");
    private int hour = 18;
    private bool hasCopy;

    public bool IsThere { get; private set; } = true;

    public bool IsElsewhere { get; private set; }

    public bool IsCancelled { get; private set; }

    /// <summary>Its number with each of its times.</summary>
    public IEnumerable<string> Occurrences => Weeks.Where(week => !exceptions.Contains(week))
        .Select(week => FormattableString.Invariant($"{number} {Time(week, moved.GetValueOrDefault(week, hour))}"));

    /// <summary>The lines of its events in the calendar that it is from.</summary>
    public IEnumerable<string> Here => hasCopy ? [.. Lines(uid), .. Lines($"{uid}-copy")] : Lines(uid);

    /// <summary>The same in another calendar.</summary>
    public IEnumerable<string> Elsewhere => Lines(FormattableString.Invariant($"other-{number}"));

    private bool Recurs => number % 3 == 0;

    private IEnumerable<int> Weeks => Enumerable.Range(0, Recurs ? Count : 1);

    private string Title => IsCancelled ? $"[CANCELLED] {title}" : title;

    /// <summary>Whether one of the calendars has it.</summary>
    public bool IsIn(bool hasOther) => IsThere || (hasOther && IsElsewhere);

    /// <param name="isShown">Whether anybody can see what changes: what is changed while it is away under another UID is another event.</param>
    public void Change(Random random, bool isShown)
    {
        switch (random.Next(9))
        {
            case 0 or 1:
                IsThere = !IsThere;
                break;
            case 2 when isShown:
                hour = random.Next(10, 20);
                break;
            case 3 when isShown:
                title = FormattableString.Invariant($"Renamed {number}{(char)('a' + random.Next(5))}");
                break;
            // Made anew, at the same time and under the same title.
            case 4 when IsThere:
                uid += "x";
                break;
            case 5:
                hasCopy = !hasCopy;
                break;
            case 6:
                IsElsewhere = !IsElsewhere;
                break;
            case 7 when isShown:
                IsCancelled = !IsCancelled;
                break;
            case 8 when Recurs && isShown:
                ChangeDate(random, random.Next(1, Count));
                break;
        }
    }

    private void ChangeDate(Random random, int week)
    {
        if (random.Next(2) == 0)
        {
            if (!exceptions.Remove(week)) exceptions.Add(week);
        }
        else if (!moved.Remove(week))
        {
            moved[week] = random.Next(10, 20);
        }
    }

    private IEnumerable<string> Lines(string id)
    {
        var exdates = exceptions.Order().Select(week => $"\nEXDATE:{Time(week, hour)}");
        var rule = Recurs ? FormattableString.Invariant($"\nRRULE:FREQ=WEEKLY;COUNT={Count}{string.Concat(exdates)}") : "";
        yield return $"UID:{id}\nSUMMARY:{Title}\nDTSTART:{Time(0, hour)}{rule}";
        foreach (var (week, at) in moved.Where(one => !exceptions.Contains(one.Key)))
            yield return $"UID:{id}\nRECURRENCE-ID:{Time(week, hour)}\nSUMMARY:{Title}\nDTSTART:{Time(week, at)}";
    }

    private string Time(int week, int at) =>
        FormattableString.Invariant($"{new LocalDate(2026, 3, 10 + number).PlusWeeks(week):uuuuMMdd}T{at:00}0000Z");
}
