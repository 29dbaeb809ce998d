using System.Diagnostics.CodeAnalysis;
using Xunit;

namespace Feeds.Tests;

/// <summary>What becomes of a test whose other program is not installed.</summary>
internal static class SkipIfMissing
{
    /// <summary>When set, a program that is missing fails its tests; else they are skipped.</summary>
    private const string NoSkip = "FEEDS_TEST_NO_SKIP";

    /// <summary>Ends the test, and says what to install.</summary>
    [DoesNotReturn]
    public static void EndsTheTest(string reason)
    {
        if (Environment.GetEnvironmentVariable(NoSkip) is null) Assert.Skip(reason);
        Assert.Fail(reason);
    }
}
