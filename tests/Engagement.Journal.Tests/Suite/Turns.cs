using System.Collections.Immutable;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;

namespace Engagement.Journal.Tests.Suite;

/// <summary>Makes members live by the domain's own rules and puts what follows into appends.</summary>
internal static class Turns
{
    /// <summary>The append of a turn in which a member is told <paramref name="commands"/>.</summary>
    public static Append Of(MemberKey key, MemberRecord? record, Instant now, params ReadOnlySpan<MemberCommand> commands) =>
        Of(Glow.Rules, key, record, now, commands);

    /// <summary>The same by other rules.</summary>
    public static Append Of(ChainRules rules, MemberKey key, MemberRecord? record, Instant now, params ReadOnlySpan<MemberCommand> commands)
    {
        var state = record?.State ?? Member.Unknown with { Id = key.Member };
        var events = ImmutableArray.CreateBuilder<MemberEvent>();
        foreach (var command in commands)
        {
            if (Decider.Decide(rules, state, command, now) is not Decision.Accepted accepted)
                throw new InvalidOperationException($"The story does not hold: {command} is not accepted.");
            foreach (var happened in accepted.Events)
            {
                state = Evolution.Evolve(state, happened);
                events.Add(happened);
            }
        }

        var due = Passage.NextDue(rules.For(state.Home), state);
        return new(key, record?.Row ?? 0, record?.Version ?? 0, state, rules.Version, due, events.ToImmutable()) { Found = record };
    }

    /// <summary>Finds the member, tells her, and stores the outcome, which must not conflict.</summary>
    public static async Task<MemberRecord> TellAsync(
        this OpenedStore store, MemberKey key, Instant now, params MemberCommand[] commands) =>
        await store.TellAsync(Glow.Rules, key, now, commands);

    /// <summary>The same by other rules.</summary>
    public static async Task<MemberRecord> TellAsync(
        this OpenedStore store, ChainRules rules, MemberKey key, Instant now, params MemberCommand[] commands)
    {
        var append = Of(rules, key, await store.Journal.FindAsync(key, TestContext.Current.CancellationToken), now, commands);
        var result = await store.Journal.AppendAsync(append, TestContext.Current.CancellationToken);
        Assert.True(result.IsCommitted);
        return new(key, result.Row, append.NextVersion, append.State, append.RulesVersion, append.DueAt);
    }

    /// <summary>The same, each act in a turn of its own at its own time.</summary>
    public static async Task LiveAsync(this OpenedStore store, MemberKey key, params ActCommand[] acts)
    {
        foreach (var act in acts)
            await store.TellAsync(key, act.At!.Value, act);
    }
}
