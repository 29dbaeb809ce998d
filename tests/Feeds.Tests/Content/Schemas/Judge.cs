using System.Globalization;
using System.Text.Json.Nodes;
using Json.Schema;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Feeds.Tests.Content.Schemas;

/// <summary>Judges YAML by a schema with a library that others have written.</summary>
internal sealed class Judge(string schema)
{
    private readonly JsonSchema judge = JsonSchema.FromText(schema);

    public bool Accepts(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        var value = stream.Documents.Count == 0 ? null : AsJson(stream.Documents[0].RootNode);
        return judge.Evaluate(value).IsValid;
    }

    public static bool IsYaml(string yaml)
    {
        try
        {
            new YamlStream().Load(new StringReader(yaml));
            return true;
        }
        catch (YamlException)
        {
            return false;
        }
    }

    private static JsonNode? AsJson(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(pair => KeyValuePair.Create($"{pair.Key}", AsJson(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(AsJson)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: var text } => Plain(text),
        YamlScalarNode { Value: var text } => text,
        _ => null,
    };

    /// <summary>A word without quotes, as the core schema of YAML 1.2 reads it (§10.3.2).</summary>
    private static JsonNode? Plain(string? text)
    {
        if (text is null or "" or "~" or "null" or "Null" or "NULL") return null;
        if (text is "true" or "True" or "TRUE") return true;
        if (text is "false" or "False" or "FALSE") return false;
        var isNumber = char.IsAsciiDigit(text[^1]) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        return isNumber ? decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : text;
    }
}
