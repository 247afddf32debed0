using Engagement.Domain.Identity;
using Engagement.Hosting.Time;
using Engagement.Journal.Profiles;

namespace Engagement.Hosting.Profiles;

/// <summary>
/// Contacts that must not be used (docs/domain, messages): whoever is reached by one gets nothing on any channel. Only digests are
/// kept, so the list does not say whom it is about.
/// </summary>
public sealed class SuppressionList(ISuppressions suppressions, MemberProfiles profiles, SearchDigests digests, NodeClock clock)
{
    /// <summary>
    /// Whether a member has a contact that is on the list. Who has no profile can be reached by nothing that could be on it; of one
    /// that cannot be read nobody can say.
    /// </summary>
    /// <exception cref="ProfilesUnreadableException">Nobody can say.</exception>
    public async ValueTask<bool> CoversAsync(MemberKey member, CancellationToken cancellation)
    {
        var (known, contacts) = await ContactsAsync(member, cancellation).ConfigureAwait(false);
        return known && await suppressions.CoversAsync(member.Chain, [.. contacts.Select(contact => contact.Digest)], cancellation).ConfigureAwait(false);
    }

    /// <summary>Puts contacts on the list; returns each with whether it was new there.</summary>
    /// <param name="reason">Why, as a code.</param>
    /// <param name="by">Who did: an account's or a key's id.</param>
    public async ValueTask<IReadOnlyList<(Suppression Entry, bool IsNew)>> AddAsync(
        ChainId chain, IEnumerable<Contact> contacts, string reason, string by, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        var added = new List<(Suppression, bool)>();
        foreach (var contact in contacts)
        {
            var entry = new Suppression(contact.Digest, contact.Kind, reason, clock.Now, by);
            added.Add((entry, await suppressions.AddAsync(chain, [entry], cancellation).ConfigureAwait(false) > 0));
        }

        return added;
    }

    /// <summary>Takes contacts off the list; returns how many were on it.</summary>
    public async ValueTask<int> LiftAsync(ChainId chain, IEnumerable<Contact> contacts, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        var lifted = 0;
        foreach (var contact in contacts)
            lifted += await suppressions.LiftAsync(chain, contact.Digest, cancellation).ConfigureAwait(false) ? 1 : 0;
        return lifted;
    }

    /// <summary>The contacts in a member's profile; false where there is no profile of hers.</summary>
    /// <exception cref="ProfilesUnreadableException">There is one and it cannot be read.</exception>
    public async ValueTask<(bool IsKnown, IReadOnlyList<Contact> Contacts)> ContactsAsync(MemberKey member, CancellationToken cancellation)
    {
        if (await profiles.FindAsync(member, cancellation).ConfigureAwait(false) is not { } known)
            return (false, []);
        var profile = known.Profile ?? throw new ProfilesUnreadableException("A profile cannot be read: its keys are not at hand.");
        return (true, [.. new[] { Of(member.Chain, ContactKind.Phone, profile.Phone), Of(member.Chain, ContactKind.Email, profile.Email) }.OfType<Contact>()]);
    }

    /// <summary>A contact as the list knows it; null for what is none.</summary>
    public Contact? Of(ChainId chain, ContactKind kind, string? text) =>
        digests.OfContact(chain, kind, text) is { } digest ? new(kind, digest) : null;
}

/// <summary>A phone number or a mail address, as a digest.</summary>
public sealed record Contact(ContactKind Kind, byte[] Digest);
