using Feeds.Model;
using Xunit;

namespace Feeds.Tests.Model;

/// <summary>A diagnostic is one line, whatever a file is called.</summary>
public sealed class DiagnosticTests
{
    [Fact]
    public void StaysOnItsLine_WhateverTheFileIsCalled() =>
        Assert.Equal("posts/a\\u000Ainfo: all is well\\u001B[2J.md:3: error: x", new Diagnostic("posts/a\ninfo: all is well\u001B[2J.md", 3, Severity.Error, "x").ToString());
}
