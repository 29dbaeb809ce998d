using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Tests.Interop;

/// <summary>Many events, of whose texts lines are folded before, in and after every kind of character that must not be parted.</summary>
internal static class ManyEvents
{
    private const int Count = 2_000;
    private const int EventsOfADay = 12;

    /// <summary>How far the characters are moved along the line: once over all of it and a little more.</summary>
    private const int Positions = 81;

    private static readonly LocalDate FirstDay = new(2026, 1, 1);

    private static readonly string[] Clusters =
    [
        "\U0001F600",
        "\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466",
        "\U0001F469\U0001F3FD\u200D\U0001F4BB",
        "\U0001F1E8\U0001F1FF",
        "q\u0323\u0307",
        "\u05E9\u05C1\u05B8\u05DC\u05D5\u05B9\u05DD",
        "\u0645\u064F\u0631\u064E\u062D\u0651",
        "\u0928\u092E\u0938\u094D\u0924\u0947",
        "\u6771\u4EAC",
        "a,b;c",
    ];

    /// <summary>The files by path.</summary>
    public static ImmutableArray<(string Path, string Text)> Files { get; } =
    [
        ("site.yaml", "title: Many\nurl: https://many.example/\ntimezone: Asia/Tokyo\n"),
        .. Enumerable.Range(0, Count).Select(number => (FormattableString.Invariant($"events/{number}.md"), FormattableString.Invariant($"""
            ---
            uid: {number}@many.example
            title: '{Text(number)} {number}'
            start: {LocalDatePattern.Iso.Format(Day(number))}T18:30
            duration: PT2H
            location: '{Text(number + 1)}'
            ---

            {Text(number + 2)} {Text(number + 3)}
            """))),
    ];

    /// <summary>The events in order of UID; there is no summer time in Tokyo.</summary>
    public static ImmutableArray<ObservedEvent> Events { get; } =
    [
        .. Enumerable.Range(0, Count)
            .Select(number => new ObservedEvent(
                FormattableString.Invariant($"{number}@many.example"),
                LocalDatePattern.Iso.Format(Day(number)) + "T09:30:00Z",
                LocalDatePattern.Iso.Format(Day(number)) + "T11:30:00Z",
                FormattableString.Invariant($"{Text(number)} {number}"),
                Text(number + 1),
                "CONFIRMED",
                FormattableString.Invariant($"{Text(number + 2)} {Text(number + 3)}\n\nhttps://many.example/events/{number}/")))
            .OrderBy(@event => @event.Uid, StringComparer.Ordinal),
    ];

    private static LocalDate Day(int number) => FirstDay.PlusDays(number / EventsOfADay);

    // Every cluster comes at every position: there are as many texts as pairs of the two.
    private static string Text(int number)
    {
        var cluster = Clusters[number % Clusters.Length];
        return new string('x', number / Clusters.Length % Positions) + cluster + cluster;
    }
}
