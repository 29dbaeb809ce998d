using System.Collections.Immutable;
using System.Globalization;
using Feeds.Content.Dates;
using Feeds.Content.FrontMatter;
using Feeds.Content.Schemas;
using Feeds.Text;
using NodaTime;

namespace Feeds.Content.Settings;

/// <summary>A map of <c>site.yaml</c> that records which keys were read, and what values they may have.</summary>
internal sealed class SettingsSection(string name, MapValue values, DiagnosticBag report)
{
    private static readonly ImmutableArray<(string Name, long Bytes)> Units =
        [("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30), ("kB", 1_000), ("MB", 1_000_000), ("GB", 1_000_000_000)];

    public static readonly ValueSchema Address = ValueSchema.TextLike(SchemaPattern.WebAddress);
    private static readonly ValueSchema Length = ValueSchema.TextLike(@"\d");
    private static readonly ValueSchema HexColor = ValueSchema.TextLike(@"^\s*(#[0-9A-Fa-f]{6})?\s*$");
    private static readonly ValueSchema Template = ValueSchema.TextLike(@"\{(slug|path)\}");
    private static readonly ValueSchema Flag = ValueSchema.Flag([.. FieldReading.Yes, .. FieldReading.No]);
    private static readonly ValueSchema Addresses = Address with { Items = Address, MaxItems = null };
    private static readonly ValueSchema Localized = ValueSchema.Text with
    {
        AnyOf = ValueSchema.Text.AnyOf.Add(new() { Types = ["object"], PatternProperties = [("^[A-Za-z]{2,3}(-|$)", ValueSchema.Text)] }),
    };

    private static readonly ValueSchema Size = ValueSchema.Count(1, Units.Select(unit => unit.Name));

    private readonly OrderedDictionary<string, ValueSchema> keys = new(StringComparer.Ordinal);
    private ImmutableArray<(string Pattern, ValueSchema Schema)> otherKeys = [];

    /// <summary>The keys that were read, and no others.</summary>
    public ValueSchema Schema => new()
    {
        Types = ["object", "null"],
        Properties = [.. keys.Select(key => (key.Key, key.Value))],
        PatternProperties = otherKeys,
        IsClosed = true,
    };

    public Field? Peek(string key) => values.Fields.FirstOrDefault(field => field.Key == key);

    /// <param name="schema">The values that are valid.</param>
    public Field? Take(string key, ValueSchema schema)
    {
        // A key that is read in two forms may have either.
        keys[key] = keys.TryGetValue(key, out var other) && other != schema ? ValueSchema.Either(other, schema) : schema;
        return Peek(key);
    }

    public string? Text(string key) => Take(key, ValueSchema.Text)?.Text() is { Length: > 0 } text ? text : null;

    /// <summary>A text, or one for each language; that of the first where a language has none.</summary>
    /// <param name="languages">Those of the site, the one that is asked for first.</param>
    public string? LocalText(string key, ImmutableArray<string> languages)
    {
        if (Take(key, Localized) is not { Value: MapValue texts }) return Text(key);
        foreach (var text in texts.Fields.Where(text => !languages.Contains(text.Key, StringComparer.OrdinalIgnoreCase)))
        {
            const string Cure = "add it there, or take the text out";
            report.Warning(text.Line, $"'{name}{key}' has a text in '{text.Key}', which is not in 'languages'; {Cure}");
        }

        return languages.Select(language => texts.Fields.FirstOrDefault(Is(language)))
            .Concat(texts.Fields)
            .Select(text => text?.Text())
            .FirstOrDefault(text => text is { Length: > 0 });

        static Func<Field, bool> Is(string language) => text => text.Key.Equals(language, StringComparison.OrdinalIgnoreCase);
    }

    public ImmutableArray<string>? Words(string key) => Take(key, ValueSchema.Words)?.Words();

    /// <summary>Reads every key.</summary>
    /// <param name="pattern">What keys are valid.</param>
    /// <param name="schema">The values that are valid.</param>
    public ImmutableArray<Field> TakeAll(string pattern, ValueSchema schema)
    {
        otherKeys = [(pattern, schema)];
        return values.Fields;
    }

    /// <summary>Reads the keys below a key, and warns of those that are not read.</summary>
    public T Section<T>(string key, Func<SettingsSection, T> read)
    {
        var field = Peek(key);
        if (field is { Value: not MapValue })
            report.Error(field.Line, $"'{name}{key}' must hold further keys; write them below it, indented");
        var section = new SettingsSection($"{name}{key}.", field?.Value as MapValue ?? new MapValue([], 0), report);
        var settings = read(section);
        Take(key, section.Schema);
        section.ReportUnknown();
        return settings;
    }

    /// <summary>Reads a list of maps; an empty one gives the schema of them.</summary>
    public ImmutableArray<T> List<T>(string key, Func<SettingsSection, int, T?> read)
        where T : class
    {
        var maps = new List<MapValue>();
        foreach (var item in Peek(key)?.Value is ListValue list ? list.Items : [.. new[] { Peek(key)?.Value }.OfType<MapValue>()])
        {
            if (item is MapValue map) maps.Add(map);
            else report.Error(item.Line, $"'{name}{key}' is a list of maps; write each after a hyphen, such as '- {{ name: … }}'");
        }

        if (Peek(key) is { Value: TextValue { Text.Length: > 0 } } text)
            report.Error(text.Line, $"'{name}{key}' is a list of maps; write each after a hyphen, such as '- {{ name: … }}'");
        var example = new SettingsSection($"{name}{key}.", new MapValue([], 0), new DiagnosticBag(report.Path));
        read(example, 0);
        var items = example.Schema with { Types = ["object"] };
        Take(key, new ValueSchema { Types = ["array", "object", "null"], Items = items, Properties = items.Properties });
        return [.. maps.Select(Item).OfType<T>()];

        T? Item(MapValue map)
        {
            var section = new SettingsSection($"{name}{key}.", map, report);
            var settings = read(section, map.Line);
            section.ReportUnknown();
            return settings;
        }
    }

    public string? Permalink()
    {
        if (Take("permalink", Template) is not { } field || field.Text() is not { } template) return null;
        if (template.Contains("{slug}", StringComparison.Ordinal) || template.Contains("{path}", StringComparison.Ordinal)) return template;
        Error(field, $"gives every document the same address; write {{slug}} or {{path}} in it");
        return null;
    }

    public Duration? Duration(string key)
    {
        if (Take(key, Length) is not { } field) return null;
        if (DurationReader.TryRead(field.Text() ?? "", out var duration)) return duration;
        Error(field, $"is not a valid duration; write one such as PT2H or PT90M");
        return null;
    }

    public string? Color(string key)
    {
        if (Take(key, HexColor)?.Text() is not { Length: > 0 } color) return null;
        if (color is ['#', .. { Length: 6 } digits] && digits.All(char.IsAsciiHexDigit)) return color;
        Error(Peek(key)!, $"is not a colour; write one such as \"#0c4b33\", in quotes");
        return null;
    }

    /// <summary>The address of a file of the content, or of an image elsewhere.</summary>
    public Uri? Image(string key, Markdown.LinkResolver links)
    {
        if (Text(key) is not { } text) return null;
        if (links.Resolve(text) is { Scheme: "http" or "https" } address) return address;
        var problem = $"'{name}{key}' ({PlainText.OneLine(text)}) is neither a file of the content nor an address";
        report.Error(Peek(key)!.Line, $"{problem}; write one such as icon.png");
        return null;
    }

    public int? Count(string key)
    {
        if (Take(key, ValueSchema.Count(1)) is not { } field) return null;
        if (int.TryParse(field.Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0) return count;
        Error(field, $"is not a number above zero");
        return null;
    }

    public T? Choice<T>(string key, params (string Word, T Value)[] choices)
        where T : struct, Enum
    {
        if (Take(key, ValueSchema.Choice(choices.Select(choice => choice.Word))) is not { } field) return null;
        foreach (var (word, value) in choices)
        {
            if (string.Equals(word, field.Text(), StringComparison.OrdinalIgnoreCase)) return value;
        }

        Error(field, $"is neither '{string.Join("' nor '", choices.Select(choice => choice.Word))}'");
        return null;
    }

    public int? Bytes(string key)
    {
        if (Take(key, Size) is not { } field) return null;
        var text = field.Text() ?? "";
        var (unit, bytes) = Units.FirstOrDefault(unit => text.EndsWith(unit.Name, StringComparison.OrdinalIgnoreCase), ("", 1));
        var number = text[..^unit.Length].TrimEnd();
        if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0)
            return (int)Math.Min(int.MaxValue, count * bytes);
        Error(field, $"is not a size; write one such as 256KiB");
        return null;
    }

    public bool? IsOn(string key)
    {
        if (Take(key, Flag) is not { } field) return null;
        if (field.IsTrue() || field.IsFalse()) return field.IsTrue();
        Error(field, $"is neither true nor false");
        return null;
    }

    /// <summary>The valid words of a list; null when there is no list.</summary>
    public ImmutableArray<T>? Words<T>(string key)
        where T : struct, Enum
    {
        var names = Array.ConvertAll(Enum.GetNames<T>(), one => one.ToLowerInvariant());
        if (Take(key, ValueSchema.Choices(names)) is not { } field) return null;
        var words = ImmutableArray.CreateBuilder<T>();
        var allowed = string.Join(", ", names);
        foreach (var word in field.Words())
        {
            var isKnown = Enum.TryParse<T>(word, ignoreCase: true, out var known) && Enum.IsDefined(known) && !word.Any(char.IsDigit);
            if (isKnown) words.Add(known);
            else report.Error(field.Line, $"'{name}{key}' has an unknown value '{word}'; write some of: {allowed}");
        }

        return words.ToImmutable();
    }

    public ImmutableArray<Uri> WebAddresses(string key)
    {
        if (Take(key, Addresses) is not { } field) return [];
        var addresses = new List<Uri>();
        foreach (var item in field.Value is ListValue list ? list.Items : [field.Value])
        {
            var text = (item as TextValue)?.Text ?? "a list or a map";
            if (WebAddress.Read(text) is { } address) addresses.Add(address);
            else report.Error(item.Line, $"'{name}{key}' ({text}) is not a valid address; write one such as https://hub.example/");
        }

        return [.. addresses.Distinct()];
    }

    public void ReportUnknown()
    {
        if (!otherKeys.IsEmpty) return;
        foreach (var field in values.Fields.Where(field => !keys.ContainsKey(field.Key)))
        {
            if (Spelling.Nearest(field.Key, keys.Keys) is { } meant)
                report.Warning(field.Line, $"'{name}{field.Key}' is an unknown setting; did you mean '{name}{meant}'?");
            else
                report.Warning(field.Line, $"'{name}{field.Key}' is an unknown setting");
        }
    }

    private void Error(Field field, FormattableString problem) => report.Error(field with { Key = name + field.Key }, problem);
}
