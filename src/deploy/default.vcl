# /etc/varnish/default.vcl: a cache in front of two servers, which answers while neither does.
vcl 4.1;
import directors;
import std;

probe ready { .url = "/health/ready"; .interval = 1s; .timeout = 1s; .window = 2; .threshold = 1; .initial = 1; }
backend one { .host = "10.0.0.11:5000"; .connect_timeout = 1s; .probe = ready; }
backend two { .host = "10.0.0.12:5000"; .connect_timeout = 1s; .probe = ready; }

sub vcl_init {
    new servers = directors.shard();
    servers.add_backend(one);
    servers.add_backend(two);
    servers.reconfigure();
}

sub vcl_recv {
    unset req.http.Cookie;
    # Try first what is kept, then a new answer alone, and where there is none whatever is kept.
    set req.grace = 1d;
    if (req.restarts == 1) { set req.grace = 0s; }
}

sub vcl_hit {
    # stale-while-revalidate: Varnish asks in the background; beyond that it asks before it answers.
    if (req.restarts == 0 && obj.ttl + std.duration(regsub(obj.http.Cache-Control, "^.*stale-while-revalidate=([0-9]+).*$", "\1s"), 0s) < 0s) {
        return (restart);
    }
}

sub vcl_backend_fetch {
    # Another server each time that one does not answer.
    set bereq.backend = servers.backend(alt=bereq.retries);
}

sub vcl_backend_response {
    if (beresp.status >= 500) { return (error(503)); }
    # stale-if-error: so long it is kept.
    set beresp.grace = std.duration(regsub(beresp.http.Cache-Control, "^.*stale-if-error=([0-9]+).*$", "\1s"), 0s);
}

sub vcl_backend_error {
    if (bereq.retries == 0) { return (retry); }
    return (abandon);
}

sub vcl_synth {
    if (resp.status == 503 && req.restarts == 1) { return (restart); }
}
