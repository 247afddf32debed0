namespace Engagement.Domain.Chains;

/// <summary>Where a chain's messages of one channel go: the system that sends text messages, WeChat or push for it (docs/domain §9).</summary>
/// <param name="Url">Where they are posted.</param>
/// <param name="Secrets">What they are signed with, in the form in which the store may have it.</param>
/// <param name="Address">What it is told of how the member is reached.</param>
public sealed record Gateway(string Url, string Secrets, GatewayAddress Address = GatewayAddress.None);

/// <summary>What a gateway needs to know to reach a member. Personal data go to none that does not ask for them.</summary>
public enum GatewayAddress
{
    /// <summary>It knows members by their ids.</summary>
    None,

    Phone,

    Email,
}
