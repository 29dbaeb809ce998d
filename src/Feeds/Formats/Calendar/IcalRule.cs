using Ical.Net.DataTypes;

namespace Feeds.Formats.Calendar;

/// <summary>A rule of the library that keeps its text: the library writes none of the type that it recommends.</summary>
internal sealed class IcalRule : RecurrenceRule
{
    /// <summary>The library copies rules by this one.</summary>
    public IcalRule()
    {
    }

    public IcalRule(string text)
        : base(text) => Text = text;

    public string Text { get; } = "";
}
