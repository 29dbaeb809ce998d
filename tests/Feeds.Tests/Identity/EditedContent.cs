using System.Globalization;
using System.Text;

namespace Feeds.Tests.Identity;

/// <summary>The files of a site, with authors at work.</summary>
internal sealed class EditedContent
{
    private static readonly string[] Zones = ["Europe/Prague", "America/New_York", "Asia/Kolkata", "Pacific/Auckland"];

    private readonly List<Text> texts = [];
    private int domain;
    private int zone;
    private int made;

    public EditedContent(Random random)
    {
        Random = random;
        for (var number = 0; number < 5; number++) Create(isEvent: number % 2 == 1);
    }

    public Random Random { get; }

    /// <summary>Those whose entries may be others than before the last edit.</summary>
    public HashSet<int> Touched { get; } = [];

    /// <summary>Which text lies at each path.</summary>
    public IEnumerable<(string Path, int Text)> Paths => texts.Where(text => !text.IsDeleted).Select(text => (text.Path, text.Number));

    public (string Path, string Text)[] Files =>
    [
        ("site.yaml", string.Create(CultureInfo.InvariantCulture, $"title: Club\nurl: https://club{domain}.example/\ntimezone: {Zones[zone]}\nfeed: {{ entries: 100, content: summary, include: [posts, events] }}\n")),
        .. texts.Where(text => !text.IsDeleted).Select(text => (text.Path, text.ToString())),
    ];

    /// <summary>Does one thing.</summary>
    /// <returns>What it was.</returns>
    public string Edit()
    {
        var there = texts.Where(text => !text.IsDeleted).ToArray();
        var deleted = texts.Where(text => text.IsDeleted).ToArray();
        var text = there[Random.Next(there.Length)];
        var what = Random.Next(14);
        if (what == 0) return Site("domain", () => domain++);
        if (what == 1) return Site("zone", () => zone = (zone + 1) % Zones.Length);
        if (what == 2) return Create(Random.Next(2) == 0);
        if (what == 3 && there.Length > 2) return On(text, "delete", () => text.IsDeleted = true);
        if (what == 4 && deleted.Length > 0) return Restore(deleted[Random.Next(deleted.Length)]);
        return what switch
        {
            5 or 6 => On(text, "rename", () => text.Name = Name("r")),
            7 => On(text, "slug", () => text.Slug = string.Create(CultureInfo.InvariantCulture, $"s{++made}")),
            8 => On(text, "title", () => text.Title = string.Create(CultureInfo.InvariantCulture, $"Title {++made}")),
            9 => On(text, "date", () => text.Day = Random.Next(1, 28)),
            10 => On(text, "cancel", () => text.IsCancelled = !text.IsCancelled),
            11 => Indent(text),
            _ => On(text, "edit", () => text.Revision++),
        };
    }

    private string Create(bool isEvent)
    {
        var text = new Text(texts.Count, isEvent) { Name = Name("n"), Day = Random.Next(1, 28), Year = Random.Next(2) == 0 ? 2025 : 2026 };
        texts.Add(text);
        Touched.Add(text.Number);
        return "create";
    }

    private string On(Text text, string what, Action edit)
    {
        edit();
        Touched.Add(text.Number);
        return string.Create(CultureInfo.InvariantCulture, $"{what} {text.Number}");
    }

    // As a generator writes it: no subscriber sees a difference.
    private static string Indent(Text text)
    {
        text.Indent++;
        return string.Create(CultureInfo.InvariantCulture, $"indent {text.Number}");
    }

    private string Restore(Text text) => On(text, "restore", () =>
    {
        text.IsDeleted = false;
        if (Random.Next(2) == 0) text.Name = Name("b");
    });

    /// <summary>A name that no file has; of some, only folder and date are other than those of the rest.</summary>
    private string Name(string letter)
    {
        made++;
        return Random.Next(3) == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{letter}{made}/meetup")
            : string.Create(CultureInfo.InvariantCulture, $"{(Random.Next(3) == 0 ? $"2026-{1 + (made / 28 % 12):00}-{1 + (made % 28):00}-meetup" : $"{letter}{made}")}");
    }

    private string Site(string what, Action edit)
    {
        edit();
        Touched.UnionWith(texts.Select(text => text.Number));
        return what;
    }

    /// <summary>One text, wherever its file lies.</summary>
    private sealed class Text(int number, bool isEvent)
    {
        public int Number => number;

        public required string Name { get; set; }

        public string Path => $"{(isEvent ? "events" : "posts")}/{Name}.md";

        public string? Slug { get; set; }

        public string Title { get; set; } = string.Create(CultureInfo.InvariantCulture, $"Title of {number}");

        public required int Day { get; set; }

        public required int Year { get; init; }

        public bool IsCancelled { get; set; }

        public bool IsDeleted { get; set; }

        public int Revision { get; set; }

        public int Indent { get; set; }

        public override string ToString()
        {
            var text = new StringBuilder("---\n");
            var pad = new string(' ', 1 + (Indent % 3));
            text.Append(CultureInfo.InvariantCulture, $"title:{pad}{Title}\n{(isEvent ? "start" : "date")}:{pad}{(isEvent ? Year : 2025)}-03-{Day:00}{(isEvent ? " 18:00" : "")}\n");
            if (Slug is not null) text.Append(CultureInfo.InvariantCulture, $"slug:{pad}{Slug}\n");
            if (IsCancelled) text.Append(CultureInfo.InvariantCulture, $"{(isEvent ? "status: cancelled" : "summary: Cancelled")}\n");
            return text.Append(CultureInfo.InvariantCulture, $"---\nText {number}, revision {Revision}.\n").ToString();
        }
    }
}
