using Feeds.Content.Dates;
using Feeds.Content.Headers;
using Feeds.Content.Rules;
using Feeds.Model;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Content;

/// <summary>Finds what is written of an event's start: a day, the time of day beside it, and the ends of ranges.</summary>
internal sealed class EventStartReader(FrontMatter front, BodyFacts facts, RulePhrase? every, SiteSettings settings, Report report)
{
    /// <summary>The field that says when an event starts.</summary>
    public static Field? StartField(FrontMatter front) => front.Find(Keys.Start) ?? front.FindText(["date"]);

    /// <summary>What is written of the start; null when that is nothing that can be read, which is then reported.</summary>
    public Beginning? Read(LocalDate? nameDate) => Written(nameDate) is { } written ? WithPhrase(written) : null;

    private Beginning? Written(LocalDate? nameDate)
    {
        var written = StartField(front) is { } field ? FromField(field) : null;
        var said = facts.Date is null ? null : FromField(facts.Date);
        if (written is null && said is null)
        {
            if (nameDate is { } date) return WithTimes(new Beginning(new DateText(date), null, new Field("the file's name", new TextValue(LocalDatePattern.Iso.Format(date), 1), 1)));
            if (StartField(front) is null && facts.Date is null) report.Error(1, $"an event needs a start; write one above the text, such as 'start: 2024-02-21T18:30'");
            return null;
        }

        if (written is not null && said is not null && written.Date.Date != said.Date.Date)
        {
            WarnOfOther(said.Field, written.Field);
            return WithTimes(written);
        }

        // The day of the front matter, the hour of the body: the two say one thing together.
        var both = written is { Date.Time: null } && said?.Date.Time is not null ? said : written ?? said!;
        return WithTimes(both with { End = both.End ?? said?.End });
    }

    private Beginning? FromField(Field field)
    {
        if (field.Value is MapValue map) return FromMap(field, map);
        var text = PlainText(field);
        if (DateRangeReader.TryRead(text, settings.Dates, out var range, out var problem)) return new Beginning(range.Start, range.End, field);
        if (DateReader.TryRead(text, settings.Dates, out var date, out _)) return new Beginning(date, null, field);
        report.Error(field.Line, $"'{field.Key}' ({field.Text()}) {problem}");
        return null;
    }

    /// <summary>A start that is parted into keys, such as <c>{yyyy_mm_dd, utc_hh_mm}</c>.</summary>
    public Beginning? FromMap(Field field, MapValue map)
    {
        var parts = new FrontMatter(map);
        if (parts.FindText(Keys.DatePart) is not { } day)
        {
            report.Error(field.Line, $"'{field.Key}' has no date below it; write '{field.Key}: 2024-02-21T18:30'");
            return null;
        }

        if (FromField(day) is not { } start || Time(parts.FindText(Keys.TimePart) ?? parts.FindText(Keys.UtcTimePart)) is not { } time) return FromField(day);
        var offset = parts.FindText(Keys.TimePart) is null ? Offset.Zero : time.Text.Offset;
        return start with { Date = start.Date with { Time = time.Text.Start, Offset = offset }, Field = time.Field };
    }

    /// <summary>Adds the time of day that stands apart from the date.</summary>
    private Beginning WithTimes(Beginning start)
    {
        var written = Time(front.FindText(Keys.StartTime));
        var said = Time(facts.Time);
        if (written is { } time && said is { } other && time.Text.Start != other.Text.Start)
        {
            WarnOfOther(other.Field, time.Field);
            said = null;
        }

        if ((written ?? said) is not { } used) return start;
        if (start.Date.Time is { } own)
        {
            if (own != used.Text.Start) WarnOfOther(used.Field, start.Field);
            return start;
        }

        var date = start.Date with { Time = used.Text.Start, Offset = used.Text.Offset, Abbreviation = used.Text.Abbreviation };
        return start with { Date = date, EndTime = (used.Text.End ?? said?.Text.End) is { } end ? (end, used.Field) : null, Field = used.Field };
    }

    /// <summary>Adds the time of day of the phrase that says how it comes back.</summary>
    private Beginning WithPhrase(Beginning start)
    {
        if (every?.Time is not { } time || front.FindText(Keys.Every) is not { } field) return start;
        if (start.Date.Time is { } own && own != time.Start)
        {
            WarnOfOther(field, start.Field);
            return start;
        }

        var timed = start.Date.Time is null ? start with { Date = start.Date with { Time = time.Start, Offset = time.Offset, Abbreviation = time.Abbreviation }, Field = field } : start;
        return timed.EndTime is null && time.End is { } end ? timed with { EndTime = (end, field) } : timed;
    }

    private void WarnOfOther(Field other, Field used) =>
        report.Warning(other.Line, $"'{other.Key}' ({other.Text()}) disagrees with '{used.Key}' ({used.Text()}) on line {used.Line}, which is used");

    /// <summary>The time of day that a field says.</summary>
    public (TimeText Text, Field Field)? Time(Field? field)
    {
        if (field is null) return null;
        if (TimeReader.TryRead(PlainText(field), out var time, out var problem)) return (time, field);
        report.Error(field.Line, $"'{field.Key}' ({field.Text()}) {problem}");
        return null;
    }

    /// <summary>What a field says, without the marks of the body that it may come from.</summary>
    public string PlainText(Field field) => ReferenceEquals(field, facts.Date) || ReferenceEquals(field, facts.Time) || ReferenceEquals(field, facts.End) ? BodyFacts.Plain(field) : field.Text() ?? "";
}

/// <summary>What is written of the start.</summary>
/// <param name="End">The end of a range of dates.</param>
/// <param name="Field">Where the start is written.</param>
/// <param name="EndTime">The end of a range of times.</param>
internal sealed record Beginning(DateText Date, DateText? End, Field Field, (LocalTime Time, Field Field)? EndTime = null);
