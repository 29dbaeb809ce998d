using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace Feeds.Tests.Interop;

/// <summary>
/// nginx in the place of a static host, with what is written for it: <c>_headers</c> and <c>_redirects</c> as
/// https://docs.netlify.com/manage/routing/ and https://developers.cloudflare.com/pages/configuration/ describe them.
/// </summary>
internal static partial class HostRules
{
    // GitHub Pages (https://docs.github.com/pages: mime-db) and the other two type a file by the end of its name alone.
    private const string Types =
        """
        types {
          text/html html; text/css css; text/plain txt; text/calendar ics; text/x-opml opml;
          application/xml xml; application/json json; image/jpeg jpg; image/png png; image/svg+xml svg; image/x-icon ico;
        }
        """;

    /// <summary>A server of nginx for a folder that was built for a host.</summary>
    public static string ServerOf(TempFolder home, string site)
    {
        var server = new StringBuilder($"server {{\nlisten 80;\nroot {home.At(site)};\nabsolute_redirect off;\n{Types}\nerror_page 404 /404.html;\n");
        // Pages has no rules.
        if (Read(home, site, "_headers") is { } headers) AppendHeaders(server, headers);
        else server.Append("add_header Cache-Control max-age=600;\n");
        foreach (var line in (Read(home, site, "_redirects") ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ');
            // Anything else would be a pattern, which matches other addresses as well.
            Assert.DoesNotContain(words[0], letter => letter is '*' or ':');
            server.Append($"location = \"{Uri.UnescapeDataString(words[0])}\" {{ return {words[2]} {words[1]}; }}\n");
        }

        // Neither host sends the rules themselves.
        return server.Append("location ~ ^/_(headers|redirects)$ { return 404; }\n}\n").ToString();
    }

    // A rule is an address with at most one '*', which is any characters; its fields follow, indented.
    private static void AppendHeaders(StringBuilder server, string headers)
    {
        foreach (Match rule in Rule().Matches(headers))
        {
            var fields = rule.Groups["line"].Captures.Select(line => line.Value.Trim().Split(": ", 2)).ToArray();
            if (rule.Groups["path"].Value == "/*")
            {
                foreach (var field in fields) server.Append($"add_header {field[0]} \"{field[1]}\";\n");
                continue;
            }

            var pattern = Regex.Escape(rule.Groups["path"].Value).Replace(@"\*", ".*", StringComparison.Ordinal);
            var type = fields.Single(field => field[0] == "Content-Type")[1];
            server.Append($"location ~ \"^{pattern}$\" {{ types {{ }} default_type \"{type}\"; }}\n");
        }
    }

    private static string? Read(TempFolder home, string site, string name)
    {
        var path = Path.Join(home.At(site), name);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }

    [GeneratedRegex(@"^(?<path>/\S*)\n(?<line>  [A-Za-z-]+: .+\n)+", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Rule();
}
