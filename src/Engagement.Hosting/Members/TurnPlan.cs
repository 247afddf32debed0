using System.Collections.Immutable;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;

namespace Engagement.Hosting.Members;

/// <summary>What a turn is going to store, while it is being decided command by command.</summary>
internal sealed class TurnPlan(Member state)
{
    private Dictionary<string, EventKey>? _taken;

    public Member State { get; private set; } = state;

    public ImmutableArray<MemberEvent>.Builder Events { get; } = ImmutableArray.CreateBuilder<MemberEvent>();

    /// <summary>The ids of the commands that were refused; null if none was.</summary>
    public List<string>? Refused { get; private set; }

    public Reply[] Decide(
        ChainRules rules,
        IReadOnlyList<MemberCommand> commands,
        IReadOnlyDictionary<string, ContentFingerprint>? taken,
        Instant now)
    {
        var replies = new Reply[commands.Count];
        for (var index = 0; index < replies.Length; index++)
        {
            var command = commands[index];
            var id = (command as ActCommand)?.Key.Id;
            var decision = Known(command, taken) ?? Follow(rules, command, now);
            replies[index] = decision switch
            {
                Decision.Accepted => new(Outcome.Accepted),
                Decision.Rejected rejected => new(Outcome.Rejected, rejected.Rejection),
                _ => Reply.Duplicate,
            };
            if (id is null)
                continue;
            if (decision is Decision.Rejected)
                (Refused ??= []).Add(id);
            else if (decision is Decision.Accepted && replies.Length > 1)
                (_taken ??= new(StringComparer.Ordinal))[id] = ((ActCommand)command).Key;
        }

        return replies;
    }

    public Decision Follow(ChainRules rules, MemberCommand command, Instant now)
    {
        var decision = Decider.Decide(rules, State, command, now);
        if (decision is Decision.Accepted accepted)
        {
            State = accepted.After;
            Events.AddRange(accepted.Events);
        }

        return decision;
    }

    private Decision? Known(MemberCommand command, IReadOnlyDictionary<string, ContentFingerprint>? taken)
    {
        if (command is not ActCommand act)
            return null;
        if (_taken is not null && _taken.TryGetValue(act.Key.Id, out var key))
            return Decider.Repeated(key, act.Key);
        return taken is not null && taken.TryGetValue(act.Key.Id, out var fingerprint)
            ? Decider.Repeated(new(act.Key.Id, fingerprint), act.Key)
            : null;
    }
}
