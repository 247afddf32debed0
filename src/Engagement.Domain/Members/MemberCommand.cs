using Engagement.Domain.Identity;
using Engagement.Domain.Time;

namespace Engagement.Domain.Members;

/// <summary>What can be asked of a member. The union is closed: its cases are in this assembly.</summary>
public abstract record MemberCommand
{
    private protected MemberCommand()
    {
    }
}

/// <summary>Something happened to a member (docs/domain §3).</summary>
/// <param name="Key">The sender's key: the same id is taken once.</param>
/// <param name="At">When it happened; null means now.</param>
/// <param name="Store">Where it happened; null means at her home store.</param>
/// <param name="Extra">Fields that the sender added and we do not know, a JSON object.</param>
public abstract record ActCommand(EventKey Key, Instant? At, StoreId? Store, string? Extra) : MemberCommand;

/// <summary>Time has passed: whatever fell due up to <paramref name="To"/> happens, each at its own instant.</summary>
public sealed record Advance(Instant To) : MemberCommand;

/// <summary>
/// The chain's rules became others at <paramref name="Since"/>. What fell due before did so under the old rules; from then
/// on she is judged by the new ones, and nothing that was told is taken back.
/// </summary>
public sealed record AdoptRules(Instant Since) : MemberCommand;
