using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Feeds.Tests.Packaging;
using Xunit;

namespace Feeds.Tests.Commands;

/// <summary>The commands as a user runs them: exit codes and every line that is printed.</summary>
public sealed class CommandLineTests(BuiltSource built) : IDisposable
{
    private const string Clean = "---\ntitle: First\ndate: 2025-03-04\n---\nHello.\n";
    private const string Second = "---\ntitle: Second\ndate: 2025-03-05\n---\nHello.\n";
    private const string NoDate = "---\ntitle: Undated\n---\nHello.\n";
    private const string NoDateLine = "posts/b.md:1: error: a post needs a date; write one above the text, such as 'date: 2024-02-21'\n";
    private const string NoTitle = "---\ndate: 2025-03-05\n---\nHello.\n";
    private const string NoTitleLine = "posts/b.md:1: warning: there is no title, so \"B\" is taken from the file's name; write 'title: …'\n";

    private const string OneSign = "---\ntitle: B\nstart: 2020-01-01\nall-day: true\n---\n";
    private const string OneSignLines =
        "posts/b.md:1: warning: it has neither a place nor an online address; write 'location:' or 'online:'\n" +
        "posts/b.md:3: note: it is an event because of 'start' alone; write 'type: post' if it is not an event, or 'type: event' if it is\n";

    private readonly TempFolder disk = new();

    public void Dispose() => disk.Dispose();

    [Theory]
    [InlineData("check missing", 1)]
    [InlineData("build missing --output out", 1)]
    [InlineData("serve missing --urls http://127.0.0.1:0", 1)]
    public async Task FailsInOneLine_WhenThereIsNoContentFolder(string command, int exitCode) =>
        Assert.Equal(new Ended(exitCode, "", "feeds: no content folder at missing; name another, or create one with 'feeds init'\n"), await RunAsync(command));

    [Fact]
    public async Task ChecksTheFolderNamedContent_WhenNoneIsNamed()
    {
        WriteSite(Clean);

        Assert.Equal(new Ended(0, "1 file, 1 post, 0 events: 0 errors, 0 warnings\n", ""), await RunAsync("check"));
    }

    [Theory]
    [InlineData("check content", 0)]
    [InlineData("check content --strict", 1)]
    public async Task Warns_WhenTheFolderIsEmpty(string command, int exitCode)
    {
        Directory.CreateDirectory(disk.At("content"));

        Assert.Equal(
            new Ended(
                exitCode,
                """
                .: warning: there is no Markdown file in this folder or below it
                site.yaml: warning: there is no site.yaml; write one with at least 'title:' and 'url:'
                0 files, 0 posts, 0 events: 0 errors, 2 warnings

                """.ReplaceLineEndings("\n"),
                ""),
            await RunAsync(command));
    }

    [Theory]
    [InlineData("check", Second, 0, "2 files, 2 posts, 0 events: 0 errors, 0 warnings\n")]
    [InlineData("check --strict", Second, 0, "2 files, 2 posts, 0 events: 0 errors, 0 warnings\n")]
    [InlineData("check", NoTitle, 0, NoTitleLine + "2 files, 2 posts, 0 events: 0 errors, 1 warning\n")]
    [InlineData("check --strict", NoTitle, 1, NoTitleLine + "2 files, 2 posts, 0 events: 0 errors, 1 warning\n")]
    [InlineData("check", NoDate, 1, NoDateLine + "not published: 1 held back by an error\n2 files, 1 post, 0 events: 1 error, 0 warnings\n")]
    [InlineData("check", "---\ndraft: true\n---\n", 0, "not published: 1 hidden\n2 files, 1 post, 0 events: 0 errors, 0 warnings\n")]
    [InlineData("check", "---\ntitle: B\ndate: 2399-01-01T10:00\n---\n", 0, "posts/b.md:1: warning: it appears only on 2399-01-01, years from now\nnot published: 1 scheduled\n2 files, 2 posts, 0 events: 0 errors, 1 warning\n")]
    [InlineData("check", "---\ntitle: B\ndate: 2023-01-01\nexpires: 2024-01-01\n---\n", 0, "not published: 1 expired\n2 files, 2 posts, 0 events: 0 errors, 0 warnings\n")]
    [InlineData("check", OneSign, 0, OneSignLines + "2 files, 1 post, 1 event: 0 errors, 1 warning\n")]
    public async Task SaysWhatIsWrong_WhenItChecks(string command, string second, int exitCode, string output)
    {
        WriteSite(Clean, second);

        Assert.Equal(new Ended(exitCode, output, ""), await RunAsync(command));
    }

    [Theory]
    [InlineData(Clean, 0, "23 files in out\n", "")]
    [InlineData(NoTitle, 0, "23 files in out\n", NoTitleLine)]
    [InlineData(NoDate, 1, "22 files in out\n", NoDateLine)]
    public async Task WritesWhatIsGood_WhenItBuilds(string second, int exitCode, string output, string errors)
    {
        WriteSite(Clean, second);

        Assert.Equal(new Ended(exitCode, output, errors), await RunAsync("build --output out"));
        Assert.True(File.Exists(disk.At("out/posts/a/index.html")));
    }

    [Fact]
    public async Task WritesPackedFilesToo_WhenItBuildsPrecompressed()
    {
        WriteSite(Clean);

        Assert.Equal(new Ended(0, "63 files in out\n", ""), await RunAsync("build --output out --precompress"));
        Assert.Equal(63 + 1, disk.Files().Count(file => file.StartsWith("out/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task SaysWhatItLeftOut_WhenItBuildsIntoAFolderOfOthers()
    {
        WriteSite(Clean);
        foreach (var file in (string[])["index.html", "style.css"]) disk.Write("out/" + file, "theirs");
        const string Warning = "out: warning: left out 2 pages and files, because files that build did not write, or that were changed since, have their paths: index.html, style.css; "
            + "write 'pages: none' in site.yaml if another generator makes the pages, or run build with --force to replace them\n";

        Assert.Equal(new Ended(0, "20 files in out\n", Warning), await RunAsync("build --output out"));
        Assert.Equal(new Ended(0, "20 files in out\n", Warning), await RunAsync("build --output out"));
        Assert.Equal("theirs", File.ReadAllText(disk.At("out/index.html")));
        Assert.Equal(new Ended(0, "22 files in out\n", ""), await RunAsync("build --output out --force"));
        Assert.Equal(new Ended(0, "22 files in out\n", ""), await RunAsync("build --output out"));
    }

    [Fact]
    public async Task WritesNothing_WhenAFeedOfOthersIsThere()
    {
        WriteSite(Clean);
        disk.Write("out/atom.xml", "theirs");

        Assert.Equal(
            new Ended(1, "", "feeds: nothing was written: out contains atom.xml, which 'feeds build' did not write, or which was changed since; move these files away, or run it with --force to replace them\n"),
            await RunAsync("build --output out"));
        Assert.Equal(["out/atom.xml"], disk.Files().Where(file => file.StartsWith("out/", StringComparison.Ordinal)));
    }

    /// <summary>The content folder itself, and folders that hold it, in any spelling.</summary>
    [Theory]
    [InlineData("content", "content")]
    [InlineData("content", "content/")]
    [InlineData("content/", "./content/posts/..")]
    [InlineData("content", ".")]
    [InlineData("content", "..")]
    [InlineData("content", "/")]
    [InlineData("content", "link")]
    [InlineData("link", "content")]
    [InlineData("link/posts", "content")]
    [InlineData("content", "up")]
    public async Task IsRefused_WhenTheOutputHoldsTheContent(string content, string output)
    {
        WriteSite(Clean);
        File.CreateSymbolicLink(disk.At("link"), "content");
        File.CreateSymbolicLink(disk.At("up"), ".");
        var before = disk.Files();

        Assert.Equal(
            new Ended(1, "", $"feeds: the output folder ({output}) is or contains the content folder ({content}); write to a folder of its own, such as --output public\n"),
            await RunAsync($"build {content} --output {output} --force"));
        Assert.Equal(before, disk.Files());
    }

    [Fact]
    public async Task BuildsTheSame_WhereTheOutputIsInTheContent()
    {
        WriteSite(Clean);
        disk.Write("content/posts/photo.md", "---\ntitle: Photo\ndate: 2025-03-06\n---\n![A photo](photo.jpg)\n");
        disk.Write("content/posts/photo.jpg", "a photo");

        var first = await RunAsync("build content --output content/public");
        var files = Contents("content/public");
        Assert.Equal(first, await RunAsync("build content --output content/public"));
        Assert.Equal(files, Contents("content/public"));
    }

    [Theory]
    [InlineData("title: Club\n", "site.yaml: warning: there is no 'url:', so ids and links are made from http://localhost:5000/; write the public address\n")]
    [InlineData("title: Club\nurl: nonsense\n", "site.yaml:2: error: 'url' (nonsense) is not a valid address; write one such as https://example.org/\n")]
    [InlineData(null, "site.yaml: warning: there is no site.yaml; write one with at least 'title:' and 'url:'\n")]
    public async Task WritesNothing_WithoutAPublicAddress(string? yaml, string said)
    {
        disk.Write("content/posts/a.md", Clean);
        if (yaml is not null) disk.Write("content/site.yaml", yaml);

        Assert.Equal(
            new Ended(1, "", said + "feeds: nothing was written, because links need the public address of the site; write 'url: https://example.org/' in site.yaml, or run build with --url https://example.org/\n"),
            await RunAsync("build --output out"));
        Assert.False(Directory.Exists(disk.At("out")));
    }

    /// <summary>A preview at another address: links lead there, and ids, UIDs and the names of feeds stay.</summary>
    [Theory]
    [InlineData("with a lock", FolderOf.SiteYaml)]
    [InlineData("without", FolderOf.SiteYaml)]
    [InlineData("with a lock", "title: Compiler Club\ntimezone: Europe/Prague\n")]
    public async Task ChangesLinksAlone_WhenItBuildsForAnotherAddress(string how, string yaml)
    {
        WriteSite(Clean, Second);
        disk.Write("content/events/m.md", "---\ntitle: A meeting\nstart: 2030-02-03 18:00\nduration: 2h\n---\nCome.\n");
        if (how == "with a lock") await RunAsync("lock");
        await RunAsync("build --output own");
        disk.Write("content/site.yaml", yaml);

        var ended = await RunAsync("build --output preview --url https://preview.example/pull/7");
        Assert.Equal(0, ended.ExitCode);
        Assert.DoesNotContain("feeds.lock", ended.Errors, StringComparison.Ordinal);
        var (own, preview) = (Identifiers("own"), Identifiers("preview"));
        Assert.Equal(own, preview);
        Assert.Contains("<link rel=\"alternate\" type=\"text/html\" href=\"https://preview.example/pull/7/posts/a/\"", File.ReadAllText(disk.At("preview/atom.xml")), StringComparison.Ordinal);
        Assert.Contains("URL:https://preview.example/pull/7/events/m/", File.ReadAllText(disk.At("preview/calendar.ics")), StringComparison.Ordinal);
        Assert.DoesNotContain("https://club.example/posts", File.ReadAllText(disk.At("preview/atom.xml")), StringComparison.Ordinal);
    }

    /// <summary>The ids of the feed and its entries, and the UIDs of the calendar and its events.</summary>
    private string[] Identifiers(string folder) =>
        [.. ((string[])["atom.xml", "calendar.ics"]).SelectMany(file => File.ReadLines(disk.At($"{folder}/{file}"))).Select(line => line.Trim()).Where(line => line.StartsWith("<id>", StringComparison.Ordinal) || line.StartsWith("UID:", StringComparison.Ordinal))];

    [Fact]
    public async Task FailsInOneLine_WhenTheOutputIsAFile()
    {
        WriteSite(Clean);
        disk.Write("out", "a file");
        var ended = await RunAsync("build --output out");

        Assert.Equal((1, ""), (ended.ExitCode, ended.Output));
        Assert.Equal(1, ended.Errors.Count(character => character == '\n'));
    }

    [Fact]
    public async Task WritesTheSameFiles_InAnotherZoneAndLanguage()
    {
        WriteSite(Clean, "---\ntitle: Second\ndate: 2025-03-04 10:00\n---\nHello.\n");
        disk.Write("content/events/c.md", "---\ntitle: Meeting\nstart: 2025-02-03 18:00\n---\nCome.\n");
        await RunAsync("build --output one", ("TZ", "Pacific/Kiritimati"), ("LANG", "tr_TR.UTF-8"), ("LC_ALL", "tr_TR.UTF-8"));
        await RunAsync("build --output other", ("TZ", "America/Los_Angeles"), ("LANG", "C"), ("LC_ALL", "C"));

        Assert.Equal(Contents("one"), Contents("other"));
    }

    [Theory]
    [InlineData("check --stict", "Unrecognized command or argument '--stict'.\n\n")]
    [InlineData("check a b", "Unrecognized command or argument 'b'.\n\n")]
    [InlineData("build", "Option '--output' is required.\n\n")]
    [InlineData("build --output out --url nonsense", "'nonsense' is not an address of a site; write one such as https://example.org/.\n\n")]
    [InlineData("build --output out --url /club/", "'/club/' is not an address of a site; write one such as https://example.org/.\n\n")]
    [InlineData("build --output out --url ftp://club.example/", "'ftp://club.example/' is not an address of a site; write one such as https://example.org/.\n\n")]
    [InlineData("serve --watch sometimes", "Argument 'sometimes' not recognized. Must be one of:\n\t'auto'\n\t'poll'\n\t'off'\n\n")]
    [InlineData("serve --drafts", "'--drafts' needs '--live'.\n\n")]
    [InlineData("serve --pull 14m", "'14m' is not a time from 15m to 30d; write one such as 30m, 1h or 1d.\n\n")]
    [InlineData("serve --pull 31d", "'31d' is not a time from 15m to 30d; write one such as 30m, 1h or 1d.\n\n")]
    [InlineData("--pull hourly", "'hourly' is not a time from 15m to 30d; write one such as 30m, 1h or 1d.\n\n")]
    [InlineData("serve --management-urls http://0.0.0.0:5002", "'http://0.0.0.0:5002' is not a loopback address or Unix socket; write one such as http://127.0.0.1:5002 or http://unix:/run/feeds/status.sock.\n\n")]
    [InlineData("serve --management-urls http://127.0.0.1:5002;http://owner.example", "'http://owner.example' is not a loopback address or Unix socket; write one such as http://127.0.0.1:5002 or http://unix:/run/feeds/status.sock.\n\n")]
    [InlineData("serve --urls nonsense", "'nonsense' is not an address to listen on; write one such as http://127.0.0.1:5010.\n\n")]
    [InlineData("serve --urls https://127.0.0.1:5010", "'https://127.0.0.1:5010' is not an address to listen on; write one such as http://127.0.0.1:5010.\n\n")]
    [InlineData("serve --urls http://127.0.0.1:5010/path", "'http://127.0.0.1:5010/path' is not an address to listen on; write one such as http://127.0.0.1:5010.\n\n")]
    [InlineData("serve --proxies 10.0.0.0/8;proxy;", "'proxy' is not an address or network; write one such as 192.0.2.7 or 10.0.0.0/8.\n'' is not an address or network; write one such as 192.0.2.7 or 10.0.0.0/8.\n\n")]
    [InlineData("serve --urls http://localhost:0", "'http://localhost:0' is not an address to listen on; write one such as http://127.0.0.1:5010.\n\n")]
    [InlineData("serve --private-hubs hub.internal;a/b;", "'a/b' is not a host; write one such as hub.internal or 10.0.0.7.\n'' is not a host; write one such as hub.internal or 10.0.0.7.\n\n")]
    [InlineData("serve --urls http://127.0.0.1:99999", "'http://127.0.0.1:99999' is not an address to listen on; write one such as http://127.0.0.1:5010.\n\n")]
    public async Task IsWrongUsage_WhenAnOptionIsWrong(string command, string errors)
    {
        var ended = await RunAsync(command);

        Assert.Equal((2, errors), (ended.ExitCode, ended.Errors));
    }

    [Fact]
    public async Task FailsInOneLine_WhenThePortIsTaken()
    {
        WriteSite(Clean);
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = FormattableString.Invariant($"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}");

        Assert.Equal(new Ended(1, "", $"feeds: another program listens at {address}; stop it, or choose another address with --urls http://localhost:5001\n"), await RunAsync($"serve --urls {address}"));
    }

    /// <summary>An address of the documentation (RFC 5737), which no machine has.</summary>
    [Theory]
    [InlineData("serve --urls http://192.0.2.1:5000", "feeds: cannot listen at http://192.0.2.1:5000: Cannot assign requested address\n")]
    [InlineData("serve --urls http://unix:/no/such/folder/a.sock", "feeds: cannot listen at http://unix:/no/such/folder/a.sock: Cannot assign requested address\n")]
    public async Task FailsInOneLine_WhereItCannotListen(string command, string errors)
    {
        WriteSite(Clean);

        Assert.Equal(new Ended(1, "", errors), await RunAsync(command));
    }

    [Fact]
    public async Task FailsInOneLine_WhenTheEnvironmentSaysWhatNobodyKnows()
    {
        WriteSite(Clean);
        var start = await StartAsync("serve --urls http://127.0.0.1:0");
        start.Environment["Logging__LogLevel__Default"] = "Loud";

        Assert.Equal(new Ended(1, "", "feeds: a setting of the environment cannot be used: Configuration value 'Loud' is not supported.\n"), await RunAsync(start));
    }

    [Fact]
    public async Task Answers_OnceItSaysThatItServes()
    {
        WriteSite(Clean, NoDate);
        var start = await StartAsync("serve content --urls http://127.0.0.1:0");
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(Patience.Limit);
        using var process = Process.Start(start)!;
        try
        {
            Assert.Equal("fail: feeds[2] " + NoDateLine.TrimEnd().Replace(": error:", ":", StringComparison.Ordinal), await process.StandardOutput.ReadLineAsync(timeout.Token));
            Assert.Equal("info: feeds[1] Published 1 post and 0 events", await process.StandardOutput.ReadLineAsync(timeout.Token));
            var line = (await process.StandardOutput.ReadLineAsync(timeout.Token))!;
            Assert.StartsWith("info: feeds[5] Serving content at http://127.0.0.1:", line, StringComparison.Ordinal);
            using var client = new HttpClient { BaseAddress = new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..]) };

            Assert.Equal("OK\n", await client.GetStringAsync("/health/ready", timeout.Token));
            // SIGTERM, as service managers send it.
            using var stop = Process.Start("kill", FormattableString.Invariant($"-TERM {process.Id}"));
            await process.WaitForExitAsync(timeout.Token);
            Assert.Equal((0, "", ""), (process.ExitCode, await process.StandardOutput.ReadToEndAsync(timeout.Token), await process.StandardError.ReadToEndAsync(timeout.Token)));
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }

    [Theory]
    [InlineData("text", 0, "source partner: 1 event, last fetched 2026-01-02T03:04:05Z; the server answers 500\nsource own: 0 events; there is no own.ics\n2 files, 1 post, 1 event: 0 errors, 2 warnings\n")]
    [InlineData("json", 0, "  \"sources\": [\n    {\n      \"name\": \"partner\",\n      \"entries\": 1,\n      \"fetched\": \"2026-01-02T03:04:05Z\",\n      \"problem\": \"the server answers 500\"\n    },\n"
        + "    {\n      \"name\": \"own\",\n      \"entries\": 0,\n      \"fetched\": null,\n      \"problem\": \"there is no own.ics\"\n    }\n  ],\n")]
    public async Task SaysHowEachSourceIs(string format, int exitCode, string expected)
    {
        WriteSite(Clean);
        File.AppendAllText(disk.At("content/site.yaml"), "sources:\n- { name: partner, calendar: \"https://partner.example/x.ics\" }\n- { name: own, calendar: own.ics }\n");
        disk.Write("kept/sources/partner.ics", "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:a\nSUMMARY:Walk\nDTSTART:20250310T180000Z\nLOCATION:Mill\nEND:VEVENT\nEND:VCALENDAR\n");
        disk.Write("kept/sources/.pulled.json", """{ "partner": { "address": "x", "checked": "2026-01-03T00:00:00Z", "good": "2026-01-02T03:04:05Z", "problem": "the server answers 500" } }""");

        var ended = await RunAsync($"check --state kept --format {format}");

        Assert.Equal((exitCode, ""), (ended.ExitCode, ended.Errors));
        Assert.Contains(expected, ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaysWhatSubscribersWillSee_WhenItCompares()
    {
        WriteSite(Clean, Second);
        await RunAsync("build --output out");

        Assert.Equal(new Ended(0, "Subscribers see no change.\n", ""), await RunAsync("diff --against out"));
        disk.Write("content/posts/b.md", Second.Replace("Hello", "Goodbye", StringComparison.Ordinal));
        Assert.Equal(new Ended(0, "changed   post  \"Second\": text; summary\n", ""), await RunAsync("diff --against out"));
        File.Move(disk.At("content/posts/a.md"), disk.At("content/posts/c.md"));
        Assert.Equal(1, (await RunAsync("diff --against out")).ExitCode);
        Assert.Equal(new Ended(1, "", "feeds: there is neither a feed nor a calendar at content\n"), await RunAsync("diff --against content"));
    }

    [Fact]
    public async Task BringsTheLockUpToDate_WhereItIsToldTo()
    {
        WriteSite(Clean, Second);

        Assert.Equal(new Ended(0, "added posts/a.md\nadded posts/b.md\n2 documents in content/feeds.lock\n", ""), await RunAsync("lock"));
        var first = File.ReadAllText(disk.At("content/feeds.lock"));
        Assert.Equal(new Ended(0, "2 documents in content/feeds.lock\n", ""), await RunAsync("lock content"));
        Assert.Equal(first, File.ReadAllText(disk.At("content/feeds.lock")));
        File.Move(disk.At("content/posts/a.md"), disk.At("content/posts/c.md"));
        Assert.Equal(new Ended(0, "moved posts/c.md (was posts/a.md)\n2 documents in kept/feeds.lock\n", ""), await RunAsync("lock --state kept"));
        Assert.Equal(first, File.ReadAllText(disk.At("content/feeds.lock")));
        Assert.Equal(new Ended(0, "23 files in out\n", ""), await RunAsync("build --output out --state kept"));
        Assert.Equal(
            new Ended(0, "23 files in other\n", "feeds.lock: warning: it is older than the content (1: moved posts/c.md (was posts/a.md)); run 'feeds lock' first, so that subscribers see when the content changed\n"),
            await RunAsync("build --output other"));
    }

    /// <summary>As on a full disk: no file may grow beyond a few octets.</summary>
    [Fact]
    public async Task KeepsTheLockAsItWas_WhenThereIsNoRoom()
    {
        if (OperatingSystem.IsWindows()) return;
        WriteSite(Clean, Second);
        await RunAsync("lock");
        var before = File.ReadAllText(disk.At("content/feeds.lock"));
        disk.Write("content/posts/b.md", Second.Replace("Hello", "Goodbye", StringComparison.Ordinal));
        var start = await StartAsync("lock");
        // The runtime makes its own code writable in a file, which may not grow either.
        (start.FileName, start.Environment["DOTNET_EnableWriteXorExecute"]) = ("sh", "0");
        var command = string.Join(' ', start.ArgumentList.Select(word => $"'{word}'"));
        start.ArgumentList.Clear();
        foreach (var word in (string[])["-c", $"trap '' XFSZ; ulimit -f 1; exec dotnet {command}"]) start.ArgumentList.Add(word);

        Assert.Equal(new Ended(1, "", "feeds: content/feeds.lock would be larger than a file may be here\n"), await RunAsync(start));
        Assert.Equal(before, File.ReadAllText(disk.At("content/feeds.lock")));
        Assert.DoesNotContain(disk.Files(), file => file.Contains(".new.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RemembersNothing_WithoutAPublicAddress()
    {
        disk.Write("content/posts/a.md", Clean);

        Assert.Equal(1, (await RunAsync("lock")).ExitCode);
        Assert.Equal(["content/posts/a.md"], disk.Files());
    }

    /// <summary>What is done to a site of two posts, a meeting and an evening that is published with its lock, and what subscribers then see.</summary>
    [Theory]
    [InlineData("rename", 0, "Subscribers see no change.\n")]
    [InlineData("rename without lock", 1, "lost      post  \"First\": its id was tag:club.example,2025:posts/a and would be tag:club.example,2025:posts/c, so subscribers would see it twice\n")]
    [InlineData("delete", 0, "removed   post  \"First\"\n")]
    [InlineData("delete event", 0, "cancelled event \"A meeting\": text; status CANCELLED, was CONFIRMED\n")]
    [InlineData("cancel", 0, "cancelled event \"A meeting\": text; status CANCELLED, was CONFIRMED\n")]
    [InlineData("move", 0, "moved     event \"A meeting\": start 2030-02-04 18:00 Europe/Prague, was 2030-02-03 18:00 Europe/Prague; end 2030-02-04 20:00 Europe/Prague, was 2030-02-03 20:00 Europe/Prague\n")]
    [InlineData("write", 0, "new       post  \"Third\": https://club.example/posts/d/\n")]
    public async Task SaysWhatBecomesOfWhatWasPublished(string what, int exitCode, string output)
    {
        const string Meeting = "---\ntitle: A meeting\nstart: 2030-02-03 18:00\nduration: 2h\nlocation: Library\n---\nCome.\n";
        WriteSite(Clean, Second);
        disk.Write("content/events/m.md", Meeting);
        await RunAsync("lock");
        await RunAsync("build --output out");
        switch (what)
        {
            case "rename":
                disk.Write("content/posts/c.md", Clean.Replace("title", "slug: a\ntitle", StringComparison.Ordinal));
                File.Delete(disk.At("content/posts/a.md"));
                break;
            case "rename without lock":
                File.Move(disk.At("content/posts/a.md"), disk.At("content/posts/c.md"));
                File.Delete(disk.At("content/feeds.lock"));
                break;
            case "delete":
                File.Delete(disk.At("content/posts/a.md"));
                break;
            case "delete event":
                // It was there for more than the ten minutes of a trial.
                disk.Write("content/feeds.lock", Regex.Replace(File.ReadAllText(disk.At("content/feeds.lock")), "\"locked\":\"[^\"]*\",", "", RegexOptions.None, TimeSpan.FromSeconds(1)));
                File.Delete(disk.At("content/events/m.md"));
                break;
            case "cancel":
                disk.Write("content/events/m.md", Meeting.Replace("title", "status: cancelled\ntitle", StringComparison.Ordinal));
                break;
            case "move":
                disk.Write("content/events/m.md", Meeting.Replace("02-03", "02-04", StringComparison.Ordinal));
                break;
            default:
                disk.Write("content/posts/d.md", Clean.Replace("First", "Third", StringComparison.Ordinal).Replace("03-04", "03-06", StringComparison.Ordinal));
                break;
        }

        Assert.Equal(new Ended(exitCode, output, ""), await RunAsync("diff --against out"));
    }

    /// <summary>Two servers of one content and lock, in other places of the world.</summary>
    [Fact]
    public async Task WritesTheSameBytesAndDates_InAnyZoneAndLanguage()
    {
        WriteSite(Clean, Second);
        disk.Write("content/events/m.md", "---\ntitle: A meeting\nstart: 2030-02-03 18:00\nlocation: Library\n---\nCome.\n");
        await RunAsync("lock", ("TZ", "Asia/Kolkata"), ("LANG", "tr_TR.UTF-8"));
        disk.Write("content/posts/b.md", Second.Replace("Hello", "Goodbye", StringComparison.Ordinal));
        File.Delete(disk.At("content/events/m.md"));
        await RunAsync("lock", ("TZ", "Pacific/Auckland"), ("LANG", "ar_SA.UTF-8"));
        await RunAsync("build --output one", ("TZ", "America/New_York"), ("LANG", "de_DE.UTF-8"));
        await RunAsync("build --output two", ("TZ", "Asia/Kathmandu"), ("LC_ALL", "fa_IR.UTF-8"));

        Assert.Equal(Contents("one"), Contents("two"));
    }

    private void WriteSite(params string[] posts)
    {
        disk.Write("content/site.yaml", FolderOf.SiteYaml);
        foreach (var (text, name) in posts.Zip((string[])["a", "b"])) disk.Write($"content/posts/{name}.md", text);
    }

    private string[] Contents(string folder) =>
        [.. disk.Files().Where(file => file.StartsWith(folder + "/", StringComparison.Ordinal)).Select(file => $"{file[folder.Length..]} {Dated(file)}\n{File.ReadAllText(disk.At(file))}")];

    /// <summary>When a file that is served was last modified; the list of them is of no concern to a host.</summary>
    private string Dated(string file) => file.EndsWith(".feeds-files", StringComparison.Ordinal) ? "" : File.GetLastWriteTimeUtc(disk.At(file)).ToString("O", CultureInfo.InvariantCulture);

    private async Task<ProcessStartInfo> StartAsync(string command) => new("dotnet", [await built.ProgramAsync(), .. command.Split(' ')])
    {
        WorkingDirectory = disk.Root,
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    private async Task<Ended> RunAsync(string command, params (string Name, string Value)[] environment)
    {
        var start = await StartAsync(command);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return await RunAsync(start);
    }

    private static async Task<Ended> RunAsync(ProcessStartInfo start)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(Patience.Limit);
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            var errors = process.StandardError.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            return new Ended(process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }

    /// <summary>How a command ended.</summary>
    private sealed record Ended(int ExitCode, string Output, string Errors);
}
