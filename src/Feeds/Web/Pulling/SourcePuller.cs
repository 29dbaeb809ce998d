using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Feeds.Content.Sources;
using Feeds.Identity.Format;
using Feeds.Model.Sources;
using Feeds.Text;
using NodaTime;

namespace Feeds.Web.Pulling;

/// <summary>Fetches the sources of a site into a folder, where each file stays as it was until a whole new one is there.</summary>
/// <param name="folder">The folder that holds <c>sources/</c>.</param>
/// <param name="variable">The value of a variable of the environment.</param>
internal sealed partial class SourcePuller(string folder, SourceClient client, Func<string, string?> variable)
{
    private const int AtOnce = 8;

    /// <summary>No source is asked more often.</summary>
    public static readonly Duration ShortestPause = Duration.FromMinutes(15);

    /// <summary>Even when <c>Retry-After</c> asks for more.</summary>
    private static readonly Duration LongestWait = Duration.FromDays(1);

    /// <summary>The outcome for each source that is fetched, in their order.</summary>
    public async Task<ImmutableArray<Pulled>> PullAsync(ImmutableArray<SourceSettings> sources, Instant now, CancellationToken cancellation)
    {
        var records = Records();
        var pulled = new ConcurrentDictionary<string, Pulled>(StringComparer.Ordinal);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        SourceSettings[] fetched = [.. sources.Where(source => source.IsFetched)];
        await Parallel.ForEachAsync(fetched, options, async (source, token) =>
            pulled[source.Name] = await PullAsync(source, records.GetValueOrDefault(source.Name), now, token));
        ImmutableArray<Pulled> all = [.. fetched.Select(source => pulled[source.Name])];
        if (all.Any(one => one.Outcome != PullOutcome.TooEarly))
        {
            KeepOutOfGit();
            Write(PullRecords.Path, PullRecords.Write(all.Select(one => KeyValuePair.Create(one.Source.Name, one.Record))));
        }

        return all;
    }

    private FrozenDictionary<string, PullRecord> Records()
    {
        var path = At(PullRecords.Path);
        return File.Exists(path) ? PullRecords.Read(File.ReadAllBytes(path)) : FrozenDictionary<string, PullRecord>.Empty;
    }

    private async Task<Pulled> PullAsync(SourceSettings source, PullRecord? known, Instant now, CancellationToken cancellation)
    {
        var names = Variable().Matches(source.Address!).Select(match => match.Groups["name"].Value);
        var missing = names.FirstOrDefault(name => variable(name) is null);
        var written = Variable().Replace(source.Address!, match => variable(match.Groups["name"].Value) ?? "");
        var hash = Hash(Encoding.UTF8.GetBytes(written));
        var exists = File.Exists(At(source.File));
        // What was said of another address is of no use.
        if (known?.Address != hash) known = null;
        if (known is not null && (now < known.Wait || (exists && now < known.Checked + ShortestPause)))
            return new Pulled(source, PullOutcome.TooEarly, known);
        // A file that was deleted, or that Git has put in its place, is asked for as a whole.
        var before = exists ? File.ReadAllBytes(At(source.File)) : [];
        if (known?.Content != Hash(before)) known = known is null || !exists ? null : known with { ETag = null, Modified = null };
        var record = known is null ? new PullRecord(hash, now) : known with { Checked = now, Wait = null };
        if (missing is not null) return Failed($"the environment has no variable {missing}");
        if (WebAddress.Read(written) is not { } address) return Failed("it is not a valid address");
        var validators = (known?.ETag ?? known?.Modified) is null ? null : new Validators(known!.ETag, known.Modified);
        var answer = await client.GetAsync(address, validators, now, cancellation);
        if (answer.Wait is { } wait && wait > TimeSpan.Zero)
            record = record with { Wait = now + Duration.Min(Duration.FromTimeSpan(wait), LongestWait) };
        if (answer.Problem is { } problem) return Failed(problem);
        record = record with { Good = now, Problem = null, ETag = answer.Validators?.ETag, Modified = answer.Validators?.Modified };
        if (answer.Body is not { } body) return new Pulled(source, PullOutcome.Unchanged, record);
        // What is refused is asked for again as a whole.
        if (SourceFiles.ProblemOf(source, body) is { } broken)
        {
            record = record with { Good = known?.Good, ETag = null, Modified = null };
            return Failed(broken);
        }

        record = record with { Content = Hash(body) };
        if (exists && before.AsSpan().SequenceEqual(body))
            return new Pulled(source, PullOutcome.Unchanged, record);
        Write(source.File, body);
        return new Pulled(source, PullOutcome.Changed, record);

        Pulled Failed(string why) => new(source, PullOutcome.Failed, record with { Problem = why });
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8));

    private void Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        WholeFile.Replace(At(path), path, stream => stream.Write(bytes));
    }

    // It changes with every pull, and says nothing to anybody else.
    private void KeepOutOfGit()
    {
        var path = $"{SourceSettings.Folder}/.gitignore";
        if (!File.Exists(At(path))) Write(path, Encoding.UTF8.GetBytes(".pulled.json\n.*.new.*\n"));
    }

    private string At(string path) => Path.Join(folder, path);

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*)\}", Options)]
    private static partial Regex Variable();
}

/// <summary>What became of one source in a pull.</summary>
internal sealed record Pulled(SourceSettings Source, PullOutcome Outcome, PullRecord Record);

/// <summary>The outcomes of fetching a source.</summary>
internal enum PullOutcome
{
    Changed,
    Unchanged,

    /// <summary>It was asked a short time ago, or its server asked to wait.</summary>
    TooEarly,

    /// <summary>Its last good file stays.</summary>
    Failed,
}
