namespace Feeds.Content.Headers;

/// <summary>What is wrong with a header, said with the line in the file and the cure.</summary>
internal sealed record HeaderProblem(int Line, string Message);
