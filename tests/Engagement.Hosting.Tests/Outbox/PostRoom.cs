using System.Collections.Concurrent;
using System.Collections.Immutable;
using Engagement.Domain.Care;
using Engagement.Domain.Chains;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Stages;
using Engagement.Domain.Time;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Channels;
using Engagement.Hosting.Members;
using Engagement.Hosting.Outbox;
using Engagement.Hosting.Profiles;
using Engagement.Hosting.Time;
using Engagement.Journal;
using Engagement.Journal.Policies;
using Microsoft.Extensions.Logging.Abstractions;

namespace Engagement.Hosting.Tests.Outbox;

/// <summary>A chain with members in Shanghai, an outbox, and channels that do as they are told.</summary>
internal sealed class PostRoom
{
    public static readonly ChainId Chain = new("glow");

    public PostRoom(DateTimeOffset? start = null)
    {
        Time = new(start ?? new DateTimeOffset(2026, 3, 8, 4, 0, 0, TimeSpan.Zero));
        Outbox = new(Time);
        Clock = new(Time);
    }

    public ManualTime Time { get; }

    public NodeClock Clock { get; }

    public InMemoryOutbox Outbox { get; }

    public Policy Policy { get; set; } = Policy.Default;

    /// <summary>What each message's members were told of it.</summary>
    public ConcurrentQueue<(string Member, ReportMessage Report)> Told { get; } = [];

    /// <summary>Changes how members are stored.</summary>
    public Func<Member, Member> Changing { get; set; } = member => member;

    /// <summary>Members who cannot be told anything for so many times.</summary>
    public int TellingsThatFail { get; set; }

    public static OutboxMessage Message(string member, Instant at, string channel = "scripted", string template = "dormant_hello", string? offer = null) => new(
        new(new(Chain, new(member)), new(1, 0)), $"msg_{member}", "dormancy", template, channel, offer, new("bund"), at, 0);

    /// <summary>Releases a message to each of these members now.</summary>
    public void Release(params IEnumerable<string> members) => Outbox.Release(members.Select(member => Message(member, Clock.Now)));

    public MessageDelivery Delivery(IOutbox door, params IEnumerable<IChannel> channels) => new(
        door, MembersStored, Engine, Catalogue, channels, NoGateways, Nobody, Clock, Time,
        Microsoft.Extensions.Options.Options.Create(Options), NullLogger<MessageDelivery>.Instance);

    // Who has no profile cannot be on the list of those not to be contacted.
    private SuppressionList Nobody => new(null!, new MemberProfiles(new NoProfiles(), null!, null!, Clock), null!, Clock);

    private static ChainGateways NoGateways => new(
        new(Microsoft.Extensions.Options.Options.Create(new ChannelOptions()), TimeProvider.System),
        new Microsoft.AspNetCore.DataProtection.EphemeralDataProtectionProvider(),
        new EmptyAddressBook(),
        Microsoft.Extensions.Options.Options.Create(new ChannelOptions()));

    public OutboxOptions Options { get; } = new();

    public OutboxDispatcher Dispatcher(params IEnumerable<IChannel> channels)
    {
        var door = Outbox.Door();
        return new(
            door, Delivery(door, channels), Time, Microsoft.Extensions.Options.Options.Create(Options), NullLogger<OutboxDispatcher>.Instance);
    }

    /// <summary>Claims what may be claimed and delivers it, one after the other; returns how many there were.</summary>
    public async Task<int> DeliverAsync(IChannel channel)
    {
        var door = Outbox.Door();
        var claimed = await door.ClaimAsync(100, Options.Lease, CancellationToken.None);
        var delivery = Delivery(door, channel);
        foreach (var message in claimed)
            await delivery.DeliverAsync(message);
        return claimed.Count;
    }

    public IJournal MembersStored => new Journal(this);

    public IMembers Engine => new Members(this);

    public ChainCatalogue Catalogue => new(new Directory(this));

    private Member MemberOf(MemberId id) => Changing(new()
    {
        Id = id,
        Since = Clock.Now - TimeSpan.FromDays(100),
        Home = new("bund"),
        Stage = Stage.Dormant,
    });

    private sealed class Journal(PostRoom room) : IJournal
    {
        public event Action<CommittedBatch>? Committed
        {
            add { }
            remove { }
        }

        public event Action<ChainId, long>? Advanced
        {
            add { }
            remove { }
        }

        public ValueTask<MemberRecord?> FindAsync(MemberKey key, CancellationToken cancellation) =>
            new(key.Member.Value == "nobody" ? null : new MemberRecord(key, 1, 1, room.MemberOf(key.Member), 1, null));

        public ValueTask<IReadOnlyDictionary<string, ContentFingerprint>> FindTakenAsync(
            ChainId chain, IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
            new(ImmutableDictionary<string, ContentFingerprint>.Empty);

        public ValueTask<AppendResult> AppendAsync(Append append, CancellationToken cancellation) => throw new InvalidOperationException();

        public ValueTask<long> HeadAsync(ChainId chain, CancellationToken cancellation) => new(0);
    }

    private sealed class Members(PostRoom room) : IMembers
    {
        public ValueTask<IReadOnlyList<Reply>> SendAsync(MemberKey member, IReadOnlyList<MemberCommand> commands, CancellationToken cancellation)
        {
            if (room.TellingsThatFail-- > 0)
                throw new JournalUnavailableException("The disk is full.") { RetryAfter = TimeSpan.Zero };
            foreach (var report in commands.OfType<ReportMessage>())
                room.Told.Enqueue((member.Member.Value, report));
            return new([new(Outcome.Accepted)]);
        }
    }

    private sealed class Directory(PostRoom room) : IChainDirectory
    {
        public event Action? Changed
        {
            add { }
            remove { }
        }

        private Chain Glow => new Chain(Chain, "Glow", "CNY") { Version = 1, Policy = room.Policy }
            .With(new Store(new("bund"), "外滩店", "Asia/Shanghai"));

        public ValueTask<IReadOnlyList<Chain>> ListAsync(CancellationToken cancellation) => new([Glow]);

        public ValueTask<IReadOnlyDictionary<ChainId, long>> VersionsAsync(CancellationToken cancellation) =>
            new(ImmutableDictionary<ChainId, long>.Empty);

        public ValueTask<Chain?> FindAsync(ChainId chain, CancellationToken cancellation) => new(chain == Chain ? Glow : null);

        public ValueTask<Chain?> FindAsync(ChainId chain, long rulesVersion, CancellationToken cancellation) => FindAsync(chain, cancellation);

        public ValueTask<bool> SaveAsync(Chain chain, CancellationToken cancellation) => new(false);

        public ValueTask<bool> SaveAsync(Chain chain, IReadOnlyList<PolicyVersion> versions, CancellationToken cancellation) => new(false);
    }
}

/// <summary>A channel that answers as it was told, and remembers what it was given.</summary>
internal sealed class ScriptedChannel(Func<OutgoingMessage, ValueTask<Handover>>? answer = null, string name = "scripted") : IChannel
{
    public ConcurrentQueue<OutgoingMessage> Given { get; } = [];

    public string Name => name;

    public ValueTask<Handover> SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        Given.Enqueue(message);
        return answer?.Invoke(message) ?? new(Handover.Accepted.Instance);
    }
}
