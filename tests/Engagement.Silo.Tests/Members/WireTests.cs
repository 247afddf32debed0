using Engagement.Domain.Behaviours;
using Engagement.Domain.Cards;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Purchases;
using Engagement.Domain.Recall;
using Engagement.Domain.Streaks;
using Engagement.Domain.Time;
using Engagement.Domain.Visits;
using Engagement.Hosting.Members;
using Engagement.Silo.Members;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace Engagement.Silo.Tests.Members;

/// <summary>Nodes of an older and of a newer version understand each other, or say that they do not.</summary>
public sealed class WireTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddSerializer().BuildServiceProvider();

    private static readonly EventKey Key = new("id ☕", new(UInt128.MaxValue - 7));

    public static TheoryData<MemberCommand> Commands =>
    [
        new Join(Key, new Instant(-5), new StoreId("bund")),
        new Purchase(Key, null, null, 10.50m, "order/1", """[{"sku":"a"}]""", """{"till":7}"""),
        new Refund(Key, new Instant(1), null, null, 0.1m),
        new Refund(Key, new Instant(1), null, "order/1", null),
        new Visit(Key, null, new StoreId("soho"), "面部护理"),
        new CheckIn(Key, new Instant(long.MaxValue), null),
        new Act(Key, null, null, "comment"),
        new IssueCard(Key, null, null, new("次卡 7"), "visits", new Instant(9)),
        new RenewCard(Key, null, null, new("次卡 7"), new Instant(9)),
        new ReceiveCampaign("spring", new Instant(9), "spring", null, null, 60, 48, 10),
        new KeepProfile(Birthday.TryOf(2, 29, out var day) ? day : null),
        new KeepProfile(null),
        new Advance(new Instant(1_700_000_000_000_001)),
        new AdoptRules(new Instant(7)),
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_arrives_on_another_node_as_it_was_sent(MemberCommand command)
    {
        var member = new MemberKey(new("glow"), new("138/0013 8000 ☕"));

        var bytes = Serializer<CommandBatch>().SerializeToArray(new CommandBatch(member, [command, command]));

        var arrived = Serializer<CommandBatch>().Deserialize(bytes)!;
        Assert.Equal(member, arrived.Member);
        Assert.Equal([command, command], arrived.Read(out _)!);
    }

    [Fact]
    public void Replies_arrive_as_they_were_given()
    {
        Reply[] replies = [new(Outcome.Accepted, null, 1L << 39), Reply.Duplicate, new(Outcome.Rejected, Rejection.UnknownOrder("7"))];

        var bytes = Serializer<TurnAnswer>().SerializeToArray(TurnAnswer.Of(replies));

        Assert.Equal(replies, Serializer<TurnAnswer>().Deserialize(bytes)!.Read());
    }

    [Fact]
    public void What_a_newer_node_adds_to_an_answer_is_passed_over()
    {
        var newer = new NewerReply { Outcome = 0, Position = 7, Mood = "glad" };

        var older = Serializer<ReplyWire>().Deserialize(Serializer<NewerReply>().SerializeToArray(newer));

        Assert.Equal(new(Outcome.Accepted, null, 7), older.Read());
    }

    [Fact]
    public void What_an_older_node_leaves_out_of_an_answer_is_missing_and_no_error()
    {
        var older = new ReplyWire { Outcome = 1 };

        var newer = Serializer<NewerReply>().Deserialize(Serializer<ReplyWire>().SerializeToArray(older));

        Assert.Equal((1, null), (newer.Outcome, newer.Mood));
    }

    [Fact]
    public void The_key_that_shows_in_logs_does_not_tell_who_a_member_is()
    {
        var (chain, number) = (new ChainId("glow"), new MemberId("13800138000"));

        Assert.DoesNotContain(number.Value, GrainKey.Of(new(chain, number)), StringComparison.Ordinal);
        Assert.NotEqual(GrainKey.Of(new(chain, number)), GrainKey.Of(new(chain, new("13800138001"))));
        Assert.NotEqual(GrainKey.Of(new(chain, number)), GrainKey.Of(new(new("other"), number)));
    }

    public void Dispose() => _services.Dispose();

    private Serializer<T> Serializer<T>() => _services.GetRequiredService<Serializer<T>>();
}

/// <summary>A reply as some later version might have it.</summary>
[GenerateSerializer, Alias("engagement.tests.newer_reply")]
public struct NewerReply
{
    [Id(0)]
    public int Outcome { get; set; }

    [Id(1)]
    public long Position { get; set; }

    [Id(9)]
    public string? Mood { get; set; }
}
