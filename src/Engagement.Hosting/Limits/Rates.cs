using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Engagement.Hosting.Auth;
using Microsoft.AspNetCore.Http;

namespace Engagement.Hosting.Limits;

/// <summary>Who is counted together, and how much each of them may ask.</summary>
internal static class Rates
{
    private const string Nobody = "";

    /// <summary>The limit on all calls: of the caller, then of the address.</summary>
    public static PartitionedRateLimiter<HttpContext> Of(LimitOptions limits) => PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<HttpContext, string>(context => Caller.Of(context.User) switch
        {
            _ when !IsCounted(context) => Free(),
            { Role: StaffRole.SystemAdministrator } or null => Free(),
            var caller => RateLimitPartition.GetTokenBucketLimiter(CallerKey(caller), _ => Bucket(limits.CallsOfCaller, limits.BurstOfCaller)),
        }),
        PartitionedRateLimiter.Create<HttpContext, string>(context => Caller.Of(context.User) switch
        {
            _ when !IsCounted(context) => Free(),
            { Role: StaffRole.SystemAdministrator } => Free(),
            null => RateLimitPartition.GetTokenBucketLimiter(
                "?" + AddressKey(context), _ => Bucket(limits.CallsOfStranger, limits.BurstOfStranger)),
            _ => RateLimitPartition.GetTokenBucketLimiter(AddressKey(context), _ => Bucket(limits.CallsOfAddress, limits.BurstOfAddress)),
        }));

    /// <summary>What one caller is known by to limits; the same for all of a key's or an account's connections.</summary>
    public static string CallerKey(Caller? caller) => caller is null ? "?" : caller.Id.Length > 0 ? caller.Id : StaffRoles.NameOf(caller.Role);

    /// <summary>Where a call comes from. Of IPv6 the network: whoever has one address there has as many as she likes.</summary>
    public static string AddressKey(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address)
            return Nobody;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address.ToString();
        var network = address.GetAddressBytes();
        network.AsSpan(8).Clear();
        return new IPAddress(network).ToString();
    }

    // Pages are files, and health is asked by machines that must not be turned away.
    private static bool IsCounted(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/v1") || context.Request.Path.StartsWithSegments("/hubs") || context.Request.Path.StartsWithSegments("/openapi");

    private static RateLimitPartition<string> Free() => RateLimitPartition.GetNoLimiter(Nobody);

    private static TokenBucketRateLimiterOptions Bucket(int perSecond, int burst) => new()
    {
        TokenLimit = burst,
        TokensPerPeriod = Math.Max(1, perSecond / 10),
        ReplenishmentPeriod = TimeSpan.FromSeconds(perSecond >= 10 ? 0.1 : 1.0 / perSecond),
        QueueLimit = 0,
    };
}
