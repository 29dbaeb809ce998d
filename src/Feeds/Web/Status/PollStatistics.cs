using System.Collections.Immutable;
using Feeds.Model;
using Feeds.Publishing;
using Feeds.Web.Serving;

namespace Feeds.Web.Status;

/// <summary>Counts polls by kind, with the numbers of subscribers that services report; no address of a client is kept.</summary>
internal sealed class PollStatistics
{
    /// <summary>A new report replaces the oldest.</summary>
    public const int MaxReports = 1000;

    private readonly PollCounter feeds = new();
    private readonly PollCounter calendars = new();
    private readonly OrderedDictionary<(string Service, string Path), int> reports = [];
    private readonly Lock gate = new();

    public PollCount Feeds => feeds.Value;

    public PollCount Calendars => calendars.Value;

    /// <summary>What each service reported last, summed over its feeds.</summary>
    public ImmutableArray<SubscriberCount> Subscribers()
    {
        lock (gate)
        {
            var services = reports.GroupBy(report => report.Key.Service, StringComparer.Ordinal);
            var counts = services.Select(service => new SubscriberCount(service.Key, service.Sum(report => (long)report.Value)));
            return [.. counts.OrderByDescending(count => count.Subscribers).ThenBy(count => count.Service, StringComparer.Ordinal)];
        }
    }

    /// <summary>Counts an answered request, if it is a poll of a feed or calendar.</summary>
    public void Count(HttpRequest request, Representation representation, int status)
    {
        if (!representation.MediaType.IsPolled || !Method.IsRead(request)) return;
        (representation.MediaType.IsFeed ? feeds : calendars).Count(status);
        if (UserAgent.Read(request.Headers.UserAgent.ToString()) is not { } agent) return;
        var source = (agent.Service, representation.Path);
        lock (gate)
        {
            if (!reports.Remove(source) && reports.Count == MaxReports) reports.RemoveAt(0);
            reports.Add(source, agent.Subscribers);
        }
    }

    /// <summary>Counts the polls of one kind; thread-safe.</summary>
    private sealed class PollCounter
    {
        private long polls;
        private long notModified;

        public PollCount Value => new(Interlocked.Read(ref polls), Interlocked.Read(ref notModified));

        public void Count(int status)
        {
            Interlocked.Increment(ref polls);
            if (status == StatusCodes.Status304NotModified) Interlocked.Increment(ref notModified);
        }
    }
}
