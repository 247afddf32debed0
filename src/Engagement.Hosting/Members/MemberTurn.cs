using System.Runtime.CompilerServices;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Due;
using Engagement.Hosting.Time;
using Engagement.Journal;

namespace Engagement.Hosting.Members;

/// <summary>
/// One turn of one member, the same inside every engine: decide on what is known of her, store, and where somebody else was
/// faster, load again and decide again.
/// </summary>
public sealed class MemberTurn(IJournal journal, ChainCatalogue chains, NodeClock clock, DueAlarm alarm)
{
    /// <summary>Each conflict means that another node got on; so many in a row mean that something is wrong.</summary>
    private const int MostConflicts = 20;

    /// <summary>Takes a turn.</summary>
    /// <param name="known">The member as this engine last stored or loaded her; null to load her.</param>
    /// <returns>Her replies, and the member as she is now.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<(IReadOnlyList<Reply> Replies, MemberRecord Now)> TakeAsync(
        MemberKey key, MemberRecord? known, IReadOnlyList<MemberCommand> commands, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(commands);
        var rules = await chains.RulesAsync(key.Chain, cancellation).ConfigureAwait(false);
        TakenIds? taken = null;
        var isFresh = false;
        for (var conflicts = 0; conflicts < MostConflicts;)
        {
            var record = known
                ?? await journal.FindAsync(key, cancellation).ConfigureAwait(false)
                ?? new MemberRecord(key, 0, 0, Member.Unknown with { Id = key.Member }, rules.Version, null);
            var plan = new TurnPlan(record.State);
            // Another node knows newer rules already and has judged her by them.
            if (record.RulesVersion > rules.Version)
                rules = await chains.ReadRulesAsync(key.Chain, cancellation).ConfigureAwait(false);
            if (record.RulesVersion < rules.Version)
                await AdoptAsync(record, rules, plan, cancellation).ConfigureAwait(false);
            var replies = plan.Decide(rules, commands, taken?.Found, clock.Now);

            // A store that this node has not heard of may have been opened on another a moment ago.
            if (!isFresh && replies.Any(reply => reply.Rejection?.Code == Rejection.UnknownStoreCode))
            {
                isFresh = true;
                rules = await chains.ReadRulesAsync(key.Chain, cancellation).ConfigureAwait(false);
                continue;
            }

            // A refusal may be of something that was taken long ago: the journal knows.
            if (plan.Refused is { } refused && await (taken ??= new(journal, key.Chain)).AskAsync(refused, cancellation).ConfigureAwait(false))
                continue;
            // What is kept beside her history brings no event, and is stored all the same.
            var isKept = plan.State.Birthday != record.State.Birthday;
            var isUnchanged = plan.Events.Count == 0 && record.RulesVersion == rules.Version && !isKept;
            var isWoken = commands is [Advance];
            if (isUnchanged && !isWoken)
                return (replies, record);

            var due = Passage.NextDue(rules.For(plan.State.Home), plan.State);
            // Woken for nothing: a forecast may have moved what she was due for, and the store must not wake her for it again.
            if (isUnchanged && due == record.DueAt)
                return (replies, record);
            var append = new Append(key, record.Row, record.Version, plan.State, rules.Version, due, plan.Events.ToImmutable())
            {
                Found = record,
            };
            if (append is { ExpectedVersion: 0, Events.IsEmpty: true })
                return (replies, record);
            var result = await journal.AppendAsync(append, cancellation).ConfigureAwait(false);
            if (result.IsCommitted)
            {
                alarm.Consider(due);
                for (var index = 0; index < replies.Length; index++)
                {
                    if (replies[index].Outcome == Outcome.Accepted)
                        replies[index] = new(Outcome.Accepted, null, result.LastPosition);
                }

                return (replies, new(key, result.Row, append.NextVersion, plan.State, rules.Version, due));
            }

            conflicts++;
            known = null;
            rules = await chains.RulesAsync(key.Chain, cancellation).ConfigureAwait(false);
            taken ??= new(journal, key.Chain);
            await taken.AskAsync(commands.OfType<ActCommand>().Select(act => act.Key.Id), cancellation).ConfigureAwait(false);
        }

        throw new JournalUnavailableException("This member is being changed by too many at once.");
    }

    // Rules may have changed several times since she was last awake: she lives through each span by those of its time.
    private async ValueTask AdoptAsync(MemberRecord record, ChainRules rules, TurnPlan plan, CancellationToken cancellation)
    {
        for (var version = record.RulesVersion; version < rules.Version && record.Version > 0; version++)
        {
            var (before, _) = await chains.PastRulesAsync(record.Key.Chain, version, cancellation).ConfigureAwait(false);
            var (after, since) = await chains.PastRulesAsync(record.Key.Chain, version + 1, cancellation).ConfigureAwait(false);
            plan.Follow(before, new Advance(since), since);
            plan.Follow(after, new AdoptRules(since), since);
        }
    }
}

/// <summary>What the journal says of ids that may have been taken before, asked only where there is reason to.</summary>
internal sealed class TakenIds(IJournal journal, ChainId chain)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public Dictionary<string, ContentFingerprint> Found { get; } = new(StringComparer.Ordinal);

    /// <summary>Asks about ids not asked about before; true if any of them was taken.</summary>
    public async ValueTask<bool> AskAsync(IEnumerable<string> ids, CancellationToken cancellation)
    {
        var news = ids.Where(_asked.Add).ToList();
        if (news.Count == 0)
            return false;
        var found = await journal.FindTakenAsync(chain, news, cancellation).ConfigureAwait(false);
        foreach (var (id, fingerprint) in found)
            Found[id] = fingerprint;
        return found.Count > 0;
    }
}
