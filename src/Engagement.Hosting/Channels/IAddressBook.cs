using Engagement.Domain.Identity;

namespace Engagement.Hosting.Channels;

/// <summary>Where members can be written to. Addresses are personal data and lie in profiles, apart from events.</summary>
public interface IAddressBook
{
    /// <summary>Her mail address; null where none is known.</summary>
    ValueTask<string?> MailOfAsync(MemberKey member, CancellationToken cancellation);

    /// <summary>Her phone number in digits, with a + before it where its country is known; null where there is none.</summary>
    ValueTask<string?> PhoneOfAsync(MemberKey member, CancellationToken cancellation);
}

/// <summary>Nobody's address is known.</summary>
internal sealed class EmptyAddressBook : IAddressBook
{
    public ValueTask<string?> MailOfAsync(MemberKey member, CancellationToken cancellation) => new((string?)null);

    public ValueTask<string?> PhoneOfAsync(MemberKey member, CancellationToken cancellation) => new((string?)null);
}
