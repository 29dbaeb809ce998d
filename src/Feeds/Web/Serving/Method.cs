namespace Feeds.Web.Serving;

/// <summary>The methods that are answered: their names have case (RFC 9110 §9.1), and the framework's own comparison has none.</summary>
internal static class Method
{
    public static bool IsGet(HttpRequest request) => request.Method == HttpMethods.Get;

    public static bool IsHead(HttpRequest request) => request.Method == HttpMethods.Head;

    public static bool IsOptions(HttpRequest request) => request.Method == HttpMethods.Options;

    /// <summary>Whether something is to be read, and nothing else done.</summary>
    public static bool IsRead(HttpRequest request) => IsGet(request) || IsHead(request);
}
