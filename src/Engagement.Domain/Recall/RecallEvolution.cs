using System.Collections.Immutable;
using Engagement.Domain.Care;
using Engagement.Domain.Members;

namespace Engagement.Domain.Recall;

/// <summary>How what happens in playbooks changes what a member knows of them.</summary>
internal static class RecallEvolution
{
    public static RecallState Evolve(RecallState state, MemberEvent happened) => happened switch
    {
        PlaybookEntered entered => Enter(state, entered),
        CampaignReached reached => state with
        {
            LastRun = reached.Run,
            Campaigns = [.. state.Campaigns.Where(known => known.Campaign != reached.Campaign), new(reached.Campaign, reached.Occurrence)],
            Watched = Watch(state, new(Campaigns.Prefix + reached.Campaign, reached.Run, reached.At, reached.IsHeldOut)),
        },
        MemberReturned returned => With(state, returned.Run, run => run with { HasReturned = true, Revenue = returned.Total }),
        ReturnRefunded refunded => With(state, refunded.Run, run => run with { Revenue = refunded.Total }),
        PlaybookLeft left => state with { Runs = state.Runs.RemoveAll(run => run.Number == left.Run) },
        StepWithheld withheld => Step(state, withheld.Run, withheld.Step + 1),
        StepsPassedOver passed => Step(state, passed.Run, passed.Next),
        TaskOpened { Task.Step: { } step } => Step(state, step.Run, step.Step + 1),
        PlaybookPaused paused => state with
        {
            Runs = [.. state.Runs.Select(run => run.Number == paused.Run ? run with { PausedUntil = paused.Until } : run)],
        },
        Consented consented => state with
        {
            Refused = Put(state.Refused, consented.Channel ?? "", !consented.IsGiven),
            Wanted = Put(state.Wanted, consented.Channel ?? "", consented.IsGiven),
        },
        MessagePlanned planned => Step(state, planned.Message.Number.Run, planned.Message.Number.Step + 1) with
        {
            Messages = state.Messages.Add(planned.Message),
        },
        MessageMoved moved => state with
        {
            Messages = [.. state.Messages.Select(message => message.Number == moved.Number ? message with { DueAt = moved.To } : message)],
        },
        MessageReleased released => Without(state, released.Message.Number) with
        {
            SentOn = [.. state.SentOn.Where(day => released.Day.DayNumber - day.DayNumber < released.WindowDays)],
            Released =
            [
                .. state.Released.Where(earlier => released.Day.DayNumber - earlier.Day.DayNumber < RememberedDays),
                new(released.Message.Number, released.Day),
            ],
        },
        // Of what was delivered it had been said that it was sent.
        MessageReported { Fate: not MessageFate.Delivered } reported => state with
        {
            Released = state.Released.RemoveAll(released => released.Number == reported.Number),
            SentOn = reported.Day is { } day ? state.SentOn.Add(day) : state.SentOn,
        },
        MessageCancelled cancelled => Without(state, cancelled.Number),
        _ => state,
    };

    /// <summary>Whatever nobody has reported after so long a time never will be.</summary>
    private const int RememberedDays = 30;

    private static ImmutableArray<Watched> Watch(RecallState state, Watched begun) =>
        [.. state.Watched.Where(run => run.Playbook != begun.Playbook && begun.Since - run.Since <= Returns.Watch), begun];

    private static RecallState With(RecallState state, int run, Func<Watched, Watched> change) =>
        state with { Watched = [.. state.Watched.Select(watched => watched.Run == run ? change(watched) : watched)] };

    private static RecallState Enter(RecallState state, PlaybookEntered entered) => state with
    {
        LastRun = entered.Run,
        Watched = Watch(state, new(entered.Playbook, entered.Run, entered.At, entered.IsHeldOut)),
        Runs = state.Runs.Add(new(entered.Playbook, entered.Run, entered.At, 0, entered.IsHeldOut)),
        Entries = entered.Remember
            ? [.. state.Entries.Where(entry => entry.Playbook != entered.Playbook), new(entered.Playbook, entered.At)]
            : state.Entries,
    };

    private static RecallState Step(RecallState state, int number, int next) => state with
    {
        Runs = [.. state.Runs.Select(run => run.Number == number && run.Next < next ? run with { Next = next } : run)],
    };

    private static ImmutableArray<string> Put(
        ImmutableArray<string> channels, string channel, bool isIn) => isIn
            ? channels.Contains(channel) ? channels : channels.Add(channel)
            : channels.Remove(channel);

    private static RecallState Without(RecallState state, MessageNumber number) =>
        state with
        {
            Messages = state.Messages.RemoveAll(message => message.Number == number),
            Released = state.Released.RemoveAll(released => released.Number == number),
        };
}
