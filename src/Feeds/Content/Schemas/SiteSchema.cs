using Feeds.Content.Settings;

namespace Feeds.Content.Schemas;

/// <summary>The schema of <c>site.yaml</c>: the keys that its reader asks for, with the words of the manual.</summary>
internal static class SiteSchema
{
    public static ValueSchema Read() => Described(SettingsFile.Schema(), "", KeyDescriptions.OfSiteYaml());

    private static ValueSchema Described(ValueSchema schema, string key, Dictionary<string, string> descriptions)
    {
        var prefix = key.Length == 0 ? "" : key + ".";
        return schema with
        {
            Description = descriptions.GetValueOrDefault(key),
            Properties = [.. schema.Properties.Select(inner => (inner.Name, Described(inner.Schema, prefix + inner.Name, descriptions)))],
            AnyOf = [.. schema.AnyOf.Select(form => Described(form, key, descriptions) with { Description = null })],
        };
    }
}
