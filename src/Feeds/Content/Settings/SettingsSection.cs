using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using Feeds.Content.Dates;
using Feeds.Content.FrontMatter;
using Feeds.Model;
using Feeds.Text;
using NodaTime;

namespace Feeds.Content.Settings;

/// <summary>A map of the file, which knows what of it was asked for.</summary>
internal sealed class SettingsSection(string name, MapValue values, DiagnosticBag report)
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    private static readonly ImmutableArray<(string Name, long Octets)> Units = [("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30), ("kB", 1_000), ("MB", 1_000_000), ("GB", 1_000_000_000)];

    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public ImmutableArray<Field> Fields => values.Fields;

    public Field? Peek(string key) => values.Fields.FirstOrDefault(field => field.Key == key);

    public Field? Take(string key)
    {
        taken.Add(key);
        return Peek(key);
    }

    public string? Text(string key) => Take(key)?.Text() is { Length: > 0 } text ? text : null;

    public SettingsSection Below(string key)
    {
        var field = Take(key);
        if (field is { Value: not MapValue }) report.Error(field.Line, $"'{name}{key}' holds further keys; write them below it, indented");
        return new SettingsSection($"{name}{key}.", field?.Value as MapValue ?? new MapValue([], 0), report);
    }

    public string? Permalink()
    {
        if (Take("permalink") is not { } field || field.Text() is not { } template) return null;
        if (template.Contains("{slug}", StringComparison.Ordinal) || template.Contains("{path}", StringComparison.Ordinal)) return template;
        report.Error(field.Line, $"'{name}permalink' ({template}) names every document alike; write {{slug}} or {{path}} in it");
        return null;
    }

    public Duration? Duration(string key)
    {
        if (Take(key) is not { } field) return null;
        if (DurationReader.TryRead(field.Text() ?? "", out var duration)) return duration;
        report.Error(field.Line, $"'{name}{key}' ({field.Text()}) is no length of time; write one such as PT2H or PT90M");
        return null;
    }

    public string? Color(string key)
    {
        if (Text(key) is not { } color) return null;
        if (color.Length == 7 && color[0] == '#' && color.AsSpan(1).IndexOfAnyExcept(HexDigits) < 0) return color;
        report.Error(Peek(key)!.Line, $"'{name}{key}' ({color}) is no colour; write one such as \"#0c4b33\", in quotes");
        return null;
    }

    /// <summary>A file of the content, or an address that a browser can open.</summary>
    public Uri? Picture(string key, Markdown.LinkResolver addresses)
    {
        if (Text(key) is not { } text) return null;
        if (addresses.Resolve(text) is { Scheme: "http" or "https" } address) return address;
        report.Error(Peek(key)!.Line, $"'{name}{key}' ({PlainText.OneLine(text)}) is neither a file of the content nor an address; write one such as icon.png");
        return null;
    }

    public int? Count(string key)
    {
        if (Take(key) is not { } field) return null;
        if (int.TryParse(field.Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0) return count;
        report.Error(field.Line, $"'{name}{key}' ({field.Text()}) is no number above zero");
        return null;
    }

    public FeedContent? Content(string key)
    {
        if (Take(key) is not { } field) return null;
        if (Enum.TryParse<FeedContent>(field.Text(), ignoreCase: true, out var content) && Enum.IsDefined(content)) return content;
        report.Error(field.Line, $"'{name}{key}' ({field.Text()}) is neither 'full' nor 'summary'");
        return null;
    }

    public PageMode Pages(string key)
    {
        if (Take(key) is not { } field) return PageMode.Auto;
        if (field.Text() is { } text && !text.Any(char.IsDigit) && Enum.TryParse<PageMode>(text, ignoreCase: true, out var pages)) return pages;
        report.Error(field.Line, $"'{name}{key}' ({field.Text()}) is neither 'auto' nor 'all' nor 'none'");
        return PageMode.Auto;
    }

    public DateOrder Dates(string key)
    {
        if (Take(key) is not { } field) return DateOrder.Unstated;
        if (field.Text() is "day-first") return DateOrder.DayFirst;
        if (field.Text() is "month-first") return DateOrder.MonthFirst;
        report.Error(field.Line, $"'{name}{key}' ({field.Text()}) is neither 'day-first' nor 'month-first'");
        return DateOrder.Unstated;
    }

    public TagSeparator Tags(string key)
    {
        if (Take(key) is not { } field) return TagSeparator.Comma;
        if (field.Text() is "spaces") return TagSeparator.Space;
        if (field.Text() is not "commas") report.Error(field.Line, $"'{name}{key}' ({field.Text()}) is neither 'commas' nor 'spaces'");
        return TagSeparator.Comma;
    }

    public int? Octets(string key)
    {
        if (Take(key) is not { } field) return null;
        var text = field.Text() ?? "";
        var (unit, octets) = Units.FirstOrDefault(unit => text.EndsWith(unit.Name, StringComparison.OrdinalIgnoreCase), ("", 1));
        if (int.TryParse(text[..^unit.Length].TrimEnd(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0) return (int)Math.Min(int.MaxValue, count * octets);
        report.Error(field.Line, $"'{name}{key}' ({text}) is no size; write one such as 256KiB");
        return null;
    }

    public bool? IsOn(string key)
    {
        if (Take(key) is not { } field) return null;
        if (field.IsTrue() || field.IsFalse()) return field.IsTrue();
        report.Error(field.Line, $"'{name}{key}' ({field.Text()}) is neither true nor false");
        return null;
    }

    /// <summary>The words of a list, each one that is known; null when there is no list.</summary>
    public ImmutableArray<T>? Words<T>(string key)
        where T : struct, Enum
    {
        if (Take(key) is not { } field) return null;
        var words = ImmutableArray.CreateBuilder<T>();
        foreach (var word in field.Words())
        {
            if (Enum.TryParse<T>(word, ignoreCase: true, out var known) && Enum.IsDefined(known) && !word.Any(char.IsDigit)) words.Add(known);
            else report.Error(field.Line, $"'{name}{key}' knows no '{word}'; write some of: {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}");
        }

        return words.ToImmutable();
    }

    /// <summary>The addresses of a list, or the one of a text; each once.</summary>
    public ImmutableArray<Uri> WebAddresses(string key)
    {
        if (Take(key) is not { } field) return [];
        var addresses = new List<Uri>();
        foreach (var item in field.Value is ListValue list ? list.Items : [field.Value])
        {
            var text = (item as TextValue)?.Text;
            if (WebAddress.Read(text) is { } address) addresses.Add(address);
            else report.Error(item.Line, $"'{name}{key}' ({text ?? "a list or a map"}) is no address; write one such as https://hub.example/");
        }

        return [.. addresses.Distinct()];
    }

    public void ReportUnknown()
    {
        foreach (var field in values.Fields.Where(field => !taken.Contains(field.Key))) report.Warning(field.Line, $"'{name}{field.Key}' is no setting that is known here");
    }
}
