using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using NodaTime;

namespace Feeds.Content.Dates;

/// <summary>Which half of the day a time on the twelve-hour clock is in.</summary>
internal enum HalfDay
{
    Unstated,
    Morning,
    Afternoon,
}

/// <summary>A time of day as its parts were written, before they are checked.</summary>
/// <param name="HourDigits">How many digits the hour has: <c>09</c> is no time of the twelve-hour clock.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Clock(int Hour, int HourDigits)
{
    public int? Minute { get; init; }

    public int? Second { get; init; }

    public int Nanosecond { get; init; }

    public HalfDay Half { get; init; }

    /// <summary>Whether it is written as the word <c>midnight</c>.</summary>
    public bool IsMidnight { get; init; }

    /// <summary>Whether it is a mere number, which is a time only beside another one.</summary>
    public bool IsBare => Minute is null && Half == HalfDay.Unstated;

    /// <summary>Whether it is written <c>24:00</c>, the midnight that begins the next day.</summary>
    public bool IsDaysEnd => Hour == 24;

    private bool TakesHalf => Half == HalfDay.Unstated && Hour is >= 1 and <= 12 && !(HourDigits == 2 && Hour < 10);

    private int HourOfDay => Half switch
    {
        HalfDay.Morning => Hour % 12,
        HalfDay.Afternoon => Hour % 12 + 12,
        _ => Hour,
    };

    private int MinuteOfDay => HourOfDay * 60 + (Minute ?? 0);

    public bool IsBefore(Clock other) => MinuteOfDay < other.MinuteOfDay;

    /// <summary>Gives AM or PM to the one time of a range that was written without it.</summary>
    public static void ShareHalf(ref Clock start, ref Clock end)
    {
        if (start.TakesHalf && end.Half != HalfDay.Unstated)
        {
            start = start with { Half = end.Half };
            if (!start.IsBefore(end))
                start = start.InOtherHalf();
        }
        else if (end.TakesHalf && start.Half != HalfDay.Unstated)
        {
            end = end with { Half = start.Half };
            if (!start.IsBefore(end))
                end = end.InOtherHalf();
        }
    }

    public bool TryResolve(out LocalTime time, [NotNullWhen(false)] out string? problem)
    {
        time = default;
        problem = Check();
        if (problem is not null)
            return false;

        // A leap second has no place in a LocalTime.
        var isLeapSecond = Second == 60;
        time = new LocalTime(HourOfDay % 24, Minute ?? 0, isLeapSecond ? 59 : Second ?? 0)
            .PlusNanoseconds(isLeapSecond ? 0 : Nanosecond);
        return true;
    }

    /// <summary>The time as that at which something ends.</summary>
    public bool TryResolveEnd(out EndTime end, [NotNullWhen(false)] out string? problem)
    {
        var isTime = TryResolve(out var time, out problem);
        end = new EndTime(time, IsDaysEnd || IsMidnight);
        return isTime;
    }

    private string? Check()
    {
        if (Half != HalfDay.Unstated && (Hour > 12 || Hour == 0 && Half == HalfDay.Afternoon))
            return DateErrors.HourOfHalf(Hour, Minute ?? 0);
        if (Hour > 24 || IsDaysEnd && (Minute > 0 || Second > 0 || Nanosecond > 0))
            return DateErrors.Hour(Hour);
        if (Minute is > 59)
            return DateErrors.Minute(Minute.Value);
        return Second is > 60 ? DateErrors.Second(Second.Value) : null;
    }

    private Clock InOtherHalf() => this with { Half = Half == HalfDay.Morning ? HalfDay.Afternoon : HalfDay.Morning };
}
