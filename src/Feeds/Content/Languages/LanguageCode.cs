using System.Collections.Frozen;

namespace Feeds.Content.Languages;

/// <summary>Reads the language in the name of a file or folder, such as <c>fr</c>, <c>pt-br</c> or <c>zh_Hans</c>.</summary>
/// <param name="Tag">As BCP 47 writes it.</param>
/// <param name="Folder">As addresses have it.</param>
internal sealed record LanguageCode(string Tag, string Folder)
{
    /// <summary>Languages that many sites are written in, and whose codes are hardly anything else.</summary>
    private static readonly FrozenSet<string> Common = Set(
        "ar bg bn ca cs da de el en eo es et eu fa fi fr ga gl gu he hi hr hu hy it ja ka kk km kn ko lt lv mk mn mr nb ne nl nn pl pt ro "
        + "ru sk sl sq sr sv sw ta te th tr uk ur uz vi zh");

    /// <summary>The other languages of ISO 639-1: words, endings of files and hosts look the same (<c>app.ts</c>).</summary>
    private static readonly FrozenSet<string> Rare = Set(
        "aa ab ae af ak am an as av ay az ba be bh bi bm bo br bs ce ch co cr cu cv cy dv dz ee ff fj fo fy gd gn gv ha ho ht hz ia id "
        + "ie ig ii ik io is iu jv kg ki kj kl kr ks ku kv kw ky la lb lg li ln lo lu mg mh mi ml ms mt my na nd ng no nr nv ny oc oj om "
        + "or os pa pi ps qu rm rn rw sa sc sd se sg si sm sn so ss st su ta tg ti tk tl tn to ts tt tw ty ug ve vo wa wo xh yi yo za zu");

    /// <summary>Common languages whose codes are subjects, countries or words too.</summary>
    private static readonly FrozenSet<string> Words = Set("ca cs ga hi hr it ne te uk vi");

    private static readonly FrozenSet<string> Scripts = Set("arab cyrl hans hant latn");

    private const int CodeLength = 2;

    private string Language => Tag[..CodeLength];

    private bool HasRegion => Tag.Length > CodeLength;

    /// <summary>Whether a file is named so only for its language: <c>program.cs</c> is in C#, and <c>hi-fi</c> is a word.</summary>
    public bool IsSureInName => Common.Contains(Language) && Language != "cs" && !(HasRegion && Words.Contains(Language));

    /// <summary>Whether a folder is hardly named so for its subject.</summary>
    public bool IsSureAsFolder => Common.Contains(Language) && !Words.Contains(Language);

    /// <summary>Whether it is this language, of any or of the same country.</summary>
    public bool IsOf(string? language) => language is not null
        && (string.Equals(Tag, language, StringComparison.OrdinalIgnoreCase)
            || (!HasRegion && string.Equals(Tag, language.Split('-')[0], StringComparison.OrdinalIgnoreCase)));

    /// <summary>Null for the name of no language.</summary>
    public static LanguageCode? Read(ReadOnlySpan<char> name)
    {
        if (name.Length < CodeLength || !char.IsAsciiLetter(name[0])) return null;
        if (name.Length > CodeLength && name[CodeLength] is not ('-' or '_')) return null;
        var written = name.ToString().ToLowerInvariant();
        var parts = written.Split('-', '_');
        if (!Common.Contains(parts[0]) && !Rare.Contains(parts[0])) return null;
        var rest = parts.AsSpan(1);
        if (rest is [var script, ..] && Scripts.Contains(script))
        {
            parts[1] = string.Concat(script[..1].ToUpperInvariant(), script.AsSpan(1));
            rest = rest[1..];
        }

        if (rest is [var region] && IsRegion(region)) parts[^1] = region.ToUpperInvariant();
        else if (!rest.IsEmpty) return null;
        return new LanguageCode(string.Join('-', parts), written);
    }

    private static bool IsRegion(string text) =>
        text is { Length: 2 } ? text.All(char.IsAsciiLetter) : text is { Length: 3 } && text.All(char.IsAsciiDigit);

    private static FrozenSet<string> Set(string codes) => codes.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
