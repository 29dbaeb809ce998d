using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Feeds.Tests.Interop;

/// <summary>A client that others have written, with the script that lets it read what Feeds writes and prints what it saw.</summary>
internal sealed class ForeignProgram
{
    /// <summary>Names the folder whose <c>node_modules</c> holds the npm packages.</summary>
    private const string NodeModules = "FEEDS_TEST_NODE_MODULES";

    // Debian's own Python: that is the one for which Debian packages the clients.
    private const string Python = "/usr/bin/python3";

    public static readonly ForeignProgram Feedparser = new("read-feedparser.py", "Debian's python3-feedparser", Python, "-c", "import feedparser");

    public static readonly ForeignProgram Newsboat = new("read-newsboat.py", "Debian's newsboat and python3", Python, "-c", "import subprocess; subprocess.run(['newsboat', '--version'], check=True)");

    public static readonly ForeignProgram Icalendar = new("read-icalendar.py", "Debian's python3-icalendar", Python, "-c", "import icalendar");

    public static readonly ForeignProgram Vobject = new("read-vobject.py", "Debian's python3-vobject", Python, "-c", "import vobject");

    public static readonly ForeignProgram Libical = new("read-libical.py", "Debian's python3-gi and gir1.2-ical-3.0", Python, "-c", "import gi; gi.require_version('ICalGLib', '3.0')");

    /// <summary>libical's expansion of zones.</summary>
    public static readonly ForeignProgram LibicalZones = new("expand-libical.py", Libical.packages, Python, "-c", "import gi; gi.require_version('ICalGLib', '3.0')");

    public static readonly ForeignProgram Calcurse = new("read-calcurse.py", "Debian's calcurse and python3", Python, "-c", "import subprocess; subprocess.run(['calcurse', '--version'], check=True)");

    public static readonly ForeignProgram Dateutil = new("expand-dateutil.py", "Debian's python3-dateutil", Python, "-c", "import dateutil.rrule");

    public static readonly ForeignProgram Robots = new("read-robots.py", "Debian's python3", Python, "-c", "import urllib.robotparser");

    public static readonly ForeignProgram Khal = new("read-khal.py", "Debian's khal", Python, "-c", "import subprocess; subprocess.run(['khal', '--version'], check=True)");

    public static readonly ForeignProgram Zbar = new("read-zbar.py", "Debian's zbar-tools and python3", Python, "-c", "import subprocess; subprocess.run(['zbarimg', '--version'], check=True)");

    public static readonly ForeignProgram IcalJs = OfNpm("read-icaljs.mjs", "ical.js", "2");

    /// <summary>ical.js, which compares jCal with iCalendar.</summary>
    public static readonly ForeignProgram IcalJsPairs = OfNpm("compare-jcal.mjs", "ical.js", "2");

    /// <summary>ical.js's expansion of zones.</summary>
    public static readonly ForeignProgram IcalJsZones = OfNpm("expand-icaljs.mjs", "ical.js", "2");

    public static readonly ForeignProgram Microformats = OfNpm("read-microformats.mjs", "microformats-parser", "2");

    public static readonly ForeignProgram Ajv = OfNpm("read-ajv.mjs", "ajv", "8");

    public static readonly ForeignProgram YamlLanguageServer = OfNpm("read-yamlls.mjs", "yaml-language-server", "1");

    public static readonly ForeignProgram NodeIcal = OfNpm("read-nodeical.mjs", "node-ical", "0.26");

    /// <summary>The dates of ICU, with all languages.</summary>
    public static readonly ForeignProgram Icu =
        new("format-dates.mjs", "Debian's nodejs", "node", "-e", "if (!Intl.DateTimeFormat.supportedLocalesOf('cs').length) process.exit(1)");

    /// <summary>The plural rules of ICU, with all languages.</summary>
    public static readonly ForeignProgram IcuPlurals = new("name-plurals.mjs", Icu.packages, "node", "-e", "if (!Intl.PluralRules.supportedLocalesOf('cs').length) process.exit(1)");

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);

    private readonly string script;
    private readonly string packages;
    private readonly string program;
    private readonly Lazy<Task<bool>> isHere;

    /// <param name="program">What runs the script.</param>
    /// <param name="probe">The arguments with which the program succeeds only where the client is installed.</param>
    private ForeignProgram(string script, string packages, string program, params string[] probe)
    {
        this.script = Path.Join(ScriptFolder(), script);
        this.packages = packages;
        this.program = program;
        isHere = new(() => IsHereAsync(probe));
    }

    private static ForeignProgram OfNpm(string script, string package, string version) => new(
        script,
        $"Debian's nodejs and npm's {package}@{version} in ${NodeModules}/node_modules",
        "node",
        "-e",
        $"require('module').createRequire(process.env.{NodeModules} + '/').resolve('{package}')");

    /// <summary>Lets the client read, and returns what it saw; without the client the test ends here.</summary>
    /// <param name="home">The working folder and home of the client, so that what it writes goes with the test.</param>
    public async Task<T> ReadAsync<T>(TempFolder home, params IEnumerable<string> arguments)
    {
        if (!await isHere.Value) SkipIfMissing.EndsTheTest($"{Path.GetFileName(script)} needs {packages}.");

        var run = await RunAsync(program, home.Root, [script, .. arguments]);
        Assert.True(run.ExitCode == 0, $"{Path.GetFileName(script)} failed:\n{run.Error}");
        return JsonSerializer.Deserialize<T>(run.Output, JsonSerializerOptions.Web)!;
    }

    private async Task<bool> IsHereAsync(string[] probe)
    {
        using var home = new TempFolder();
        try
        {
            return (await RunAsync(program, home.Root, probe)).ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(string program, string home, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = home,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };

        // No proxy, zone, language or setting of the person at this machine reaches the client.
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        start.Environment[NodeModules] = Environment.GetEnvironmentVariable(NodeModules);
        start.Environment["HOME"] = home;
        start.Environment["LC_ALL"] = "C.UTF-8";

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var timeout = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException late)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} was not done in time:\n{await error}", late);
        }

        return (process.ExitCode, await output, await error);
    }

    private static string ScriptFolder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
