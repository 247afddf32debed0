using Engagement.Domain.Identity;
using Engagement.Domain.Profiles;
using Engagement.Hosting.Channels;

namespace Engagement.Hosting.Profiles;

/// <summary>The addresses in members' profiles.</summary>
internal sealed class ProfileAddressBook(MemberProfiles profiles) : IAddressBook
{
    public async ValueTask<string?> MailOfAsync(MemberKey member, CancellationToken cancellation) =>
        MailAddresses.Normalize((await ReadAsync(member, cancellation).ConfigureAwait(false))?.Email);

    public async ValueTask<string?> PhoneOfAsync(MemberKey member, CancellationToken cancellation) =>
        PhoneNumber.Normalize((await ReadAsync(member, cancellation).ConfigureAwait(false))?.Phone);

    private async ValueTask<Profile?> ReadAsync(MemberKey member, CancellationToken cancellation) =>
        await profiles.FindAsync(member, cancellation).ConfigureAwait(false) is not { } known
            ? null
            : known.Profile ?? throw new ProfilesUnreadableException("A profile cannot be read: its keys are not at hand.");
}
