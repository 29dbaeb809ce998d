using System.Text;
using Xunit;

namespace Feeds.Tests.Formats.Calendar;

/// <summary>What the writer wrote, as bytes, lines as they stand and lines unfolded.</summary>
internal static class Written
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static SampleEvent Event { get; } = new();

    public static SampleCalendar Calendar(params SampleEvent[] events) => new([.. events]);

    /// <summary>The lines as they stand, each decoded by itself, so that a fold inside a code point fails.</summary>
    public static string[] FoldedLines(SampleCalendar calendar)
    {
        var bytes = calendar.ToICalendar();
        var lines = new List<string>();
        for (var start = 0; start < bytes.Length;)
        {
            var octets = bytes.AsSpan(start).IndexOf("\r\n"u8);
            Assert.InRange(octets, 1, 75);
            lines.Add(StrictUtf8.GetString(bytes, start, octets));
            start += octets + 2;
        }

        return [.. lines];
    }

    public static string[] Lines(SampleCalendar calendar) =>
        string.Join('\n', FoldedLines(calendar)).Replace("\n ", "", StringComparison.Ordinal).Split('\n');

    /// <summary>The lines of the only event that begin with the given name.</summary>
    public static string[] Lines(SampleEvent @event, params string[] names) =>
        [.. Lines(Calendar(@event)).Where(line => names.Any(name => line.StartsWith(name, StringComparison.Ordinal)))];
}
