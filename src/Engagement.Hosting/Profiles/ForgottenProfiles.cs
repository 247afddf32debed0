using Engagement.Domain.Identity;
using Engagement.Hosting.Erasure;
using Engagement.Journal.Profiles;

namespace Engagement.Hosting.Profiles;

/// <summary>
/// Forgets the profile of a member who is erased (docs/domain/erasure.md): its key is shredded with it. Her contacts go onto the
/// list of those that must not be used, so that nobody who gets hold of them elsewhere writes to her in the chain's name.
/// </summary>
internal sealed class ForgottenProfiles(IProfiles profiles, SuppressionList suppressed) : IForgets
{
    private const string Reason = "erased";

    public async ValueTask ForgetAsync(MemberKey member, CancellationToken cancellation)
    {
        try
        {
            var (_, contacts) = await suppressed.ContactsAsync(member, cancellation).ConfigureAwait(false);
            await suppressed.AddAsync(member.Chain, contacts, Reason, Reason, cancellation).ConfigureAwait(false);
        }
        catch (ProfilesUnreadableException)
        {
            // What nobody can read any more nobody can put on a list; it goes all the same.
        }

        await profiles.ForgetAsync(member, cancellation).ConfigureAwait(false);
    }
}
