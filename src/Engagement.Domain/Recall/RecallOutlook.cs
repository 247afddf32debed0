using System.Collections.Immutable;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;

namespace Engagement.Domain.Recall;

/// <summary>What is to come of the playbooks that a member is in, if nothing else happens to her (docs/domain §9).</summary>
/// <param name="Run">Where she stands.</param>
/// <param name="Steps">How many steps the playbook has.</param>
/// <param name="NextStepAt">When the next step comes; null once all have come.</param>
/// <param name="EndsAt">When she leaves at the latest; null where the policy does not know the playbook any more.</param>
/// <param name="Messages">What it wants sent and has not been reported as sent, in the order of its steps.</param>
public sealed record RecallOutlook(
    Run Run, int Steps, Instant? NextStepAt, Instant? EndsAt, ImmutableArray<OutlookMessage> Messages)
{
    /// <summary>One for each playbook she is in, in the order in which she entered.</summary>
    public static ImmutableArray<RecallOutlook> Of(Rules rules, Member member)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(member);
        return [.. member.Recall.Runs.Select(run => Of(rules, member.Recall, run, member.LivedThrough))];
    }

    private static RecallOutlook Of(Rules rules, RecallState state, Run run, Instant now)
    {
        ImmutableArray<OutlookMessage> messages =
        [
            .. state.Released
                .Where(released => released.Number.Run == run.Number)
                .Select(released => new OutlookMessage(released.Number, MessageOutlook.Released, null))
                .Concat(state.Messages
                    .Where(waiting => waiting.Number.Run == run.Number)
                    .Select(waiting => new OutlookMessage(
                        waiting.Number, waiting.DueAt > now ? MessageOutlook.Moved : MessageOutlook.Planned, waiting.DueAt)))
                .OrderBy(message => message.Number.Step),
        ];
        return rules.Policy.Recall.Playbooks.GetValueOrDefault(run.Playbook) is { } playbook
            ? new(run, playbook.Steps.Length, Playbooks.NextStep(rules, playbook, run), Playbooks.EndOf(rules, playbook, run), messages)
            : new(run, run.Next, null, null, messages);
    }
}

/// <summary>A message of a playbook that is on its way.</summary>
/// <param name="DueAt">When it goes if it may then; null once it has been released.</param>
public readonly record struct OutlookMessage(MessageNumber Number, MessageOutlook State, Instant? DueAt);

/// <summary>How far a message has come.</summary>
public enum MessageOutlook
{
    /// <summary>It goes as soon as it may.</summary>
    Planned,

    /// <summary>It might not go yet, and waits for its time.</summary>
    Moved,

    /// <summary>It is in the outbox.</summary>
    Released,
}
