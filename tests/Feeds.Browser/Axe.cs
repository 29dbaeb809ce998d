namespace Feeds.Browser;

/// <summary>npm's axe-core, which finds what keeps people from using a page.</summary>
internal static class Axe
{
    private const string NodeModules = "FEEDS_TEST_NODE_MODULES";

    private static readonly string Program = Path.Join(Environment.GetEnvironmentVariable(NodeModules), "node_modules/axe-core/axe.min.js");

    private static readonly Lazy<string> Source = new(() => File.ReadAllText(Program));

    /// <summary>What it finds on a page, each with where; without axe-core the test ends here.</summary>
    public static async Task<string[]> ViolationsAsync(OpenPage page)
    {
        if (!File.Exists(Program)) Missing.EndsTheTest($"The pages need npm's axe-core@4 in ${NodeModules}/node_modules.");
        await page.EvaluateAsync<object?>(Source.Value + "; null");
        return await page.EvaluateAsync<string[]>(
            "axe.run({ resultTypes: ['violations'] }).then(found => found.violations.flatMap(rule => rule.nodes.map(node => rule.id + ': ' + node.html.slice(0, 200) + ' ' + (node.any[0]?.message ?? ''))))");
    }
}
