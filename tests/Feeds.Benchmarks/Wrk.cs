using System.Globalization;
using System.Text.RegularExpressions;

namespace Feeds.Benchmarks;

/// <summary>The load generator: as many requests as are answered, over connections that stay open.</summary>
internal static partial class Wrk
{
    public static bool IsInstalled(string row) => Programs.IsInstalled("wrk", row);

    public static double AnswersPerSecond(Server server, string path, params string[] fields)
    {
        var address = new Uri(server.Address, path).AbsoluteUri;
        var output = Programs.Run("wrk", ["--threads", "2", "--connections", "64", "--duration", "1s", .. fields.SelectMany(field => (string[])["--header", field]), address]).Output;
        if (output.Contains("Non-2xx", StringComparison.Ordinal) || output.Contains("Socket errors", StringComparison.Ordinal)) throw new InvalidOperationException($"Not all was answered:\n{output}");
        return double.Parse(PerSecond().Match(output).Groups["figure"].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Requests/sec:\s+(?<figure>[0-9.]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PerSecond();
}
