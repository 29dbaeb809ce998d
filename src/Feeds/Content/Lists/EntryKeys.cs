using System.Collections.Immutable;
using Feeds.Content.Dates;
using Feeds.Content.Events;
using Feeds.Content.FrontMatter;
using Feeds.Model;
using Feeds.Model.Names;
using Feeds.Text;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Content.Lists;

/// <summary>Gives each entry of a list its key: the most lasting of its signs that no other entry has.</summary>
internal sealed class EntryKeys
{
    /// <summary>The length of a date and the hyphen after it.</summary>
    private const int DateLength = 11;

    private readonly SiteSettings settings;
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly Dictionary<FrontMatterFields, string[]> signs = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> repeated = new(StringComparer.Ordinal);
    private readonly ILookup<string, string> known;

    /// <param name="known">The keys that the list had before.</param>
    public EntryKeys(IEnumerable<FrontMatterFields> entries, IEnumerable<string> known, SiteSettings settings)
    {
        this.settings = settings;
        foreach (var front in entries)
        {
            signs[front] = [.. Signs(front).Distinct(StringComparer.Ordinal)];
            foreach (var sign in signs[front]) counts[sign] = counts.GetValueOrDefault(sign) + 1;
        }

        this.known = known.Where(key => key.Length > DateLength).ToLookup(key => key[DateLength..], StringComparer.Ordinal);
    }

    /// <param name="name">The name in a map of events; null for none.</param>
    public string Of(FrontMatterFields front, string? name)
    {
        var own = signs.GetValueOrDefault(front) ?? Signs(front);
        var sign = own.FirstOrDefault(sign => counts[sign] == 1) ?? (name is null ? null : Slug.Of(name));
        if (sign is { Length: > 0 } && taken.Add(sign)) return sign;
        var title = Slug.Of(front.Text(FieldNames.Title) ?? "");
        return Free(DateOf(front) is { } date ? $"{LocalDatePattern.Iso.Format(date)}-{title}".TrimEnd('-') : Undated(title));
    }

    /// <summary>The key that the entry had when its date could be read, if there is only one.</summary>
    private string Undated(string title) =>
        known[title].Where(key => !taken.Contains(key)).ToArray() is [var only] ? only : title.Length > 0 ? title : "entry";

    private string Free(string wanted)
    {
        var key = wanted;
        while (!taken.Add(key))
        {
            repeated[wanted] = repeated.GetValueOrDefault(wanted, 1) + 1;
            key = FormattableString.Invariant($"{wanted}-{repeated[wanted]}");
        }

        return key;
    }

    /// <summary>What names an entry without its date or title, most lasting first.</summary>
    private static IEnumerable<string> Signs(FrontMatterFields front)
    {
        var ids = new[] { front.Text(FieldNames.Uid), EntryFields.Id(front) }.OfType<string>().Select(EntryPath.KeyOfId);
        var link = EventLink.Find(front, FieldNames.EventLink, new DiagnosticBag(""));
        return ids.Concat(link is null ? [] : [EntryPath.KeyOf(link)]).Where(sign => sign.Length > 0);
    }

    private LocalDate? DateOf(FrontMatterFields front)
    {
        foreach (var text in FieldNames.Start.Concat(FieldNames.EntryDate).Concat(FieldNames.StartTime).Select(key => front.Text([key])))
        {
            if (text is { Length: > 5 } && DateRangeReader.TryRead(text, settings.Dates, out var range, out _)) return range.Start.Date;
        }

        return null;
    }
}
