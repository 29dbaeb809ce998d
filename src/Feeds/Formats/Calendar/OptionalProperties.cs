using System.Collections.Immutable;
using NodaTime;

namespace Feeds.Formats.Calendar;

/// <summary>Properties without parameters, which are left out where there is no value.</summary>
internal static class OptionalProperties
{
    public static void Text(this IComponentWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is null) return;
        writer.Property(name);
        writer.Text(value);
    }

    public static void Texts(this IComponentWriter writer, ReadOnlySpan<byte> name, ImmutableArray<string> values)
    {
        if (values.IsDefaultOrEmpty) return;
        writer.Property(name);
        writer.Texts(values);
    }

    public static void Unknown(this IComponentWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is null) return;
        writer.Property(name);
        writer.Unknown(value);
    }

    public static void Uri(this IComponentWriter writer, ReadOnlySpan<byte> name, Uri? value)
    {
        if (value is null) return;
        writer.Property(name);
        writer.Uri(Require.Ascii(value));
    }

    /// <summary>A URI in a property that has no type of its own, or another.</summary>
    public static void TypedUri(this IComponentWriter writer, ReadOnlySpan<byte> name, Uri? value)
    {
        if (value is null) return;
        writer.Property(name);
        writer.ValueType("URI"u8);
        writer.Uri(Require.Ascii(value));
    }

    public static void Utc(this IComponentWriter writer, ReadOnlySpan<byte> name, Instant? value)
    {
        if (value is null) return;
        writer.Property(name);
        writer.Utc(value.Value);
    }
}
