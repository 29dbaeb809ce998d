using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Text;

namespace Feeds.Content.FrontMatter;

/// <summary>Finds fields of front matter; names are compared without case, <c>-</c>, <c>_</c> and spaces.</summary>
internal sealed class FrontMatterFields
{
    private readonly Dictionary<string, Field> fields = new(StringComparer.Ordinal);
    private readonly List<(string Name, Field Field)> all = [];

    /// <param name="aliases">The site's own names, each with the name of this product.</param>
    public FrontMatterFields(MapValue values, FrozenDictionary<string, string>? aliases = null)
    {
        foreach (var field in values.Fields)
        {
            var name = Normalized(field.Key);
            if (aliases?.GetValueOrDefault(name) is { } meant)
            {
                fields[meant] = field;
                all.Add((meant, field));
            }
            else
            {
                Add(name, field);
            }

            if (field.Value is not MapValue map) continue;
            foreach (var inner in map.Fields) Add($"{name}.{Normalized(inner.Key)}", inner);
        }
    }

    /// <summary>All fields with such names, in order.</summary>
    public IEnumerable<(string Name, Field Field)> All(Func<string, bool> isOne) => all.Where(field => isOne(field.Name));

    /// <summary>The named fields, in the order of the names.</summary>
    public IEnumerable<Field> Each(ImmutableArray<string> keys) => Written(keys);

    public Field? Find(string key) => fields.GetValueOrDefault(key);

    public Field? Find(ImmutableArray<string> keys) => First(keys, static _ => true);

    /// <summary>The first of the named fields that is not empty.</summary>
    public Field? FindWritten(ImmutableArray<string> keys) => First(keys, FieldReading.IsWritten);

    /// <summary>The first of the named fields whose value is text and not blank.</summary>
    public Field? FindText(ImmutableArray<string> keys) => First(keys, static field => field.Text() is { Length: > 0 });

    public string? Text(ImmutableArray<string> keys) => FindText(keys)?.Text();

    public bool IsTrue(ImmutableArray<string> keys) => Written(keys).Any(FieldReading.IsTrue);

    // Asked for a hundred times for each document.
    private Field? First(ImmutableArray<string> keys, Func<Field, bool> isOne)
    {
        foreach (var key in keys)
        {
            if (fields.TryGetValue(key, out var field) && isOne(field)) return field;
        }

        return null;
    }

    private IEnumerable<Field> Written(ImmutableArray<string> keys)
    {
        foreach (var key in keys)
        {
            if (fields.TryGetValue(key, out var field)) yield return field;
        }
    }

    private void Add(string name, Field field)
    {
        fields.TryAdd(name, field);
        all.Add((name, field));
    }

    /// <summary>A name in the form in which names are compared.</summary>
    public static string Normalized(string key)
    {
        if (!key.AsSpan().ContainsAnyExceptInRange('a', 'z')) return key;
        return string.Concat(key.Where(c => c is not ('-' or '_' or ' ')).Select(char.ToLowerInvariant));
    }
}

/// <summary>Reads the value of a field.</summary>
internal static class FieldReading
{
    public static readonly ImmutableArray<string> Yes = ["true", "yes", "on", "1"];
    public static readonly ImmutableArray<string> No = ["false", "no", "off", "0"];

    /// <summary>The trimmed text, or that of a list with one item; null for another value.</summary>
    public static string? Text(this Field field) => field.Value switch
    {
        TextValue text => text.Text.Trim(),
        ListValue { Items: [TextValue text] } => text.Text.Trim(),
        _ => null,
    };

    public static bool IsWritten(this Field field) =>
        field.Value is not (TextValue or ListValue { Items.IsEmpty: true }) || field.Text() is { Length: > 0 };

    public static string Quoted(this Field field) => field.Text() is { } text ? $"'{field.Key}' ({text})" : $"'{field.Key}'";

    /// <summary>The web address; null for another value, which is reported when it starts like an address.</summary>
    public static Uri? Address(this Field field, DiagnosticBag report)
    {
        if (field.Text() is not { } text) return null;
        if (WebAddress.Read(text) is { } address) return address;
        var isMeant = ((string[])["http://", "https://"]).Any(scheme => text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
        var shown = PlainText.OneLine(text);
        if (isMeant) report.Error(field.Line, $"'{field.Key}' ({shown}) is not a valid address; write one such as https://example.org/");
        return null;
    }

    public static bool IsTrue(this Field field) => Yes.Contains(field.Text() ?? "", StringComparer.OrdinalIgnoreCase);

    public static bool IsFalse(this Field field) => No.Contains(field.Text() ?? "", StringComparer.OrdinalIgnoreCase);

    /// <summary>The different words of a list, or of a text with separators.</summary>
    public static ImmutableArray<string> Words(this Field field, char separator = ',')
    {
        var words = field.Value switch
        {
            TextValue { Text: ['[', .. var inner, ']'] } => inner.Split(',').Select(word => word.Trim().Trim('"', '\'')),
            TextValue text when separator == ',' || text.Text.Contains(',', StringComparison.Ordinal) => text.Text.Split(','),
            TextValue text => text.Text.Split((char[]?)null),
            ListValue list => list.Items.SelectMany(Words),
            _ => [],
        };
        return [.. words.Select(PlainText.OneLine).Where(word => word.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    // A map in a list of tags is a name with details: {name: Django, slug: django}.
    private static IEnumerable<string> Words(Value item) => item switch
    {
        TextValue text => [text.Text],
        ListValue list => list.Items.SelectMany(Words),
        MapValue map => map.Fields.Where(field => field.Key is "name" or "title" or "label")
            .Select(field => field.Value)
            .OfType<TextValue>()
            .Select(text => text.Text)
            .Take(1),
        _ => [],
    };
}
