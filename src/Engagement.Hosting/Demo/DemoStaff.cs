using Engagement.Domain.Care;
using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Engagement.Hosting.Demo.Lives;
using Engagement.Hosting.Time;
using Engagement.Journal;
using Microsoft.Extensions.Hosting;

namespace Engagement.Hosting.Demo;

/// <summary>Lets the demonstration's staff work: they take tasks on, and close them a while later. Some they leave too long.</summary>
internal sealed class DemoStaff(ICareQueries care, DemoFeeder feeder, Population population, NodeClock clock) : BackgroundService
{
    private const int MostTasks = 200;

    // Of a hundred tasks so many are taken on at each look; what nobody takes in time goes to the manager.
    private const int TakenPercent = 8;

    private const int ClosedPercent = 30;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromHours(1);

    private static readonly string[] Ends = [Outcomes.Reached, Outcomes.Reached, Outcomes.Booked, Outcomes.NotReached, Outcomes.NotInterested];

    private readonly Dice _dice = new(population.Seed, -1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(BetweenLooks, clock.Time, stoppingToken).ConfigureAwait(false);
                var search = new TaskSearch([TaskState.Open, TaskState.Claimed], null, null, null, null, MostTasks);
                foreach (var row in await care.TasksAsync(DemoChain.Id, search, stoppingToken).ConfigureAwait(false))
                {
                    if (Wish(row) is { } wish)
                        await feeder.SendAsync(row.Member, [wish], stoppingToken).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The node stops, and the demonstration with it.
        }
    }

    private TaskCommand? Wish(TaskRow row)
    {
        var store = DemoStore.All.FirstOrDefault(store => store.Store.Id == row.Store) ?? DemoStore.All[0];
        if (!IsOpen(store.Store.TimeZone, clock.Now))
            return null;
        var staff = new StaffId(_dice.OneOf(store.Staff));
        return row.Task switch
        {
            { State: TaskState.Claimed, Assignee: { } assignee } when store.Staff.Contains(assignee.Value) && _dice.Chance(ClosedPercent / 100.0) =>
                new CompleteTask(row.Task.Number, assignee, _dice.OneOf(Ends)),
            { State: TaskState.Open } when _dice.Chance(TakenPercent / 100.0) => new ClaimTask(row.Task.Number, staff),
            _ => null,
        };
    }

    private static bool IsOpen(string zone, Instant now) =>
        now.LocalTime(TimeZoneInfo.FindSystemTimeZoneById(zone)) is var time && time >= new TimeOnly(9, 0) && time < new TimeOnly(21, 0);
}
