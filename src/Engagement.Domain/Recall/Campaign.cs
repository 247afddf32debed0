using System.Collections.Immutable;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;

namespace Engagement.Domain.Recall;

/// <summary>
/// A campaign wants a message sent to her (docs/domain §9): it waits for its turn like any other. The same occurrence of a
/// campaign reaches her once, however often it is told.
/// </summary>
/// <param name="Campaign">Its name in the chain.</param>
/// <param name="Occurrence">When it was to go out: later occurrences are later instants.</param>
/// <param name="UselessAfterHours">Its message is not worth sending so many hours after the occurrence; null for always.</param>
/// <param name="HoldoutPercent">Of a hundred members so many get nothing, always the same ones, to be compared with.</param>
public sealed record ReceiveCampaign(
    string Campaign,
    Instant Occurrence,
    string Template,
    string? Channel,
    string? Offer,
    int Priority,
    int? UselessAfterHours,
    int HoldoutPercent = 0) : MemberCommand;

/// <summary>A campaign reached her.</summary>
/// <param name="Run">The number under which its message goes.</param>
/// <param name="IsHeldOut">She is left alone, to be compared with: nothing is sent.</param>
public sealed record CampaignReached(Instant At, string Campaign, Instant Occurrence, int Run, bool IsHeldOut) : MemberEvent(At);

/// <summary>Which occurrence of a campaign reached her last.</summary>
public sealed record Reached(string Campaign, Instant Occurrence);

internal static class Campaigns
{
    /// <summary>What messages of a campaign name as their playbook.</summary>
    public const string Prefix = "campaign:";

    public static Decision Decide(Rules rules, Member member, ReceiveCampaign command, Instant clock)
    {
        if (member.Stage is null)
            return new Decision.Rejected(Rejection.UnknownMember);
        foreach (var reached in member.Recall.Campaigns)
        {
            if (reached.Campaign == command.Campaign && reached.Occurrence >= command.Occurrence)
                return Decision.Duplicate.Instance;
        }

        var events = ImmutableArray.CreateBuilder<MemberEvent>();
        var at = Instant.Later(clock, member.LivedThrough);
        member = Passage.LiveThrough(rules, member, at, events);
        var run = member.Recall.LastRun + 1;
        var isHeldOut = Playbooks.IsHeldOut(Prefix + command.Campaign, member, command.HoldoutPercent);
        member = Judgement.Append(member, new CampaignReached(at, command.Campaign, command.Occurrence, run, isHeldOut), events);
        if (isHeldOut)
            return new Decision.Accepted(events.DrainToImmutable(), member);
        var message = new Waiting(
            new(run, 0),
            Prefix + command.Campaign,
            command.Priority,
            command.Template,
            command.Channel ?? rules.Policy.Recall.Messages.Channel,
            command.Offer,
            at,
            command.UselessAfterHours is { } hours ? command.Occurrence + TimeSpan.FromHours(hours) : null);
        member = Judgement.Append(member, new MessagePlanned(at, message), events);
        member = Playbooks.Send(rules, member, at, events);
        return new Decision.Accepted(events.DrainToImmutable(), member);
    }
}
