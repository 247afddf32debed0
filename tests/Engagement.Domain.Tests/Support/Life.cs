using Engagement.Domain.Care;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Recall;
using Engagement.Domain.Time;

namespace Engagement.Domain.Tests.Support;

/// <summary>One member's life: commands go in, what they bring about is kept and folded.</summary>
internal sealed class Life(ChainRules rules, MemberId id = default)
{
    public ChainRules Rules { get; set; } = rules;

    public Member Member { get; private set; } = Member.Unknown with { Id = id };

    public List<MemberEvent> Events { get; private init; } = [];

    /// <summary>Whether each message is handed over as soon as it is released.</summary>
    public bool Delivers { get; init; } = true;

    /// <summary>Sends a command when the clock shows <paramref name="clock"/> and keeps what follows from it.</summary>
    public Decision Send(MemberCommand command, Instant clock)
    {
        if (Delivers && command is (ActCommand or TaskCommand))
            Wake(command is ActCommand { At: { } at } ? Instant.Earlier(at, clock) : clock);
        var decision = Decider.Decide(Rules, Member, command, clock);
        if (decision is Decision.Accepted accepted)
        {
            Events.AddRange(accepted.Events);
            var birthday = accepted.After.Birthday;
            Member = accepted.Events.Aggregate(Member, Evolution.Evolve) with { Birthday = birthday };
            foreach (var released in accepted.Events.OfType<MessageReleased>().Where(_ => Delivers))
                Send(new ReportMessage(released.Message.Number, MessageFate.Sent), clock);
        }

        return decision;
    }

    /// <summary>Takes each act at the very instant it happens.</summary>
    public Life Live(IEnumerable<ActCommand> acts)
    {
        foreach (var act in acts)
            Send(act, act.At!.Value);
        return this;
    }

    /// <summary>She is woken whenever something falls due, as a node does it.</summary>
    public Life Until(Instant to)
    {
        Wake(to);
        return InOneStepUntil(to);
    }

    /// <summary>She is woken once, as after an outage.</summary>
    public Life InOneStepUntil(Instant to)
    {
        Send(new Advance(to), to);
        return this;
    }

    private void Wake(Instant to)
    {
        while (Passage.NextDue(Rules.For(Member.Home), Member) is { } due && due <= to)
            Send(new Advance(due), due);
    }

    /// <summary>Another life that has come as far as this one.</summary>
    public Life Copy() => new(Rules, id) { Member = Member, Events = [.. Events], Delivers = Delivers };
}
