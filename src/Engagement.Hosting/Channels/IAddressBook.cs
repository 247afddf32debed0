using Engagement.Domain.Identity;

namespace Engagement.Hosting.Channels;

/// <summary>Where members can be written to. Addresses are personal data and lie in profiles, apart from events.</summary>
public interface IAddressBook
{
    /// <summary>Her mail address; null where none is known.</summary>
    ValueTask<string?> MailOfAsync(MemberKey member, CancellationToken cancellation);
}

/// <summary>As long as members have no profiles nobody's address is known, and mail is refused as <c>no_address</c>.</summary>
internal sealed class EmptyAddressBook : IAddressBook
{
    public ValueTask<string?> MailOfAsync(MemberKey member, CancellationToken cancellation) => new((string?)null);
}
