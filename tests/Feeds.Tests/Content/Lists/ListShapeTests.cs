using Xunit;

namespace Feeds.Tests.Content.Lists;

/// <summary>Every form in which communities list their events in one file.</summary>
public sealed class ListShapeTests
{
    private const string A = "A 20260210T180000 20260210T200000";
    private const string B = "B 20260310T180000 20260310T200000";

    [Theory]
    // A list, and what holds one.
    [InlineData("_data/events.yml", "- title: A\n  start: 2026-02-10 18:00\n  duration: 2h\n- title: B\n  start: 2026-03-10 18:00\n  duration: 2h\n")]
    [InlineData("events.yaml", "# ours\n---\n- { title: A, start: 2026-02-10T18:00, end: '20:00' }\n- { title: B, start: 2026-03-10T18:00, end: '20:00' }\n")]
    [InlineData("data/meetups.yml", "events:\n- name: A\n  date: 2026-02-10\n  time: 18:00-20:00\n- name: B\n  date: 2026-03-10\n  time: 18:00-20:00\n")]
    [InlineData("src/_data/events.yml", "title: All\nitems:\n  - name: A\n    date: 2026-02-10\n    start: '18:00'\n    end: '20:00'\n  - name: B\n    date: 2026-03-10\n    start: '18:00'\n    end: '20:00'\n")]
    [InlineData("src/data/events.yml", "upcoming:\n  - { name: B, start: 2026-03-10T18:00, duration: 2h }\npast:\n  - { name: A, start: 2026-02-10T18:00, duration: 2h }\n")]
    [InlineData("_data/events.yml", "- year: 2026\n  events:\n    - { name: B, start: 2026-03-10T18:00, duration: 2h }\n    - { name: A, start: 2026-02-10T18:00, duration: 2h }\n")]
    [InlineData("_data/events.yml", "2026:\n  - { name: B, start: 2026-03-10T18:00, duration: 2h }\n  - { name: A, start: 2026-02-10T18:00, duration: 2h }\n")]
    [InlineData("_data/events.yml", "a: { title: A, start: 2026-02-10T18:00, duration: 2h }\nb: { title: B, start: 2026-03-10T18:00, duration: 2h }\nshow: { all: true }\n")]
    [InlineData("_data/events.yml", "title: A\nstart: 2026-02-10T18:00\nduration: 2h\n---\ntitle: B\nstart: 2026-03-10T18:00\nduration: 2h\n---\n")]
    [InlineData("_data/events.yml", "- event: { title: A, start: 2026-02-10T18:00, duration: 2h }\n- event: { title: B, start: 2026-03-10T18:00, duration: 2h }\n")]
    [InlineData("_data/events.yml", "x: &x { duration: 2h }\nevents:\n  - { title: A, start: 2026-02-10T18:00, duration: 2h }\n  - { title: B, start: 2026-03-10T18:00, duration: 2h, more: *x }\n")]
    [InlineData("events/2026.yml", "- title: A\n  start: 2026-02-10 18:00\n  duration: 2h\n- title: B\n  start: 2026-03-10 18:00\n  duration: 2h\n")]
    // JSON.
    [InlineData("_data/events.json", """[{"title": "A", "start": "2026-02-10T18:00", "duration": "2h"}, {"title": "B", "start": "2026-03-10T18:00", "duration": "2h"}]""")]
    [InlineData("src/_data/events.json", """{"events": [{"title": "A", "start": "2026-02-10T18:00", "duration": "2h", "link": null}, {"title": "B", "start": "2026-03-10T18:00", "duration": "2h",}]}""")]
    [InlineData("events/2026.json", "\uFEFF{\"b\": {\"title\": \"B\", \"start\": \"2026-03-10T18:00\", \"duration\": \"2h\"}, // late\n\"a\": {\"title\": \"A\", \"start\": \"2026-02-10T18:00\", \"duration\": \"2h\"}}")]
    [InlineData("meetups.json", """{"data": {"year": 2026, "items": [{"title": "A", "start": "2026-02-10T18:00", "duration": "2h"}, {"title": "B", "start": "2026-03-10T18:00", "duration": "2h"}]}}""")]
    [InlineData("data/events.json", """[[{"title": "A", "start": "2026-02-10T18:00", "duration": "2h"}], [{"title": "B", "start": "2026-03-10T18:00", "duration": "2h"}]]""")]
    // TOML.
    [InlineData("data/events.toml", "[[events]]\ntitle = 'A'\nstart = 2026-02-10T18:00:00\nduration = '2h'\n[[events]]\ntitle = 'B'\nstart = 2026-03-10T18:00:00\nduration = '2h'\n")]
    [InlineData("events.toml", "[a]\ntitle = 'A'\nstart = 2026-02-10T18:00:00\nduration = '2h'\n[b]\ntitle = 'B'\ndate = 2026-03-10\ntime = '18:00-20:00'\n")]
    [InlineData("meetups/all.toml", "events = [{title = 'A', date = 2026-02-10, time = '18:00-20:00'}, {title = 'B', date = 2026-03-10, time = '18:00-20:00'}]\n")]
    // CSV.
    [InlineData("_data/events.csv", "title,start,end\nA,2026-02-10 18:00,20:00\nB,2026-03-10 18:00,20:00\n")]
    [InlineData("_data/meetups.csv", "\uFEFFName;Start Date;Start Time;End Time\r\nA;2026-02-10;18:00;20:00\r\n;;;\r\n\r\nB;2026-03-10;18:00;20:00")]
    [InlineData("events/2026.csv", "Subject\tStart Date\tStart Time\tEnd Time\nA\t2026-02-10\t6:00 PM\t8:00 PM\nB\t2026-03-10\t6:00 PM\t8:00 PM\n")]
    [InlineData("events.csv", "\"TITLE\",\"START\",\"DURATION\",\"Note\"\n\"A\",\"2026-02-10 18:00\",\"2h\",\"one, \"\"two\"\",\nthree\"\nB,2026-03-10 18:00,2h,\n")]
    [InlineData("data/events.csv", "title, start , duration\n\"A\" , 2026-02-10 18:00 , 2h\nB, 2026-03-10 18:00, 2h\n")]
    // Front matter and a table.
    [InlineData("events/index.md", "---\ntitle: All\nevents:\n  - { title: A, start: 2026-02-10T18:00, duration: 2h }\n  - { title: B, start: 2026-03-10T18:00, duration: 2h }\n---\nText.\n")]
    [InlineData("events/_index.md", "+++\ntitle = 'All'\ndate = 2025-01-01\n[[events]]\ntitle = 'A'\nstart = 2026-02-10T18:00:00\nduration = '2h'\n[[events]]\ntitle = 'B'\nstart = 2026-03-10T18:00:00\nduration = '2h'\n+++\n")]
    [InlineData("events/list.md", "# All\n\n| Date | Time | Event |\n|---|---|---|\n| 2026-02-10 | 18:00-20:00 | **A** |\n| 2026-03-10 | 18:00-20:00 | B |\n\nMore.\n")]
    [InlineData("events/list.md", "---\ntitle: All\n---\nDate | Title | From | End\n:-- | --: | --- | ---\n10 Feb 2026 18:00 | A | x | 20:00\n2026-03-10 18:00 | B | x | 20:00\n")]
    // The names of iCalendar.
    [InlineData("_data/events.yml", "- SUMMARY: A\n  DTSTART;TZID=Europe/Prague: 20260210T180000\n  DTEND;TZID=Europe/Prague: 20260210T200000\n- SUMMARY: B\n  DTSTART: 20260310T180000\n  DTEND: 20260310T200000\n")]
    [InlineData("_data/events.yml", "- talk: A\n  date: 2026-02-10 18:00\n  duration: 2h\n- conference: B\n  date: 2026-03-10 18:00\n  duration: 2h\n")]
    public void ReadsEveryEvent_OfAList(string path, string text)
    {
        Assert.Equal([A, B], ReadList.Of(path, text).Where(line => !line.StartsWith(path, StringComparison.Ordinal)));
    }
}
