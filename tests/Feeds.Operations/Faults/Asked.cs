namespace Feeds.Operations.Faults;

/// <summary>An address that clients poll.</summary>
/// <param name="IsThere">Whether something is published there; else 404 is right.</param>
internal sealed record Asked(string Path, bool IsThere = true);
