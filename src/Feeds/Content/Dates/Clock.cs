using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using NodaTime;

namespace Feeds.Content.Dates;

/// <summary>The half of the day of a time on the 12-hour clock.</summary>
internal enum HalfDay
{
    Unstated,
    Morning,
    Afternoon,
}

/// <summary>The written parts of a time of day, before they are checked.</summary>
/// <param name="HourDigits">The number of digits of the hour, because <c>09</c> is not on the 12-hour clock.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Clock(int Hour, int HourDigits)
{
    public int? Minute { get; init; }
    public int? Second { get; init; }
    public int Nanosecond { get; init; }
    public HalfDay Half { get; init; }
    public bool IsMidnight { get; init; }

    /// <summary>Whether it is only a number, which is a time only beside another one.</summary>
    public bool IsBare => Minute is null && Half == HalfDay.Unstated;

    /// <summary>Whether it is <c>24:00</c>, the midnight that begins the next day.</summary>
    public bool IsEndOfDay => Hour == 24;

    private bool TakesHalf => Half == HalfDay.Unstated && Hour is >= 1 and <= 12 && !(HourDigits == 2 && Hour < 10);

    private int HourOfDay => Half switch
    {
        HalfDay.Morning => Hour % 12,
        HalfDay.Afternoon => Hour % 12 + 12,
        _ => Hour,
    };

    private int MinuteOfDay => HourOfDay * 60 + (Minute ?? 0);

    public bool IsBefore(Clock other) => MinuteOfDay < other.MinuteOfDay;

    /// <summary>Applies the AM or PM of one time of a range to the other.</summary>
    public static void ShareHalf(ref Clock start, ref Clock end)
    {
        if (start.TakesHalf && end.Half != HalfDay.Unstated)
        {
            start = start with { Half = end.Half };
            if (!start.IsBefore(end)) start = start.InOtherHalf();
        }
        else if (end.TakesHalf && start.Half != HalfDay.Unstated)
        {
            end = end with { Half = start.Half };
            if (!start.IsBefore(end)) end = end.InOtherHalf();
        }
    }

    public bool TryResolve(out LocalTime time, [NotNullWhen(false)] out string? problem)
    {
        time = default;
        problem = Check();
        if (problem is not null) return false;

        // LocalTime cannot represent a leap second.
        var isLeapSecond = Second == 60;
        time = new LocalTime(HourOfDay % 24, Minute ?? 0, isLeapSecond ? 59 : Second ?? 0)
            .PlusNanoseconds(isLeapSecond ? 0 : Nanosecond);
        return true;
    }

    public bool TryResolveEnd(out EndTime end, [NotNullWhen(false)] out string? problem)
    {
        var isTime = TryResolve(out var time, out problem);
        end = new EndTime(time, IsEndOfDay || IsMidnight);
        return isTime;
    }

    private string? Check()
    {
        if (Half != HalfDay.Unstated && (Hour > 12 || Hour == 0 && Half == HalfDay.Afternoon))
            return DateErrors.HourOfHalf(Hour, Minute ?? 0);
        if (Hour > 24 || IsEndOfDay && (Minute > 0 || Second > 0 || Nanosecond > 0)) return DateErrors.Hour(Hour);
        if (Minute is > 59) return DateErrors.Minute(Minute.Value);
        return Second is > 60 ? DateErrors.Second(Second.Value) : null;
    }

    private Clock InOtherHalf() => this with { Half = Half == HalfDay.Morning ? HalfDay.Afternoon : HalfDay.Morning };
}
