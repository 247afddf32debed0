using Engagement.Domain.Identity;
using Engagement.Domain.Profiles;
using Engagement.Hosting.Time;
using Engagement.Journal;
using Engagement.Journal.Profiles;

namespace Engagement.Hosting.Profiles;

/// <summary>Members' profiles, opened and sealed on the way: nobody else has the keys.</summary>
public sealed class MemberProfiles(IProfiles profiles, ProfileSealing sealing, SearchDigests digests, NodeClock clock)
{
    private const int MostTries = 20;

    /// <summary>A member's profile; null if there is none.</summary>
    public async ValueTask<KnownProfile?> FindAsync(MemberKey member, CancellationToken cancellation) =>
        (await FindAsync(member.Chain, [member.Member], cancellation).ConfigureAwait(false)).GetValueOrDefault(member.Member);

    /// <summary>The profiles of those members who have one, in one query.</summary>
    public async ValueTask<IReadOnlyDictionary<MemberId, KnownProfile>> FindAsync(
        ChainId chain, IReadOnlyCollection<MemberId> members, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(members);
        if (members.Count == 0)
            return new Dictionary<MemberId, KnownProfile>();
        var rows = await profiles.FindAsync(chain, members, cancellation).ConfigureAwait(false);
        return rows.Where(row => row.Value.Content is not null)
            .ToDictionary(row => row.Key, row => new KnownProfile(sealing.Open(new(chain, row.Key), row.Value.Content!)));
    }

    /// <summary>Takes the place of whatever is known of a member; also of what cannot be read any more.</summary>
    public async ValueTask PutAsync(MemberKey member, Profile profile, CancellationToken cancellation) =>
        await profiles.SaveAsync(member.Chain, [ToStore(member, profile, null)], cancellation).ConfigureAwait(false);

    /// <summary>Takes the place of whatever is known of many members of a chain.</summary>
    public async ValueTask PutAsync(
        ChainId chain, IEnumerable<(MemberId Member, Profile Profile)> many, CancellationToken cancellation) =>
        await profiles.SaveAsync(
            chain, [.. many.Select(each => ToStore(new(chain, each.Member), each.Profile, null))], cancellation).ConfigureAwait(false);

    /// <summary>
    /// Changes profiles, each by what is said of it, in the order in which it is said. Returns what became of each member's; nothing is
    /// lost to somebody who changes the same one at the same time.
    /// </summary>
    public async ValueTask<IReadOnlyDictionary<MemberId, ProfileOutcome>> ChangeAsync(
        ChainId chain, IReadOnlyList<ProfileWord> words, CancellationToken cancellation)
    {
        var outcomes = new Dictionary<MemberId, ProfileOutcome>();
        var open = words.GroupBy(word => word.Member).ToDictionary(own => own.Key, own => own.ToList());
        for (var tries = 1; open.Count > 0; tries++)
        {
            var rows = await profiles.FindAsync(chain, open.Keys, cancellation).ConfigureAwait(false);
            var toStore = new List<ProfileToStore>();
            foreach (var (member, own) in open)
            {
                var key = new MemberKey(chain, member);
                var row = rows.GetValueOrDefault(member);
                var known = row?.Content is { } content ? sealing.Open(key, content) : Profile.Empty;
                var (outcome, changed) = Change(known, row, own);
                outcomes[member] = outcome;
                if (outcome == ProfileOutcome.Kept)
                    toStore.Add(ToStore(key, changed!, row?.Version ?? 0));
            }

            var stored = await profiles.SaveAsync(chain, toStore, cancellation).ConfigureAwait(false);
            open = toStore.Where((_, place) => !stored[place]).ToDictionary(each => each.Member, each => open[each.Member]);
            if (tries == MostTries && open.Count > 0)
                throw new JournalUnavailableException("Others change the same profiles at this moment.");
        }

        return outcomes;
    }

    private static (ProfileOutcome Outcome, Profile? Changed) Change(Profile? known, ProfileRow? row, List<ProfileWord> words)
    {
        if (known is null)
            return (ProfileOutcome.Unreadable, null);
        var changed = known;
        foreach (var word in words)
        {
            changed = word.Kind switch
            {
                ProfileWordKind.Change => word.Change.To(changed),
                ProfileWordKind.Fill => word.Change.Fill(changed),
                _ => row is null ? word.Change.To(changed) : changed,
            };
        }

        return changed.Fields.Count > ProfileLimits.Fields ? (ProfileOutcome.TooManyFields, null)
            : changed.Equals(known) ? (ProfileOutcome.AsBefore, null)
            : (ProfileOutcome.Kept, changed);
    }

    private ProfileToStore ToStore(MemberKey member, Profile profile, long? expected) =>
        new(member.Member, sealing.Seal(member, profile), digests.Of(member.Chain, profile), expected, clock.Now);
}

/// <summary>What is known of a member.</summary>
/// <param name="Profile">Null where it cannot be opened.</param>
public sealed record KnownProfile(Profile? Profile);

/// <summary>Something said of a member's profile.</summary>
public sealed record ProfileWord(MemberId Member, ProfileChange Change, ProfileWordKind Kind);

/// <summary>How a word on a profile is meant.</summary>
public enum ProfileWordKind
{
    /// <summary>It holds.</summary>
    Change,

    /// <summary>It holds where nothing is known yet.</summary>
    Fill,

    /// <summary>It holds if there has never been a profile of hers.</summary>
    IfFirst,
}

/// <summary>What became of a profile.</summary>
public enum ProfileOutcome
{
    Kept,

    /// <summary>Nothing about it was new.</summary>
    AsBefore,

    /// <summary>It is there and cannot be opened; it was left alone.</summary>
    Unreadable,

    /// <summary>It would have more fields of the chain's own than it may have.</summary>
    TooManyFields,
}
