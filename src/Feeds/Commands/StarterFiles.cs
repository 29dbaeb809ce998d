using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Feeds.Content;
using NodaTime;

namespace Feeds.Commands;

/// <summary>The files that 'feeds init' and 'feeds new' write.</summary>
internal static class StarterFiles
{
    /// <summary>The schema of the settings, beside them, hidden as editors' files are.</summary>
    public const string SchemaName = ".site.schema.json";

    private static readonly JsonSerializerOptions Quoting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Site(string title, string url, string timezone, string language)
    {
        const string NoAddress = "# url: https://example.org/     # the public address; 'feeds build' needs it";
        var address = url.Length > 0 ? $"url: {Quote(url)}" : NoAddress;
        return $"""
            # yaml-language-server: $schema={SchemaName}
            title: {Quote(title)}
            {address}
            timezone: {Quote(timezone)}
            language: {Quote(language)}
            # description: One sentence about the site
            # author: Your name
            # calendar:
            #   color: "#0c4b33"

            """;
    }

    public static string Post(string title, string date) => $"""
        ---
        title: {Quote(title)}
        date: {date}
        # updated: 2027-01-31            # when the text changes in a way that readers should notice
        # summary: One or two sentences in plain words
        # tags: [one, two]
        # author: Your name
        # draft: true                    # not published
        ---

        {StarterText.PostBody}

        """;

    public static string Event(string title, string start, string? end, string? place)
    {
        var ends = end is null ? "# end: \"20:30\"" : $"end: {Quote(end)}";
        return $"""
            ---
            title: {Quote(title)}
            start: {start}
            {ends}
            location: {Quote(place ?? StarterText.Place)}
            # timezone: Europe/Prague        # only if it differs from the site's
            # online: https://example.org/join
            # link: https://example.org/sign-up
            # status: cancelled              # or postponed, or tentative
            # tags: [one, two]
            ---

            {StarterText.EventBody}

            """;
    }

    public static string Date(LocalDateTime time) => time.ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Writes a file with its folder, but never over another.</summary>
    /// <exception cref="IOException">There is a file of that name.</exception>
    public static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var writer = new StreamWriter(new FileStream(path, FileMode.CreateNew));
        writer.Write(text);
    }

    /// <summary>A scalar of YAML in double quotes, which JSON's strings are (YAML 1.2 §1.3).</summary>
    private static string Quote(string text) => JsonSerializer.Serialize(text, Quoting);
}
