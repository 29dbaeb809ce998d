using System.Collections.Immutable;
using Feeds.Content.FrontMatter;
using Feeds.Content.Lists;
using Feeds.Model;

namespace Feeds.Content.Schemas;

/// <summary>The schema of front matter: the names that its readers know, with the words and the spelling of the manual.</summary>
internal sealed class FrontMatterSchema
{
    private static readonly ImmutableArray<string> Groups = ["params", "extra"];

    private const string Entry = "entry";

    private readonly Dictionary<string, ValueSchema> forms = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, ValueSchema> properties = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, ValueSchema> definitions = new(StringComparer.Ordinal);

    private FrontMatterSchema(DocumentKind kind)
    {
        foreach (var (names, form) in FieldForms.Of(kind))
        {
            foreach (var name in names) forms.TryAdd(name, form);
        }
    }

    public static ValueSchema Of(DocumentKind kind)
    {
        var schema = new FrontMatterSchema(kind);
        var (own, other) = kind == DocumentKind.Event ? ("Events only", "Posts only") : ("Posts only", "Events only");
        // What the manual says of one kind alone comes first: a name may mean something else there.
        foreach (var row in KeyDescriptions.OfFrontMatter().Where(row => row.Heading != other).OrderBy(row => row.Heading != own))
            schema.Add(row.Name, row.Description);
        return schema.Whole();
    }

    /// <summary>The schema of a list of events, whose entries have the keys of front matter.</summary>
    public static ValueSchema OfList()
    {
        var entry = Of(DocumentKind.Event);
        var events = new ValueSchema { Types = ["array", "null"], Items = new() { Reference = Entry } };
        return new ValueSchema
        {
            Types = ["array", "object", "null"],
            Items = new() { Reference = Entry },
            Properties = [.. ListShape.Names.Select(name => (name, events))],
            Definitions = [(Entry, entry with { Types = ["object"], Definitions = [] }), .. entry.Definitions],
        };
    }

    private void Add(string name, string description)
    {
        if (properties.ContainsKey(name) || Defined(name, description) is not { } form) return;
        properties.Add(name, form);
        foreach (var group in Groups)
        {
            if (Defined($"{group}.{name}", description) is { } grouped) properties.Add($"{group}.{name}", grouped);
        }
    }

    /// <summary>A reference to what the names of a row have in common; null for a name that is not read.</summary>
    private ValueSchema? Defined(string name, string description)
    {
        if (!forms.TryGetValue(FrontMatterFields.Normalized(name), out var form)) return null;
        var described = form with { Description = description };
        foreach (var (known, definition) in definitions)
        {
            if (definition == described) return new ValueSchema { Reference = known };
        }

        definitions.Add(name, described);
        return new ValueSchema { Reference = name };
    }

    private ValueSchema Whole()
    {
        var byGroup = properties.ToLookup(property => property.Key.Split('.')[0], StringComparer.Ordinal);
        var spellings = from property in properties
                        where !property.Key.Contains('.', StringComparison.Ordinal)
                        let pattern = SchemaPattern.OtherSpellings(property.Key)
                        where pattern is not null
                        select (pattern, property.Value);
        return new ValueSchema
        {
            Types = ["object", "null"],
            Properties = [.. byGroup.Select(group => (group.Key, Grouped(group)))],
            PatternProperties = [.. spellings],
            Definitions = [.. definitions.Select(definition => (definition.Key, definition.Value))],
        };
    }

    /// <summary>A property, or a map for those whose names have a point.</summary>
    private ValueSchema Grouped(IGrouping<string, KeyValuePair<string, ValueSchema>> group)
    {
        ImmutableArray<(string, ValueSchema)> inner =
            [.. group.Where(one => one.Key != group.Key).Select(one => (one.Key[(group.Key.Length + 1)..], one.Value))];
        if (inner.IsEmpty) return group.Single().Value;
        var own = properties.TryGetValue(group.Key, out var reference) ? definitions[reference.Reference!] : ValueSchema.Any;
        return own with { Properties = own.Properties.AddRange(inner), MaxProperties = null };
    }
}
