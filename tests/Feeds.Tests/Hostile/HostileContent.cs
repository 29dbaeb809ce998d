using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Feeds.Tests.Hostile;

/// <summary>Files as somebody writes them who may add to a repository and wants more, the same on every machine.</summary>
internal static class HostileContent
{
    /// <summary>What the site says of itself.</summary>
    public const string Settings = "title: Hostile\nurl: https://hostile.example/\ntimezone: Europe/Prague\nauthor: { name: Owner, email: owner@hostile.example }\n";

    /// <summary>What a file's name holds beside its number; all that a disk takes.</summary>
    private static readonly ImmutableArray<string> Names =
    [
        "plain", "\"><injected>", "a'b", "%2e%2e%2fetc", "a\nX-INJECTED:1", "a\r\nSet-Cookie: injected=1", "..;", "a\\..\\b", " ", "#injected", "?injected=1", ":", "\u202Egpj", "\U0001F468\u200D\U0001F469", "|$(injected)`x`", "<script>injected()<", "&injected;", "CON", "a.b.c", "\u0001", "\u2028x",
        "index.html", "{slug}", "+", "é\u0301", "名前", "-----------", "\uFEFFx", "%00", "%", "a;b,c", "long-" + new string('n', 150),
    ];

    private static readonly ImmutableArray<string> Folders = ["posts", "posts/deeper", "events", "events/folder", "notes", "posts/%2e%2e", "posts/\"><injected>", "events/a\nb"];

    private static readonly ImmutableArray<string> Endings = [".md", ".md", ".md", ".markdown", ".mdx"];

    /// <summary>The files in order of number; the first ones are the same whatever the count.</summary>
    public static IEnumerable<HostileFile> Files(int count, int seed) => Enumerable.Range(0, count).Select(number => File(number, (seed * 1_000_003) + number));

    private static HostileFile File(int number, int seed)
    {
        var random = new Random(seed);
        var path = string.Create(CultureInfo.InvariantCulture, $"{Pick(Folders)}/{number:D5} {Pick(Names)}{Pick(Endings)}");
        var kind = random.Next(40);
        var bytes = kind switch
        {
            0 => Noise(random),
            1 => Encoding.UTF8.GetBytes(HostileBombs.Write(random)),
            _ => Encoded(Written(Payloads.Texts, Payloads.Bodies), random),
        };
        return new HostileFile(path, bytes, Padded(Encoding.UTF8.GetBytes(Written(Payloads.Harmless, Payloads.Harmless)), number, bytes.Length));

        string Written(ImmutableArray<string> texts, ImmutableArray<string> bodies) => new HostileDocument(new Random(seed), texts, bodies).Write(number, kind);

        string Pick(ImmutableArray<string> all) => all[random.Next(all.Length)];
    }

    private static byte[] Encoded(string text, Random random) => random.Next(50) == 0 ? [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)] : Encoding.UTF8.GetBytes(text);

    private static byte[] Noise(Random random)
    {
        var bytes = new byte[random.Next(1, 2_000)];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>As many octets as another file has, of words and paragraphs.</summary>
    private static byte[] Padded(byte[] harmless, int number, int octets)
    {
        if (harmless.Length >= octets) return harmless;
        var prose = new StringBuilder();
        for (var word = number; prose.Length < octets - harmless.Length; word++) prose.Append(word % 97 == 0 ? "\n\n" : "lorem ipsum ");
        return [.. harmless, .. Encoding.UTF8.GetBytes(prose.ToString(0, octets - harmless.Length))];
    }
}
