using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using Feeds.Content;
using Feeds.Content.Files;
using Feeds.Identity;
using Feeds.Identity.Format;
using Feeds.Model;
using Feeds.Model.Names;
using Feeds.Publishing;
using Feeds.Publishing.Output;
using Feeds.Text;
using NodaTime;

namespace Feeds.Commands;

/// <summary>The command <c>feeds build</c>.</summary>
internal static class BuildCommand
{
    public static Command Create()
    {
        var content = CommandLine.ContentArgument();
        var output = new Option<string>("--output", "-o") { Description = "The folder to write to", Required = true };
        var precompress = new Option<bool>("--precompress")
        {
            Description = "Write each file compressed with gzip and brotli as well, where that is smaller",
        };
        var url = new Option<Uri?>("--url")
        {
            Description = "The public address that links are made from, in place of the 'url' of site.yaml; ids stay as they are",
            CustomParser = ReadUrl,
        };
        var force = new Option<bool>("--force") { Description = "Replace files that build did not write, or that were changed since" };
        var host = CommandLine.Choice<HostingService?>(
            "--host", "Write the configuration of a host as well: headers and redirects, as far as it supports them");
        var state = CommandLine.StateOption();
        var command = new Command("build", "Write the same bytes that serve would send as files, for any static host")
        {
            content, output, precompress, url, host, force, state,
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(content),
            new OutputSettings(
                parsed.GetRequiredValue(output),
                parsed.GetValue(precompress) ? OutputForms.Precompressed : OutputForms.Plain,
                parsed.GetValue(force) ? OverwriteMode.All : OverwriteMode.Own,
                parsed.GetValue(url),
                parsed.GetValue(host)),
            parsed.GetValue(state),
            parsed.InvocationConfiguration));
        return command;
    }

    // Until 'feeds lock' is run, each build dates the changes anew.
    private static IEnumerable<Diagnostic> OutdatedLock(ImmutableArray<Change> changes)
    {
        if (changes.IsEmpty) yield break;
        var found = FormattableString.Invariant($"it is older than the content ({changes.Length}: {changes[0]})");
        var message = $"{found}; run 'feeds lock' first, so that subscribers see when the content changed";
        yield return new Diagnostic(LockNames.Lock, 0, Severity.Warning, message);
    }

    private static int Run(string folder, OutputSettings output, string? state, InvocationConfiguration console)
    {
        var reads = new Progress("Reading content");
        var contents = ContentFolder.Read(folder, previous: null, state: state);
        if (RealPath.IsInside(RealPath.Of(folder), RealPath.Of(output.Folder)))
        {
            throw new IOException(
                $"the output folder ({output.Folder}) is or contains the content folder ({folder}); "
                + "write to a folder of its own, such as --output public");
        }

        var now = SystemClock.Instance.GetCurrentInstant();
        var store = LockStore.Open(folder, state);
        var built = SiteBuilder.ApplyLock(SiteBuilder.Read(contents, store, url: output.Url), store, now);
        reads.Dispose();
        // With --url all links differ from those in the lock.
        var outdated = output.Url is null ? OutdatedLock(built.Changes) : [];
        ImmutableArray<Diagnostic> diagnostics = [.. built.Diagnostics.Concat(outdated)];
        foreach (var group in DiagnosticGroup.Of(diagnostics)) DiagnosticWriter.WriteLine(group, console.Error);
        if (output.Url is null && !built.Site.Settings.HasOwnUrl)
        {
            console.Error.WriteLine(
                "feeds: nothing was written, because links need the public address of the site; "
                + "write 'url: https://example.org/' in site.yaml, or run build with --url https://example.org/");
            return ExitCode.Failure;
        }

        using var writes = new Progress("Writing files");
        var publication = Publication.Render(built.Site, now, previous: null);
        var host = output.Host is { } name ? HostFiles.Of(name, publication) : null;
        var written = OutputFolder.Write(output.Folder, publication, output.Forms, output.Overwrite, host);
        writes.Dispose();
        foreach (var limit in host?.Limits ?? []) console.Error.WriteLine($"note: {output.Host}: {limit}");
        if (written.LeftOut.Length > 0) console.Error.WriteLine(LeftOut(output.Folder, written.LeftOut));
        console.Output.WriteLine($"{Plural.Of(written.Files, "file")} in {output.Folder}");
        return diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error) ? ExitCode.Failure : ExitCode.Fine;
    }

    private static Diagnostic LeftOut(string folder, ImmutableArray<string> paths)
    {
        const string Reason = "pages and files, because files that build did not write, or that were changed since, have their paths";
        const string Cure = "write 'pages: none' in site.yaml if another generator makes the pages, "
            + "or run build with --force to replace them";
        var text = FormattableString.Invariant($"left out {paths.Length} {Reason}: {OutputFolder.Named(paths)}; {Cure}");
        return new Diagnostic(folder, 0, Severity.Warning, text);
    }

    private static Uri? ReadUrl(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (WebAddress.Read(text) is { } url) return new Uri(url.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/");
        result.AddError($"'{text}' is not an address of a site; write one such as https://example.org/.");
        return null;
    }

    /// <param name="Url">Replaces the address in site.yaml unless null.</param>
    private sealed record OutputSettings(string Folder, OutputForms Forms, OverwriteMode Overwrite, Uri? Url, HostingService? Host);
}
