using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using NodaTime;

namespace Feeds.Web.Telemetry;

/// <summary>One request in the Combined Log Format; nothing that a client sends ends its field or its line.</summary>
internal static class AccessLogLine
{
    /// <summary>A longer field is cut: honest ones are shorter.</summary>
    public const int MaxFieldLength = 1024;

    private const int OctetsOfV4Kept = 3;
    private const int OctetsOfV6Kept = 6;

    public static string Of(HttpContext context, AddressForm form, int status, long sent, Instant now)
    {
        var (request, line) = (context.Request, new StringBuilder(256));
        line.Append(Address(context.Connection.RemoteIpAddress, form)).Append(" - - [");
        line.Append(CultureInfo.InvariantCulture, $"{now.ToDateTimeUtc():dd/MMM/yyyy:HH:mm:ss} +0000] \"");
        Escape(line, request.Method).Append(' ');
        Escape(line, context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget).Append(' ');
        Escape(line, request.Protocol).Append(CultureInfo.InvariantCulture, $"\" {status} {sent} \"");
        Escape(line, OrNone(request.Headers.Referer.ToString())).Append("\" \"");
        Escape(line, OrNone(request.Headers.UserAgent.ToString())).Append("\"\n");
        return line.ToString();
    }

    /// <summary>The address of a client; in short that of its neighbourhood: 24 bits of IPv4, 48 of IPv6.</summary>
    /// <param name="address">Null where there is none, as behind a Unix socket.</param>
    public static string Address(IPAddress? address, AddressForm form)
    {
        if (address is null) return "-";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var octets = address.GetAddressBytes();
        if (form == AddressForm.Short) octets.AsSpan(octets.Length == 4 ? OctetsOfV4Kept : OctetsOfV6Kept).Clear();
        return new IPAddress(octets).ToString();
    }

    /// <summary>Appends a field: what is not plain ASCII, and what could end the field, as nginx writes it, octet by octet.</summary>
    public static StringBuilder Escape(StringBuilder line, string field)
    {
        Span<byte> octets = stackalloc byte[4];
        foreach (var rune in field.AsSpan(0, Math.Min(field.Length, MaxFieldLength)).EnumerateRunes())
        {
            if (rune.Value is >= ' ' and <= '~' and not ('"' or '\\')) line.Append((char)rune.Value);
            else foreach (var octet in octets[..rune.EncodeToUtf8(octets)]) line.Append(CultureInfo.InvariantCulture, $"\\x{octet:X2}");
        }

        return line;
    }

    private static string OrNone(string field) => field.Length == 0 ? "-" : field;
}

/// <summary>How much of a client's address is written down.</summary>
internal enum AddressForm
{
    /// <summary>Its neighbourhood.</summary>
    Short,

    /// <summary>All of it.</summary>
    Whole,
}
