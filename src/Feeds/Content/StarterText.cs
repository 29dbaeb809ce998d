namespace Feeds.Content;

/// <summary>The text that 'feeds init' and 'feeds new' write for authors to replace.</summary>
internal static class StarterText
{
    public const string PostBody = "Write your post here.";
    public const string EventBody = "Describe the event here.";
    public const string Place = "Name and address of the venue";

    public static bool Is(ReadOnlySpan<char> body) => body.Trim() is PostBody or EventBody;
}
