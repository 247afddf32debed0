using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;
using Engagement.Hosting.Demo;
using Engagement.Hosting.Demo.Lives;
using Engagement.Hosting.Members;
using Engagement.Journal;
using Microsoft.Extensions.Logging.Abstractions;

namespace Engagement.Hosting.Tests.Demo;

public sealed class DemoFeederTests
{
    private static readonly Instant Start = Instant.FromDateTimeOffset(new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));

    private readonly List<DemoAct> _life = [.. new Population(7, 10, Start).LifeOf(1).Take(3)];

    [Fact]
    public async Task It_tells_the_same_again_until_the_journal_is_back()
    {
        var members = new TroubledMembers(failures: 3);
        var feeder = new DemoFeeder(members, TimeProvider.System, NullLogger<DemoFeeder>.Instance);
        MemberCommand[] commands = [.. _life.Select(act => act.Command)];

        await feeder.SendAsync(_life[0].Member, commands, TestContext.Current.CancellationToken);

        Assert.Equal(4, members.Told.Count);
        Assert.All(members.Told, told => Assert.Equal(commands, told));
    }

    [Fact]
    public async Task A_stop_does_not_wait_for_the_journal()
    {
        using var stop = new CancellationTokenSource();
        var members = new TroubledMembers(failures: int.MaxValue) { RetryAfter = TimeSpan.FromHours(1) };
        var feeder = new DemoFeeder(members, TimeProvider.System, NullLogger<DemoFeeder>.Instance);

        var sending = feeder.SendAsync(_life[0].Member, [_life[0].Command], stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    private sealed class TroubledMembers(int failures) : IMembers
    {
        private int _left = failures;

        public TimeSpan RetryAfter { get; init; } = TimeSpan.FromMilliseconds(1);

        public List<IReadOnlyList<MemberCommand>> Told { get; } = [];

        public ValueTask<IReadOnlyList<Reply>> SendAsync(
            MemberKey member, IReadOnlyList<MemberCommand> commands, CancellationToken cancellation)
        {
            Told.Add(commands);
            if (_left-- > 0)
                throw new JournalUnavailableException("away") { RetryAfter = RetryAfter };
            return new(Enumerable.Repeat(new Reply(Outcome.Accepted), commands.Count).ToList());
        }
    }
}
