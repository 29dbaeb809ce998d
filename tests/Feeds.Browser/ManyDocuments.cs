using Feeds.Tests;

namespace Feeds.Browser;

/// <summary>A folder of more posts, events and tags than one page lists.</summary>
internal static class ManyDocuments
{
    private const int Posts = 130;
    private const int Events = 60;

    public static void Write(TempFolder folder)
    {
        folder.Write("site.yaml", "title: Many Evenings\nurl: https://many.example/\ntimezone: Europe/Prague\n");
        for (var number = 0; number < Posts; number++)
        {
            folder.Write(FormattableString.Invariant($"posts/{number}.md"), FormattableString.Invariant($"---\ntitle: A title of the usual length, number {number}\ndate: 2025-{1 + (number % 12)}-{1 + (number % 28)}\ntags: [one, tag {number}]\nauthor: Somebody\n---\nText.\n"));
        }

        for (var number = 0; number < Events; number++)
        {
            folder.Write(FormattableString.Invariant($"events/{number}.md"), FormattableString.Invariant($"---\ntitle: An evening of the usual length, number {number}\nstart: {2026 + (number % 2)}-{1 + (number % 12)}-{1 + (number % 28)} 18:00\nduration: 2h\nlocation: {{ name: Library, address: Main Street 1 }}\nseries: Evenings\ntags: [one]\n---\nText.\n"));
        }
    }
}
