using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Feeds.Tests.Hostile;

/// <summary>Files that are small to write and large to read.</summary>
internal static class HostileBombs
{
    private const int Octets = 40_000;

    /// <summary>Bodies that repeat one thing.</summary>
    private static readonly ImmutableArray<string> Repeated =
    [
        "# a\n", "<h1>a</h1>\n\n", "a\n-\n\n", "1. a\n", "- a\n", "- [ ] a\n", "<!---->\n\n", "<xx>a</xx>", "<br>", "![](a)", "[a](b.md) ", "http://a.b ", "[^a]", "a|b\n", "*a **a ", "`a ", "[", "]", "![", "<", "<a ", "&amp", "<b><p>", "<table>", "<td>", "> ", "```\na\n```\n", "{{< a >}}\n", "{% if a %}", "{", ":::note\n",
        "$$\n", "[[a]] ", "**Date", "**Where**: a\n", "\n", " ", "\t", "word ", "e\u0301", "\\", "---\n", "<div>", "<span>", "<ul><li>", "<select><option>", "<font>", "!!! note\n    a\n", "<!--", "<![CDATA[", "\u202E", "\u2028", "&#x1F600;", "<svg><g>", "<math><mi>", "<p title='",
    ];

    /// <summary>Front matter that says little and means much, with a place for a number.</summary>
    private static readonly ImmutableArray<Func<string>> Headers =
    [
        () => "x: " + new string('[', Octets),
        () => "x:\n" + string.Concat(Enumerable.Range(1, 200).Select(depth => new string(' ', depth) + "a:\n")),
        () => "a: &a [x, x, x, x, x, x, x, x, x]\n" + string.Concat("bcdefghij".Select(c => $"{c}: &{c} [{string.Join(", ", Enumerable.Repeat($"*{(char)(c - 1)}", 9))}]\n")),
        () => "a: &a [*a]",
        () => "a: &a { <<: *a }",
        () => $"a: &a {Many("long ")}\ntags: [{string.Join(',', Enumerable.Repeat("*a", 2_000))}]",
        () => $"tags: [{Numbered("t{0},", 8_000)}]",
        () => $"tags: {Numbered("t{0},", 2_000)}",
        () => Numbered("k{0}: v\n", 4_000),
        () => $"title: {Many("&amp; ")}",
        () => $"slug: {Many("a-")}",
        () => $"permalink: /{Many("%25")}",
        () => $"date: {Many("1 ")}",
        () => $"duration: P{Many("1D")}",
        () => $"timezone: {Many("a/")}",
        () => $"image: {Many("a/../")}",
        () => $"location: {Many("a, ")}",
        () => $"start: 2026-01-01\nevery: {Many("monday and ")}",
        () => $"start: 2026-01-01\nrrule: FREQ=DAILY;BYDAY={Many("MO,")}MO",
        () => "start: 2026-01-01 10:00\nrrule: FREQ=DAILY;COUNT=2147483647",
        () => "start: 2026-01-01 10:00\nrrule: FREQ=YEARLY;INTERVAL=2147483647",
        () => "start: 2026-01-01 10:00\nrrule: FREQ=SECONDLY",
        () => "start: 2026-01-01 10:00\nrrule: FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        () => "start: 2026-01-01 10:00\nrrule: FREQ=YEARLY;BYDAY=1MO;BYSETPOS=366",
        () => "start: 0001-01-01 10:00\nrrule: FREQ=DAILY",
        () => "start: 0001-01-01\nend: 9999-12-31",
        () => "start: 9999-12-31 23:59\nduration: P9999Y",
        () => "start: -9999-01-01\nend: 99999-01-01",
        () => "date: 0000-00-00\nupdated: 9999-12-31T23:59:59-14:00",
        () => "date: 9999-12-31T23:59:60+14:00",
        () => "start: 2026-03-29 02:30\nend: 2026-03-29 02:30\ntimezone: Europe/Nowhere",
        () => $"start: 2026-01-01 10:00\nrrule: FREQ=DAILY\nexdates: [{Numbered("{0}-01-01,", 8_000)}]",
        () => $"start: 2026-01-01 10:00\nrdates: [{Numbered("{0}-01-01,", 8_000)}]",
        () => $"start: 2026-01-01 10:00\nrrule: FREQ=DAILY\noverrides:\n{Numbered("- {{ date: {0}-01-01, status: cancelled }}\n", 1_000)}",
    ];

    public static string Write(Random random) => random.Next(2) == 0
        ? $"---\ntitle: A\ndate: 2025-01-02\n---\n{Many(Repeated[random.Next(Repeated.Length)])}\n"
        : $"---\ntitle: A\ndate: 2025-01-02\n{Headers[random.Next(Headers.Length)]()}\n---\nText.\n";

    private static string Many(string text) => new StringBuilder(Octets).Insert(0, text, Octets / text.Length).ToString();

    private static string Numbered(string format, int count) => string.Concat(Enumerable.Range(1_000, count).Select(number => string.Format(CultureInfo.InvariantCulture, format, number)));
}
