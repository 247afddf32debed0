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
        },
        MemberReturned returned => state with
        {
            Watched = [.. state.Watched.Select(run => run.Run == returned.Run ? run with { HasReturned = true } : run)],
        },
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
            SentOn = [.. state.SentOn.Where(day => released.Day.DayNumber - day.DayNumber < released.WindowDays), released.Day],
        },
        MessageCancelled cancelled => Without(state, cancelled.Number),
        _ => state,
    };

    private static RecallState Enter(RecallState state, PlaybookEntered entered) => state with
    {
        LastRun = entered.Run,
        Watched =
        [
            .. state.Watched.Where(run => entered.At - run.Since <= Playbooks.Watch),
            new(entered.Playbook, entered.Run, entered.At, entered.IsHeldOut, HasReturned: false),
        ],
        Runs = state.Runs.Add(new(entered.Playbook, entered.Run, entered.At, 0, entered.IsHeldOut)),
        Entries = entered.Remember
            ? [.. state.Entries.Where(entry => entry.Playbook != entered.Playbook), new(entered.Playbook, entered.At)]
            : state.Entries,
    };

    private static RecallState Step(RecallState state, int number, int next) => state with
    {
        Runs = [.. state.Runs.Select(run => run.Number == number && run.Next < next ? run with { Next = next } : run)],
    };

    private static System.Collections.Immutable.ImmutableArray<string> Put(
        System.Collections.Immutable.ImmutableArray<string> channels, string channel, bool isIn) => isIn
            ? channels.Contains(channel) ? channels : channels.Add(channel)
            : channels.Remove(channel);

    private static RecallState Without(RecallState state, MessageNumber number) =>
        state with { Messages = state.Messages.RemoveAll(message => message.Number == number) };
}
