using System.Runtime.CompilerServices;
using Feeds.Model;
using Xunit;

namespace Feeds.Tests.Model;

/// <summary>What is kept of what can be made again.</summary>
public sealed class CacheBudgetTests
{
    [Theory]
    [InlineData(0, "a a", "a a")]
    [InlineData(1, "a a", "a")]
    [InlineData(2, "a b a b", "a b")]
    [InlineData(2, "a b c a", "a b c a")]
    [InlineData(2, "a b a c a", "a b c")]
    [InlineData(2, "a b a c b", "a b c b")]
    [InlineData(3, "a b c a b c", "a b c")]
    public void MakesAgain_WhatNobodyAskedForOfLate(long octets, string asked, string made)
    {
        var making = new List<string>();
        var budget = new CacheBudget(octets);
        var values = new[] { "a", "b", "c" }.ToDictionary(name => name, name => new Cached<string>(budget, () => Made(name), value => value.Length));
        foreach (var name in asked.Split(' ')) Assert.Equal(name, values[name].Value);

        Assert.Equal(made, string.Join(' ', making));

        string Made(string name)
        {
            making.Add(name);
            return name;
        }
    }

    [Fact]
    public void LetsGo_OfWhatNobodyKnowsAnyMore()
    {
        var budget = new CacheBudget(100);
        var forgotten = Forgotten(budget);

        GC.Collect();
        Assert.False(forgotten.IsAlive);
        GC.KeepAlive(budget);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Forgotten(CacheBudget budget)
    {
        var value = new Cached<string>(budget, () => "a", text => text.Length);
        return new WeakReference(value.Value is "a" ? value : null);
    }

    [Fact]
    public void KeepsAll_WhenItIsEndless()
    {
        var made = 0;
        var value = new Cached<int>(CacheBudget.Unlimited, () => ++made, _ => long.MaxValue);

        Assert.Equal((1, 1), (value.Value, value.Value));
    }

    [Fact]
    public void MakesItOnce_WhenSeveralAskAtOnce()
    {
        var made = 0;
        using var all = new Barrier(8);
        var value = new Cached<int>(new CacheBudget(100), () => Interlocked.Increment(ref made), _ => 1);
        var threads = Enumerable.Range(0, all.ParticipantCount).Select(_ => new Thread(Ask)).ToArray();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();

        Assert.Equal(1, made);

        void Ask()
        {
            all.SignalAndWait();
            _ = value.Value;
        }
    }
}
