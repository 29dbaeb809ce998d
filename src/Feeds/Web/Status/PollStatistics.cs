using System.Collections.Immutable;
using Feeds.Model;
using Feeds.Publishing;
using Feeds.Web.Serving;

namespace Feeds.Web.Status;

/// <summary>Counts polls by kind, with the numbers of subscribers that services report; no address of a client is kept.</summary>
internal sealed class PollStatistics
{
    /// <summary>How many reported numbers are kept; a new one replaces the oldest.</summary>
    public const int MaxReports = 1000;

    private readonly PollCounter feeds = new();
    private readonly PollCounter calendars = new();
    private readonly OrderedDictionary<(string Service, string Path), int> reports = [];
    private readonly Lock gate = new();

    public PollCount Feeds => feeds.Value;

    public PollCount Calendars => calendars.Value;

    /// <summary>What each service reported last, summed over the feeds that it asks for.</summary>
    public ImmutableArray<SubscriberCount> Subscribers()
    {
        lock (gate)
        {
            var services = reports.GroupBy(report => report.Key.Service, StringComparer.Ordinal);
            return
            [
                .. services.Select(service => new SubscriberCount(service.Key, service.Sum(report => (long)report.Value)))
                    .OrderByDescending(service => service.Subscribers).ThenBy(service => service.Service, StringComparer.Ordinal),
            ];
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
}
