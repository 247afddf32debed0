using Engagement.Domain.Erasure;
using Engagement.Domain.Identity;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Members;
using Engagement.Hosting.Time;
using Engagement.Journal.Erasure;

namespace Engagement.Hosting.Erasure;

/// <summary>The ways in which members come to be forgotten: by a call, by what a restored backup brought back, by the policy.</summary>
public sealed class Erasing(IErasures erasures, IMembers members, ChainCatalogue chains, ErasureLog log, NodeClock clock)
{
    /// <summary>Stores that she is to be forgotten, and ends at once all that is pending. The rest follows, whatever crashes.</summary>
    /// <param name="by">Who asked: an account's or a key's id, or a word of ours.</param>
    /// <returns>How far it has come; null where there is no such chain.</returns>
    public async ValueTask<AskedErasure?> AskAsync(MemberKey member, string by, string? reason, CancellationToken cancellation)
    {
        if (await erasures.AskAsync(member, clock.Now, by, reason, cancellation).ConfigureAwait(false) is null)
            return null;
        await members.SendAsync(member, [new Erase()], cancellation).ConfigureAwait(false);
        return await erasures.FindAsync(member, cancellation).ConfigureAwait(false);
    }

    /// <summary>Erases again whoever was erased before and is in the database as if she had not been: a backup was restored.</summary>
    /// <returns>How many.</returns>
    public async ValueTask<int> ReplayAsync(ChainId? only, CancellationToken cancellation)
    {
        var again = 0;
        foreach (var member in log.Read())
        {
            if ((only is { } chain && member.Chain != chain) || await chains.FindAsync(member.Chain, cancellation).ConfigureAwait(false) is null
                || await erasures.FindAsync(member, cancellation).ConfigureAwait(false) is not null)
                continue;
            await AskAsync(member, "replay", "restored_backup", cancellation).ConfigureAwait(false);
            again++;
        }

        return again;
    }
}
