namespace Feeds.Content.FrontMatter;

/// <summary>What is wrong with a header, said with the line in the file and the cure.</summary>
internal sealed record FrontMatterProblem(int Line, string Message);
