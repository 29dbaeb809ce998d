using System.Collections.Immutable;
using NodaTime;

namespace Feeds.Formats.Calendar;

/// <summary>A form in which components are written: each property is its name, its parameters, then one of the values, which ends it.</summary>
internal interface IComponentWriter
{
    /// <summary>Begins a component, inside the one that is open if there is one, after all properties of that one.</summary>
    /// <param name="component">Its name in capitals.</param>
    void Begin(ReadOnlySpan<byte> component);

    /// <summary>Ends the component that was begun last.</summary>
    /// <param name="component">Its name in capitals.</param>
    void End(ReadOnlySpan<byte> component);

    /// <summary>Begins a property.</summary>
    void Property(ReadOnlySpan<byte> name);

    /// <summary>Says the type of a value which is not that of the property (<c>VALUE</c>, RFC 5545 §3.2.20).</summary>
    void ValueType(ReadOnlySpan<byte> type);

    /// <summary>A parameter whose value needs no quotes.</summary>
    void Keyword(ReadOnlySpan<byte> name, string value);

    /// <summary>A parameter whose value may hold anything.</summary>
    void Parameter(ReadOnlySpan<byte> name, string value);

    /// <summary>The value of a property that the specifications define as text (RFC 5545 §3.3.11).</summary>
    void Text(string value);

    /// <summary>Several texts in one property.</summary>
    void Texts(ImmutableArray<string> values);

    /// <summary>The value of a property that no specification defines (<c>X-…</c>).</summary>
    void Unknown(string value);

    /// <summary>A whole number (RFC 5545 §3.3.8).</summary>
    void Integer(int value);

    /// <summary>A URI in ASCII (RFC 5545 §3.3.13).</summary>
    void Uri(string value);

    /// <summary>The URI of a person, in ASCII (RFC 5545 §3.3.3).</summary>
    void CalendarAddress(string value);

    /// <summary>A date (RFC 5545 §3.3.4).</summary>
    void Date(LocalDate value);

    /// <summary>A time as a clock on the wall shows it, without its fraction of a second (RFC 5545 §3.3.5, form 1 or 3).</summary>
    void Local(LocalDateTime value);

    /// <summary>A time in UTC, without its fraction of a second (RFC 5545 §3.3.5, form 2).</summary>
    void Utc(Instant value);

    /// <summary>A duration of whole seconds (RFC 5545 §3.3.6).</summary>
    void Duration(Duration value);

    /// <summary>An offset from UTC (RFC 5545 §3.3.14).</summary>
    void UtcOffset(Offset value);

    /// <summary>Latitude and longitude (RFC 5545 §3.8.1.6), each a decimal number.</summary>
    void Position(string latitude, string longitude);

    /// <summary>How a time comes back (RFC 5545 §3.3.10), as iCalendar writes it.</summary>
    void Recurrence(string rule);
}
