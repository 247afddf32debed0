using Engagement.Domain.Identity;

namespace Engagement.Hosting.Erasure;

/// <summary>
/// A part of the node that keeps something of members beside their history, and can be made to forget one. Every part that is registered
/// is asked when a member is erased (docs/domain/erasure.md).
/// </summary>
public interface IForgets
{
    /// <summary>Returns once nothing of her is kept any more. It may be asked again for somebody it has forgotten, and then does nothing.</summary>
    /// <exception cref="Journal.JournalUnavailableException">It could not be done now; it is asked again.</exception>
    ValueTask ForgetAsync(MemberKey member, CancellationToken cancellation);
}
