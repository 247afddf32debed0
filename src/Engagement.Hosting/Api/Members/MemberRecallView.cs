using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Recall;
using Engagement.Journal.Care;

namespace Engagement.Hosting.Api.Members;

/// <summary>A playbook that a member is in (docs/domain §9).</summary>
/// <param name="Run">Which of her runs through any playbook this is.</param>
/// <param name="Since">When she entered.</param>
/// <param name="Step">How many of its steps have come.</param>
/// <param name="Steps">How many it has.</param>
/// <param name="NextStepAt">When the next comes; null once all have.</param>
/// <param name="HeldOut">She is left alone, to be compared with: steps come and nothing is sent.</param>
/// <param name="PausedUntil">Nothing of it happens before then.</param>
/// <param name="EndsAt">When she leaves at the latest; null where the playbook is gone from the policy.</param>
/// <param name="Messages">What it wants sent and is not known to have gone, in the order of its steps.</param>
/// <param name="OpenTask">The id of its task that is still to be done, one of careTasks.</param>
public sealed record MemberRecallView(
    string Playbook,
    int Run,
    DateTimeOffset Since,
    int Step,
    int Steps,
    DateTimeOffset? NextStepAt,
    bool HeldOut,
    DateTimeOffset? PausedUntil,
    DateTimeOffset? EndsAt,
    IReadOnlyList<MemberRecallMessageView> Messages,
    string? OpenTask)
{
    internal static IReadOnlyList<MemberRecallView> Of(Rules rules, MemberKey key, Member member) =>
    [
        .. RecallOutlook.Of(rules, member).Select(outlook => new MemberRecallView(
            outlook.Run.Playbook,
            outlook.Run.Number,
            outlook.Run.Since.ToDateTimeOffset(),
            outlook.Run.Next,
            outlook.Steps,
            outlook.NextStepAt?.ToDateTimeOffset(),
            outlook.Run.IsHeldOut,
            outlook.Run.PausedUntil is { } until && until > member.LivedThrough ? until.ToDateTimeOffset() : null,
            outlook.EndsAt?.ToDateTimeOffset(),
            [.. outlook.Messages.Select(message => MemberRecallMessageView.Of(key, message))],
            member.Care.Tasks.FirstOrDefault(task => task.Step?.Run == outlook.Run.Number) is { } task ? PublicIds.OfTask(key, task.Number) : null)),
    ];
}

/// <summary>A message of a playbook that is on its way.</summary>
/// <param name="Id">What the list of messages knows it by.</param>
/// <param name="Step">Which step it comes from, from 0.</param>
/// <param name="State">planned, moved (it may not go yet) or released (it is in the outbox).</param>
/// <param name="DueAt">When it goes if it may then; null once it has been released.</param>
public sealed record MemberRecallMessageView(string Id, int Step, string State, DateTimeOffset? DueAt)
{
    private static readonly string[] States = ["planned", "moved", "released"];

    internal static MemberRecallMessageView Of(MemberKey key, OutlookMessage message) => new(
        PublicIds.OfMessage(key, message.Number), message.Number.Step, States[(int)message.State], message.DueAt?.ToDateTimeOffset());
}
