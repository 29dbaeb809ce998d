namespace Feeds.Tests.Web.Hostile;

/// <summary>A request that no reader sends, and what is right to answer.</summary>
/// <param name="Name">Says what is hostile about it.</param>
/// <param name="Text">The octets, in Latin-1; <c>{tag}</c> stands for the entity tag of <c>/atom.xml</c>.</param>
/// <param name="Statuses">Of each answer, in order; nothing where the connection is closed without one.</param>
internal sealed record HostileRequest(string Name, string Text, string Statuses)
{
    /// <summary>Stands wherever a request could put something into an answer.</summary>
    public const string Mark = "Reflected7f3a";

    /// <summary>The end of a head whose connection is closed once it is answered.</summary>
    public const string End = "Connection: close\r\n\r\n";

    /// <summary>A whole request for a target.</summary>
    public static HostileRequest For(string target, string statuses) => new($"GET {Shown(target)}", $"GET {target} HTTP/1.1\r\nHost: a\r\n{End}", statuses);

    /// <summary>A request for the feed with lines in its head.</summary>
    public static HostileRequest With(string lines, string statuses) => new(Shown(lines), $"GET /atom.xml HTTP/1.1\r\nHost: a\r\n{lines}\r\n{End}", statuses);

    /// <summary>The feed, asked for on a connection that stays open.</summary>
    public static string Feed => "GET /atom.xml HTTP/1.1\r\nHost: a\r\n\r\n";

    /// <summary>The last request of a connection.</summary>
    public static string LastFeed => $"GET /atom.xml HTTP/1.1\r\nHost: a\r\n{End}";

    public static string Shown(string text) =>
        string.Concat((text.Length > 100 ? FormattableString.Invariant($"{text[..80]}… ({text.Length})") : text).Select(character => character is >= ' ' and <= '~' or '…' ? character.ToString() : FormattableString.Invariant($"<{(int)character:X2}>")));
}
