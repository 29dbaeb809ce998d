using System.Globalization;
using System.Text;
using Feeds.Tests;

namespace Feeds.Benchmarks;

/// <summary>A folder of posts as people write them, the same on every machine.</summary>
internal sealed class GeneratedSite
{
    private const int OctetsOfPost = 8 * 1024;

    private static readonly string[] Words =
        ("the a of and to in is it that was for on with as at by we our this from or not are be have had one all which when there their what so up out if about " +
        "lamp river kettle garden program window table reader letter winter bridge music paper stone answer question evening harbour machine story village engine " +
        "small quiet early bright careful common heavy simple sudden warm write read build carry follow gather listen measure repair remember share wander").Split(' ');

    private readonly Random random = new(20_240_221);
    private readonly StringBuilder text = new();

    private const int Tags = 2_800;

    /// <summary>What <c>site.yaml</c> says of every generated site.</summary>
    public const string Settings = "title: Generated\nurl: https://example.org/\ntimezone: Europe/Prague\n";

    /// <summary>Writes a content folder named <c>content</c> below a folder.</summary>
    /// <param name="settings">What <c>site.yaml</c> says beside the title and the address.</param>
    /// <returns>The file of the newest post, as it is named on the disk.</returns>
    public static string Write(TempFolder disk, string folder, int posts, string settings = "")
    {
        var site = new GeneratedSite();
        disk.Write($"{folder}/content/site.yaml", Settings + settings);
        for (var number = 0; number < posts; number++) disk.Write(PathOf(number), site.Post(number));
        return PathOf(posts - 1);

        string PathOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{folder}/content/posts/post-{number:D5}.md");
    }

    /// <summary>The front matter and the text of events, which are shorter than posts.</summary>
    public static IEnumerable<(string Front, string Body)> Events(int count)
    {
        var site = new GeneratedSite();
        string[] halls = [.. Enumerable.Range(1, 60).Select(number => string.Create(CultureInfo.InvariantCulture, $"{site.Sentence(2, 3).TrimEnd('.')} Hall\naddress: {number} {site.Sentence(1, 1).TrimEnd('.')} Street, Vrbohrad"))];
        for (var number = 0; number < count; number++)
        {
            var start = new DateTime(2005, 1, 3, site.random.Next(9, 21), 30, 0, DateTimeKind.Utc).AddDays(number * 4 / 5);
            var front = string.Create(CultureInfo.InvariantCulture, $"title: {site.Sentence(3, 7).TrimEnd('.')}\nstart: {start:yyyy-MM-dd HH:mm}\nduration: 2h\nlocation: {halls[site.random.Next(halls.Length)]}\nlink: https://meet.example/{number}\ntags: [{site.Word()}, {site.Word()}]\n");
            var sentences = string.Join(' ', Enumerable.Range(0, site.random.Next(1, 5)).Select(_ => site.Sentence(5, 14)));
            yield return (front, site.random.Next(4) == 0 ? $"{sentences}\n\n{site.Phrase()}" : sentences);
        }
    }

    /// <summary>The first of the posts.</summary>
    public static string OnePost() => new GeneratedSite().Post(0);

    private string Post(int number)
    {
        text.Clear();
        var published = new DateTime(2010, 1, 1, 8, 0, 0, DateTimeKind.Utc).AddHours(number);
        text.Append(CultureInfo.InvariantCulture, $"---\ntitle: \"{Sentence(3, 8).TrimEnd('.')}\"\ndate: {published:yyyy-MM-dd'T'HH:mm:ss'Z'}\n");
        text.Append(CultureInfo.InvariantCulture, $"tags: [{Tag()}, {Tag()}]\ndescription: {Sentence(8, 16)}\n---\n\n");
        while (text.Length < OctetsOfPost) WriteBlock();
        return text.ToString();
    }

    private void WriteBlock()
    {
        switch (random.Next(12))
        {
            case 0:
                text.Append(CultureInfo.InvariantCulture, $"{new string('#', random.Next(2, 5))} {Sentence(2, 6).TrimEnd('.')}\n\n");
                break;
            case 1:
                WriteLines(3, 7, _ => $"- {Phrase()}");
                break;
            case 2:
                WriteLines(3, 6, number => string.Create(CultureInfo.InvariantCulture, $"{number}. {Phrase()}"));
                break;
            case 3:
                text.Append("```csharp\n");
                WriteLines(3, 9, number => string.Create(CultureInfo.InvariantCulture, $"var {Word()}{number} = {Word()}.{Word()}(\"{Word()}\", {random.Next(1000)}); // <{Word()}> & so on"));
                text.Insert(text.Length - 1, "```\n");
                break;
            case 4:
                WriteLines(1, 3, _ => $"> {Phrase()}");
                break;
            case 5:
                text.Append(CultureInfo.InvariantCulture, $"| {Word()} | {Word()} |\n|---|---:|\n");
                WriteLines(2, 5, _ => string.Create(CultureInfo.InvariantCulture, $"| {Word()} | {random.Next(1000)} |"));
                break;
            default:
                WriteLines(2, 5, _ => Phrase());
                break;
        }
    }

    private void WriteLines(int least, int most, Func<int, string> line)
    {
        var count = random.Next(least, most + 1);
        for (var number = 1; number <= count; number++) text.Append(line(number)).Append('\n');
        text.Append('\n');
    }

    private string Phrase() => random.Next(8) switch
    {
        0 => $"{Sentence(4, 9)} The [{Word()} {Word()}](https://{Word()}.example/{Word()}/{Word()}?of={Word()}) {Sentence(3, 8)}",
        1 => $"{Sentence(3, 8)} It was **{Word()} {Word()}** and *{Word()}*, {Sentence(3, 8)}",
        2 => $"Call `{Word()}.{Word()}()` once. {Sentence(5, 12)}",
        3 => $"“{Sentence(3, 8)}” – said Zoë; see [below](#{Word()}). {Sentence(3, 8)}",
        _ => $"{Sentence(6, 14)} {Sentence(5, 12)}",
    };

    private string Sentence(int least, int most)
    {
        var words = string.Join(' ', Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => Word()));
        return $"{char.ToUpperInvariant(words[0])}{words[1..]}.";
    }

    private string Tag()
    {
        var number = random.Next(Tags);
        return string.Create(CultureInfo.InvariantCulture, $"{Words[number % Words.Length]}-{number / Words.Length}");
    }

    private string Word() => Words[random.Next(Words.Length)];
}
