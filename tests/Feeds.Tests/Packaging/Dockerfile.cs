using System.Text.Json;

namespace Feeds.Tests.Packaging;

/// <summary>The steps of the Dockerfile, stage by stage.</summary>
internal sealed record Dockerfile(Dockerfile.Step[][] Stages)
{
    /// <summary>One step, such as <c>USER app</c>.</summary>
    internal sealed record Step(string Word, string Rest);

    public static Dockerfile Read()
    {
        var stages = new List<List<Step>>();
        foreach (var line in Source.Read("Dockerfile").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var step = new Step(line[..space], line[(space + 1)..]);
            if (step.Word == "FROM") stages.Add([]);
            stages[^1].Add(step);
        }

        return new Dockerfile([.. stages.Select(stage => stage.ToArray())]);
    }

    /// <summary>What the last stage says with a word that it says once.</summary>
    public string Of(string word) => Stages[^1].Single(step => step.Word == word).Rest;

    /// <summary>The words of a command in JSON, which may stand behind options.</summary>
    public string[] Command(string word)
    {
        var rest = Of(word);
        return JsonSerializer.Deserialize<string[]>(rest[rest.IndexOf('[', StringComparison.Ordinal)..])!;
    }
}
