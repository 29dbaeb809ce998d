using System.Collections.Concurrent;
using System.Collections.Immutable;
using Feeds.Model;
using Feeds.Publishing;
using NodaTime;

namespace Feeds.Web.Status;

/// <summary>Who polls: programs by their names, never visitors by their addresses.</summary>
internal sealed class PollStatistics
{
    /// <summary>How many programs are told apart: beyond that, the one that polled least counts among the others.</summary>
    public const int MaxReaders = 200;

    private const int MaxFieldsOfOne = 8;
    private const string OtherReaders = "all others";

    private readonly ConcurrentDictionary<string, Known> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PollingClient> readers = new(StringComparer.Ordinal);
    private readonly PollingClient others = new(OtherReaders);
    private readonly CalendarServiceFetches fetches = new();
    private readonly Lock gate = new();

    /// <summary>What Google, Outlook and Apple last asked for, newest first.</summary>
    public ImmutableArray<ServiceFetch> Fetches => fetches.Newest;

    /// <summary>Counts a poll of a feed or calendar.</summary>
    public void Count(HttpRequest request, Representation representation, in Answered answered, Instant now)
    {
        if (!representation.MediaType.IsPolled) return;
        var field = request.Headers.UserAgent.ToString();
        if (!known.TryGetValue(field, out var who)) who = Meet(field);
        who.Reader.Tally.Count(answered, now);
        if (who.Agent.Subscribers is { } count) who.Reader.Subscribed(representation.Path, count);
        if (who.Agent.IsService) fetches.Add(new ServiceFetch(who.Agent.Name, representation.Path, now, answered.Status));
    }

    /// <summary>Takes note that a calendar service asked for what is not there, or no longer there.</summary>
    public void Missed(HttpContext context, Instant now)
    {
        var agent = UserAgent.Read(context.Request.Headers.UserAgent.ToString());
        if (agent.IsService) fetches.Add(new ServiceFetch(agent.Name, context.Request.Path.Value ?? "", now, context.Response.StatusCode));
    }

    /// <summary>All programs, the busiest first and those that are not told apart last.</summary>
    public ImmutableArray<ReaderCount> Readers()
    {
        lock (gate)
        {
            var busiest = readers.Values.Select(reader => reader.Count()).OrderByDescending(reader => reader.Polls).ThenBy(reader => reader.Name, StringComparer.Ordinal);
            return [.. busiest, .. others.Tally.Polls > 0 ? [others.Count()] : Array.Empty<ReaderCount>()];
        }
    }

    private Known Meet(string field)
    {
        var agent = UserAgent.Read(field);
        lock (gate)
        {
            if (!readers.TryGetValue(agent.Name, out var reader))
            {
                if (readers.Count >= MaxReaders) Forget(readers.Values.MinBy(one => one.Tally.Polls)!);
                readers[agent.Name] = reader = new PollingClient(agent.Name);
            }

            var who = new Known(reader, agent);
            if (field.Length > UserAgent.MaxLength || !known.TryAdd(field, who)) return who;
            reader.Fields.Enqueue(field);
            if (reader.Fields.Count > MaxFieldsOfOne) known.TryRemove(reader.Fields.Dequeue(), out _);
            return who;
        }
    }

    private void Forget(PollingClient reader)
    {
        foreach (var field in reader.Fields) known.TryRemove(field, out _);
        readers.Remove(reader.Name);
        others.Tally.Add(reader.Tally);
    }

    private sealed record Known(PollingClient Reader, UserAgent Agent);
}
