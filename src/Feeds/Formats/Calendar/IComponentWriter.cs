namespace Feeds.Formats.Calendar;

/// <summary>A form in which components are written.</summary>
/// <remarks>Each property is its name, its parameters, then one of the values, which ends it.</remarks>
internal interface IComponentWriter
{
    /// <summary>Begins a component, inside the one that is open if there is one, after all properties of that one.</summary>
    void Begin(string component);

    /// <summary>Ends the component that was begun last.</summary>
    void End(string component);

    void Property(string name);

    /// <summary>Says the type of a value which is not that of the property (<c>VALUE</c>, RFC 5545 §3.2.20).</summary>
    void ValueType(string type);

    /// <summary>A parameter whose value needs no quotes.</summary>
    void Keyword(string name, string value);

    /// <summary>A parameter whose value may hold anything.</summary>
    void Parameter(string name, string value);

    /// <summary>The texts of a property that the specifications define as text (RFC 5545 §3.3.11).</summary>
    void Texts(IEnumerable<string> values);

    /// <summary>The value of a property that no specification defines (<c>X-…</c>).</summary>
    void Unknown(string value);

    void Integer(int value);

    /// <summary>A value in ASCII that is written as it is, of a type of RFC 7265 §3.6.</summary>
    void Value(ReadOnlySpan<byte> type, string value);

    void Date(DateOnly value);

    /// <summary>A time as a clock on the wall shows it (RFC 5545 §3.3.5, form 1 or 3).</summary>
    void Local(DateTime value);

    /// <summary>A time in UTC (RFC 5545 §3.3.5, form 2).</summary>
    void Utc(DateTime value);

    /// <summary>An offset from UTC (RFC 5545 §3.3.14).</summary>
    void UtcOffset(TimeSpan value);

    /// <summary>Latitude and longitude (RFC 5545 §3.8.1.6), each a decimal number.</summary>
    void Position(string latitude, string longitude);

    /// <summary>A recurrence rule as iCalendar writes it (RFC 5545 §3.3.10).</summary>
    void Recurrence(string rule);
}
