using System.Collections.Concurrent;
using Engagement.Domain.Errands;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Referral;
using Engagement.Domain.Time;
using Engagement.Hosting.Errands;
using Engagement.Hosting.Members;
using Engagement.Hosting.Tests.Node;
using Engagement.Hosting.Tests.Outbox;
using Engagement.Journal;
using Engagement.Journal.Errands;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Tests.Errands;

/// <summary>How long somebody who is not known is waited for, and what becomes of what nobody hears.</summary>
public sealed class ErrandRunnerTests : IAsyncDisposable
{
    private static readonly ChainId Chain = new("glow");

    private readonly ManualTime _time = new(new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly Basket _basket;
    private readonly Members _members = new();
    private readonly ErrandRunner _runner;

    public ErrandRunnerTests()
    {
        _basket = new(_time);
        _runner = new(_basket, _members, _time, Options.Create(new ErrandOptions()), NullLogger<ErrandRunner>.Instance);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _runner.StopAsync(CancellationToken.None);
        _runner.Dispose();
    }

    [Fact]
    public async Task What_is_heard_is_done_as_soon_as_it_is_asked()
    {
        await _runner.StartAsync(Cancel);

        _basket.Ask("li", "zhao", new RewardReferrer(new("li"), 1));

        await UntilEmptyAsync();
        Assert.Equal([("zhao", (MemberCommand)new RewardReferrer(new("li"), 1))], _members.Told);
        Assert.Empty(_basket.Waits);
    }

    [Fact]
    public async Task Somebody_who_is_not_known_is_asked_for_ever_less_often_and_at_last_given_up_with_an_answer()
    {
        _members.Refusing = member => member == "nobody" ? Rejection.UnknownMember : null;
        _basket.Ask("li", "nobody", new WelcomeFriend(new("li"), new Instant(1)));
        await _runner.StartAsync(Cancel);

        for (var tries = 1; _basket.Count > 0; tries++)
        {
            await Eventually.HoldsAsync(() => Task.FromResult(_basket.Waits.Count), waits => waits >= tries || _basket.Count == 0, "it was tried");
            _time.Advance(_basket.Waits.Last());
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 3600, 3600], _basket.Waits.Take(14).Select(wait => wait.TotalSeconds));
        Assert.InRange(_basket.Waits.Sum(wait => wait.TotalDays), 30, 30.1);
        Assert.Equal(("li", new AnswerReferral(new("nobody"), "unknown")), _members.Told.Last());
    }

    [Fact]
    public async Task What_is_refused_for_another_reason_is_given_up_at_once()
    {
        _members.Refusing = _ => new("too_many_cards", "a member can hold at most 7 cards");
        _basket.Ask("li", "zhao", new RewardReferrer(new("li"), 1));

        await _runner.StartAsync(Cancel);

        await UntilEmptyAsync();
        Assert.Empty(_basket.Waits);
    }

    [Fact]
    public async Task What_only_a_newer_node_understands_is_left_to_one()
    {
        _basket.Ask("li", "zhao", null);

        await _runner.StartAsync(Cancel);

        await Eventually.HoldsAsync(() => Task.FromResult(_basket.Waits.Count), waits => waits == 1, "it was put off");
        Assert.Equal((1, 0), (_basket.Count, _members.Told.Count));
    }

    [Fact]
    public async Task One_who_cannot_be_stored_now_holds_up_nobody_else()
    {
        _members.Failing = member => member == "zhao";
        _basket.Ask("li", "zhao", new RewardReferrer(new("li"), 1));
        _basket.Ask("li", "wang", new RewardReferrer(new("li"), 1));
        await _runner.StartAsync(Cancel);
        await Eventually.HoldsAsync(() => Task.FromResult(_basket.Count), count => count == 1, "wang has heard of it");
        await Eventually.HoldsAsync(() => Task.FromResult(_basket.Waits.Count), waits => waits == 1, "zhao is tried again later");

        _members.Failing = _ => false;
        await UntilEmptyAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(["wang", "zhao"], _members.Told.Select(told => told.Member));
    }

    private Task UntilEmptyAsync(TimeSpan step = default) => Eventually.HoldsAsync(
        () =>
        {
            _time.Advance(step);
            return Task.FromResult(_basket.Count);
        },
        count => count == 0,
        "all is brought");

    /// <summary>Errands in memory, as their contract has it.</summary>
    private sealed class Basket(ManualTime time) : IErrands
    {
        private readonly Lock _turn = new();
        private readonly List<(AskedErrand Errand, DateTimeOffset DueAt)> _errands = [];

        public event Action? Asked;

        public ConcurrentQueue<TimeSpan> Waits { get; } = [];

        public int Count
        {
            get
            {
                lock (_turn)
                    return _errands.Count;
            }
        }

        public void Ask(string from, string to, ErrandCommand? command)
        {
            lock (_turn)
            {
                _errands.Add((
                    new(_errands.Count, new(Chain, new(from)), new(Chain, new(to)), command, Instant.FromDateTimeOffset(time.GetUtcNow()), 0),
                    time.GetUtcNow()));
            }

            Asked?.Invoke();
        }

        public ValueTask<IReadOnlyList<AskedErrand>> ClaimAsync(int limit, TimeSpan lease, CancellationToken cancellation)
        {
            lock (_turn)
            {
                var claimed = new List<AskedErrand>();
                for (var index = 0; index < _errands.Count && claimed.Count < limit; index++)
                {
                    var (errand, due) = _errands[index];
                    if (due > time.GetUtcNow())
                        continue;
                    claimed.Add(errand);
                    _errands[index] = (errand with { Tries = errand.Tries + 1 }, time.GetUtcNow() + lease);
                }

                return new(claimed);
            }
        }

        public ValueTask DoneAsync(long number, CancellationToken cancellation)
        {
            lock (_turn)
                _errands.RemoveAll(asked => asked.Errand.Number == number);
            return ValueTask.CompletedTask;
        }

        public ValueTask RetryAsync(long number, TimeSpan wait, CancellationToken cancellation)
        {
            lock (_turn)
            {
                var index = _errands.FindIndex(asked => asked.Errand.Number == number);
                _errands[index] = (_errands[index].Errand, time.GetUtcNow() + wait);
                Waits.Enqueue(wait);
            }

            return ValueTask.CompletedTask;
        }
    }

    private sealed class Members : IMembers
    {
        public ConcurrentQueue<(string Member, MemberCommand Command)> Told { get; } = [];

        public Func<string, Rejection?> Refusing { get; set; } = _ => null;

        public Func<string, bool> Failing { get; set; } = _ => false;

        public ValueTask<IReadOnlyList<Reply>> SendAsync(MemberKey member, IReadOnlyList<MemberCommand> commands, CancellationToken cancellation)
        {
            if (Failing(member.Member.Value))
                throw new JournalUnavailableException("The disk is full.") { RetryAfter = TimeSpan.Zero };
            if (Refusing(member.Member.Value) is { } refused)
                return new([new(Outcome.Rejected, refused)]);
            Told.Enqueue((member.Member.Value, commands.Single()));
            return new([new(Outcome.Accepted)]);
        }
    }
}
