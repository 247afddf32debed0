using Engagement.Domain.Care;
using Engagement.Domain.Erasure;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Recall;
using Engagement.Domain.Time;

namespace Engagement.Domain.Simulation;

/// <summary>An event of a member's history, in the order in which it was told.</summary>
/// <param name="At">When it happened.</param>
/// <param name="Happened">What; null where nothing that it says is needed.</param>
public readonly record struct Past(Instant At, MemberEvent? Happened);

/// <summary>What a replay came to.</summary>
/// <param name="After">The member at its end.</param>
/// <param name="Refused">How many acts were refused that had been taken.</param>
/// <param name="NoLongerApply">How many things that staff did had nothing to be done to.</param>
public sealed record Replayed(Member After, int Refused, int NoLongerApply);

/// <summary>
/// One member's history again under other rules (docs/domain, what-if; docs/adr/0021). What was done to her is done again at its own
/// time, by <see cref="Decider"/>; what followed then is forgotten and follows anew. Under the rules that she lived by it comes out as it did.
/// </summary>
public sealed class Replay
{
    private readonly ChainRules _rules;
    private readonly Action<MemberEvent> _tell;
    private readonly Instant _end;
    private readonly Dictionary<int, StaffTask> _tasks = [];
    private readonly Dictionary<MessageNumber, Sent> _sentThen = [];
    private readonly Dictionary<Sent, MessageNumber> _sent = [];
    private readonly HashSet<Sent> _then = [];
    private readonly HashSet<Sent> _now = [];
    private Member _member;
    private int _refused;
    private int _noLongerApply;

    private Replay(ChainRules rules, Member member, Instant end, Action<MemberEvent> tell)
    {
        _rules = rules;
        _member = member;
        _end = end;
        _tell = tell;
    }

    /// <summary>Lets her live again, up to and including <paramref name="end"/>.</summary>
    /// <param name="birthday">It is in no event.</param>
    /// <param name="past">All her events up to then, in the order of their positions.</param>
    /// <param name="tell">Is given every event that follows, in order.</param>
    public static Replayed Of(
        ChainRules rules, MemberId member, Birthday? birthday, IReadOnlyList<Past> past, Instant end, Action<MemberEvent> tell)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(past);
        ArgumentNullException.ThrowIfNull(tell);
        var replay = new Replay(rules, Member.Unknown with { Id = member, Birthday = birthday }, end, tell);
        replay.Run(past);
        return new(replay._member, replay._refused, replay._noLongerApply);
    }

    private void Run(IReadOnlyList<Past> past)
    {
        foreach (var told in past)
        {
            if (told.Happened is MessageReleased released)
                _sentThen[released.Message.Number] = Add(released, _then);
        }

        var lived = new Instant(long.MinValue);
        for (var index = 0; index < past.Count; index++)
        {
            var (at, happened) = past[index];
            if (happened is not null && at <= _end)
                Repeat(past, index, happened, lived);
            lived = Instant.Later(lived, at);
        }

        LiveThrough(_end);
    }

    private void Repeat(IReadOnlyList<Past> past, int index, MemberEvent happened, Instant lived)
    {
        switch (Deeds.DoerOf(happened))
        {
            case Doer.World:
                Act(past, index, (ActEvent)happened, lived);
                break;
            case Doer.Staff:
                Handle(happened);
                break;
            case Doer.Channel:
                Report((MessageReported)happened);
                break;
            case Doer.Campaign:
                var reached = (CampaignReached)happened;
                TakeAt(reached.At, Deeds.CommandOf(reached, Planned(past, index, reached.Run)), reached.At);
                break;
            case Doer.Another:
                LiveThrough(happened.At);
                Take(Deeds.ErrandOf(happened), happened.At);
                break;
            case Doer.Forgetting:
                LiveThrough(happened.At);
                Take(new Erase(), happened.At);
                break;
            case Doer.Rules when happened is TaskOpened opened:
                _tasks[opened.Task.Number] = opened.Task;
                break;
        }
    }

    private void Act(IReadOnlyList<Past> past, int index, ActEvent act, Instant lived)
    {
        var clock = Instant.Earlier(Clocks.Of(past, index, act, lived), Instant.Later(_end, act.At));
        var command = Deeds.CommandOf(act);
        // What came late came after all that had been lived through by then, in whatever world.
        if (act.At < lived)
            LiveThrough(Instant.Earlier(lived, _end));
        var isLate = act.At < _member.LivedThrough;
        if (!TakeAt(!isLate ? act.At : Clocks.AreSeen(act) ? clock : _member.LivedThrough, command, clock))
            _refused++;
    }

    // A task of the same kind, from the same source and step; where there are several, the one that was opened at the same instant.
    private void Handle(MemberEvent happened)
    {
        LiveThrough(happened.At);
        StaffTask? found = null;
        if (_tasks.TryGetValue(Deeds.TaskOf(happened), out var then))
        {
            foreach (var task in _member.Care.Tasks)
            {
                if (task.Kind == then.Kind && task.Source == then.Source && task.Step?.Step == then.Step?.Step
                    && (found is null || task.OpenedAt == then.OpenedAt))
                    found = task;
            }
        }

        if (found is null || !Take(Deeds.CommandOf(happened, found.Number), happened.At))
            _noLongerApply++;
    }

    private void Report(MessageReported reported)
    {
        LiveThrough(reported.At);
        if (_sentThen.TryGetValue(reported.Number, out var sent) && _sent.TryGetValue(sent, out var number))
            Take(new ReportMessage(number, reported.Fate, reported.Detail), reported.At);
    }

    private static Waiting? Planned(IReadOnlyList<Past> past, int index, int run)
    {
        while (++index < past.Count)
        {
            if (past[index].Happened is MessagePlanned { Message: var message } && message.Number.Run == run)
                return message;
        }

        return null;
    }

    // Mostly nothing is sent on the way, and then it is all the same whether she lives up to it by herself or is let.
    private bool TakeAt(Instant to, MemberCommand command, Instant clock)
    {
        if (Decider.Decide(_rules, _member, command, clock) is Decision.Accepted accepted && !accepted.Events.Any(happened => happened is MessageReleased))
        {
            Accept(accepted);
            return true;
        }

        LiveThrough(to);
        return Take(command, clock);
    }

    // Step by step: what is sent on the way is known to be sent before the next falls due.
    private void LiveThrough(Instant to)
    {
        while (Passage.NextDue(_rules.For(_member.Home), _member) is { } due && due <= to)
        {
            var before = _member;
            Take(new Advance(due), due);
            if (ReferenceEquals(before, _member))
                return;
        }
    }

    private bool Take(MemberCommand command, Instant clock)
    {
        if (Decider.Decide(_rules, _member, command, clock) is not Decision.Accepted accepted)
            return false;
        Accept(accepted);
        foreach (var happened in accepted.Events)
        {
            if (happened is MessageReleased released)
                Send(released);
        }

        return true;
    }

    private void Accept(Decision.Accepted accepted)
    {
        _member = accepted.After;
        foreach (var happened in accepted.Events)
            _tell(happened);
    }

    // What went at the same instant then has the same fate as then; anything else went out at once, for the channels are the same.
    private void Send(MessageReleased released)
    {
        var sent = Add(released, _now);
        if (_then.Contains(sent))
            _sent[sent] = released.Message.Number;
        else
            Take(new ReportMessage(released.Message.Number, MessageFate.Sent), released.At);
    }

    private static Sent Add(MessageReleased released, HashSet<Sent> known)
    {
        var sent = new Sent(released.Message.Playbook, released.Message.Number.Step, released.At, 1);
        while (!known.Add(sent))
            sent = sent with { Nth = sent.Nth + 1 };
        return sent;
    }

    /// <summary>Which message it is, in whichever world: runs may be numbered otherwise.</summary>
    /// <param name="Nth">Two runs of a campaign may send at one instant.</param>
    private readonly record struct Sent(string Playbook, int Step, Instant At, int Nth);
}
