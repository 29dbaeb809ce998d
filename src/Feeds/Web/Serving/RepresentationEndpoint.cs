using Feeds.Model.Names;
using Feeds.Publishing;
using Feeds.Web.Status;
using NodaTime;

namespace Feeds.Web.Serving;

/// <summary>Finds what the current publication has for a request.</summary>
internal sealed class RepresentationEndpoint(CurrentPublication current, IClock clock, FairUse fairUse, RequestObserver? observer)
{
    private readonly RepresentationWriter writer = new(clock, fairUse);

    /// <summary>Answers a request: nearly all ask for a published path, and nothing is done that those do not need.</summary>
    public Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        if (current.Value is not { } publication
            || !publication.Representations.TryGetValue(request.Path.Value ?? "", out var found)
            || !Method.IsRead(request))
        {
            var searching = SearchAsync(context);
            return observer is { IsActive: true } ? observer.ObserveAsync(searching, context) : searching;
        }

        var answering = writer.WriteAsync(context, found, publication.Until);
        return observer is { IsActive: true } ? observer.ObserveAsync(answering, context, found) : answering;
    }

    /// <returns>What was found; null for an answer that is not published.</returns>
    private async Task<Representation?> SearchAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        if (path is Addresses.Live or Addresses.Ready)
        {
            if (Method.IsRead(context.Request)) await PlainResponses.HealthAsync(context, path, current);
            else await PlainResponses.MethodsAsync(context);
            return null;
        }

        if (path.Length == 0)
        {
            // RFC 9110 §9.3.7: "OPTIONS *" asks about the server and has no path.
            await PlainResponses.MethodsAsync(context);
            return null;
        }

        var publication = await current.GetAsync(context.RequestAborted);
        var below = PathBelow(publication.Site.Settings.Url, path);
        var found = publication.Find(path) ?? publication.Find(below);
        if (found is null) await WriteMissingAsync(context, publication, path, below);
        else if (Method.IsRead(context.Request)) await writer.WriteAsync(context, found, publication.Until);
        else await PlainResponses.MethodsAsync(context);
        return found;
    }

    private Task WriteMissingAsync(HttpContext context, Publication publication, string path, string below)
    {
        if ((Redirect(publication, path) ?? Redirect(publication, below)) is { } target) return PlainResponses.MovedAsync(context, target);
        if (BelowFeeds(publication, below) is { } instead) return PlainResponses.SeeInsteadAsync(context, instead);
        return WasThere(publication, path) || WasThere(publication, below)
            ? writer.WriteNothingAsync(context, StatusCodes.Status410Gone, "Gone: this was here, and was taken away.", publication)
            : writer.WriteNothingAsync(context, StatusCodes.Status404NotFound, "Not found.", publication);
    }

    /// <summary>The path without that of the site, which a proxy may remove or leave.</summary>
    private static string PathBelow(Uri site, string path)
    {
        var root = Uri.UnescapeDataString(site.AbsolutePath).TrimEnd('/');
        return path == root || path.StartsWith(root + "/", StringComparison.Ordinal) ? path[root.Length..] : path;
    }

    /// <summary>Where a path leads now; without a host on this site, so that it works at every address of the site.</summary>
    private static string? Redirect(Publication publication, string path)
    {
        var settings = publication.Site.Settings;
        if (settings.Redirects.TryGetValue(path, out var target)) return settings.Href(settings.Address(target));
        if (publication.Canonical(path) is { } canonical) return settings.Href(settings.AddressOf(canonical));
        if (publication.Representations.TryGetValue(path + "/", out var page)) return settings.Href(settings.AddressOf(page.Path));
        return Former(publication, path) ?? Former(publication, path + "/");
    }

    /// <summary>Where the home page and the help to subscribe are when they are below /feeds/; null for any other path.</summary>
    private static string? BelowFeeds(Publication publication, string path)
    {
        var settings = publication.Site.Settings;
        return !settings.HasHome && path is ("" or Addresses.Home or Addresses.Subscribe)
            ? settings.Href(settings.Address(settings.PathOf(path.Length == 0 ? Addresses.Home : path)))
            : null;
    }

    /// <summary>The current address of a document that had another path.</summary>
    private static string? Former(Publication publication, string path)
    {
        if (publication.FormerPaths.GetValueOrDefault(path) is not { } now) return null;
        if (!now.StartsWith('/')) return now;
        var settings = publication.Site.Settings;
        return publication.Representations.ContainsKey(now) ? settings.Href(settings.AddressOf(now)) : null;
    }

    private static bool WasThere(Publication publication, string path) =>
        publication.FormerPaths.ContainsKey(path) || publication.FormerPaths.ContainsKey(path + "/");
}
