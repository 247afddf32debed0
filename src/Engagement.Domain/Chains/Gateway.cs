namespace Engagement.Domain.Chains;

/// <summary>Where a chain's messages of one channel go: the system that sends text messages, WeChat or push for it (docs/domain §9).</summary>
/// <param name="Url">Where they are posted.</param>
/// <param name="Secrets">What they are signed with, in the form in which the store may have it.</param>
public sealed record Gateway(string Url, string Secrets);
