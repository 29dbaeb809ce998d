namespace Feeds.Model;

/// <summary>Where an event takes place.</summary>
public sealed record Place(string Name, string? Address = null, GeoPosition? Position = null)
{
    /// <summary>The parts of the address that are written one by one; null when there are none.</summary>
    public PostalAddress? Postal { get; init; }

    /// <summary>A map or a page of the place; of one that is online the address to join.</summary>
    public Uri? Link { get; init; }

    /// <summary>Whether people meet online and not there, so that no map shows it.</summary>
    public bool IsOnline { get; init; }

    public override string ToString() => Address is null ? Name : $"{Name}, {Address}";
}

/// <summary>An address in parts, each null when it is not written.</summary>
public sealed record PostalAddress(string? Street, string? PostalCode, string? City, string? Region, string? Country);

/// <summary>How people join online; it has at least an address or a text.</summary>
/// <param name="Text">What else is written, such as a meeting number.</param>
public sealed record OnlineAccess(Uri? Address, string? Text);

/// <summary>A place on Earth, in degrees north of the equator and east of Greenwich.</summary>
public sealed record GeoPosition(double Latitude, double Longitude);
