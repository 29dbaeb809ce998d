namespace Feeds.Web.Serving;

/// <summary>Compares method names with case (RFC 9110 §9.1), as the framework does not.</summary>
internal static class Method
{
    public static bool IsGet(HttpRequest request) => request.Method == HttpMethods.Get;

    public static bool IsHead(HttpRequest request) => request.Method == HttpMethods.Head;

    public static bool IsOptions(HttpRequest request) => request.Method == HttpMethods.Options;

    public static bool IsRead(HttpRequest request) => IsGet(request) || IsHead(request);
}
