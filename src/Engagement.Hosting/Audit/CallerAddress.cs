using System.Net;
using System.Net.Sockets;

namespace Engagement.Hosting.Audit;

/// <summary>Where a call came from, as far as that is kept.</summary>
internal static class CallerAddress
{
    public static string? Keep(IPAddress? address, KeptAddress kept)
    {
        if (address is null || kept == KeptAddress.None)
            return null;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (kept == KeptAddress.Whole)
            return new IPAddress(address.GetAddressBytes()).ToString();
        var bits = address.AddressFamily == AddressFamily.InterNetwork ? 24 : 48;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(bits / 8).Clear();
        return $"{new IPAddress(bytes)}/{bits.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
    }
}
