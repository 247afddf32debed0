using System.Runtime.CompilerServices;
using System.Text;
using Engagement.Domain.Benefits;
using Engagement.Domain.Cards;
using Engagement.Domain.Care;
using Engagement.Domain.Erasure;
using Engagement.Domain.Families;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Points;
using Engagement.Domain.Purchases;
using Engagement.Domain.Recall;
using Engagement.Domain.Referral;
using Engagement.Domain.Tags;
using Engagement.Domain.Tiers;
using Engagement.Domain.Time;
using Engagement.Journal.Formats;

namespace Engagement.Journal.Tests.Formats;

/// <summary>Commands have a form for other nodes, which may be older or newer.</summary>
public sealed class CommandFormatTests
{
    private static readonly EventKey Key = new("id ☕", new(UInt128.MaxValue - 7));

    private static Card Whole => new(new("C-7"), "gold", new Instant(1_700_000_000_000_001))
    {
        Form = CardForm.StoredValue,
        Since = new(1),
        LastLot = 2,
        Lots = [new(2, new(5), 1000m) { Bonus = 100m, PaidUsed = 0.5m, Steps = [new(1000m, 100m)] }],
        Uses = [new("use", new(7), 1, [new(2, 0.5m, 0m, 0)], 0m, 0m, null)],
    };

    private static Birthday LeapDay => Birthday.TryOf(2, 29, out var day) ? day : default;

    public static TheoryData<Type> Kinds =>
        [.. typeof(MemberCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(MemberCommand)) && !type.IsAbstract)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_command_has_a_name_with_a_version(Type kind)
    {
        var command = (MemberCommand)RuntimeHelpers.GetUninitializedObject(kind);

        Assert.Matches("^[a-z_]+\\.v[1-9][0-9]*$", CommandFormat.NameOf(command));
    }

    public static TheoryData<MemberCommand> OfCare =>
    [
        new Join(Key, null, null, null, new MemberId("李")),
        new Survey(Key, null, new StoreId("bund"), 10, """{"by":"phone"}"""),
        new Complaint(Key, new Instant(1), null),
        new Consent(Key, null, null, null, true),
        new Consent(Key, null, null, "sms", false),
        new Tag(Key, new Instant(1), new StoreId("bund"), "敏感肌", """{"by":"mei"}"""),
        new Untag(Key, null, null, "vip"),
        new ClaimTask(7, new("wang")),
        new ReleaseTask(7, new("wang")),
        new SnoozeTask(7, new("wang"), new Instant(1_700_000_000_000_001)),
        new ReassignTask(7, new("wang"), new("赵")),
        new CompleteTask(7, new("wang"), "reached"),
        new ReportMessage(new(3, 1), MessageFate.Failed, "no such number"),
        new ReportMessage(new(3, 1), MessageFate.Sent),
        new Join(Key, null, null, Birthday: LeapDay),
        new KeepProfile(LeapDay),
        new KeepProfile(null),
        new Erase(),
        new IssueCard(Key, new Instant(1), new StoreId("bund"), new("C-7"), "annual", new Instant(1_700_000_000_000_001), """{"till":7}"""),
        new IssueCard(Key, null, null, new("次卡"), null, null),
        new RenewCard(Key, null, null, new("C-7"), new Instant(1_700_000_000_000_001)),
        new IssueCard(Key, null, null, new("C-7"), "gold", null) { Paid = 1000m, Balance = 1100.50m },
        new IssueCard(Key, null, null, new("C-7"), "ten", null) { Uses = 7 },
        new RenewCard(Key, null, null, new("C-7"), new Instant(9)) { Paid = 0.01m, Uses = 3 },
        new TopUpCard(Key, new Instant(1), new StoreId("bund"), new("C-7"), 2000m, """{"till":7}"""),
        new UseCard(Key, null, null, new("C-7"), 12.34m, null, "皮肤", "till 3"),
        new UseCard(Key, null, null, new("C-7"), null, 2, IsVisit: false),
        new CancelCardUse(Key, null, null, "use 1"),
        new FreezeCard(Key, null, null, new("C-7"), "出国"),
        new FreezeCard(Key, null, null, new("C-7")),
        new UnfreezeCard(Key, null, null, new("C-7")),
        new RefundCard(Key, null, null, new("C-7")),
        new RefundCard(Key, null, null, new("C-7"), 99.99m),
        new TransferCard(Key, null, null, new("C-7"), new("赵")),
        new ReceiveCard(Key, new Instant(1), null, Whole, new("li")),
        new TakeCardBack(Key, null, null, Whole, new("赵"), "card_exists"),
        new ReceiveCampaign("spring", new Instant(1_700_000_000_000_001), "spring", "sms", "20 % off", 60, 48, 10),
        new ReceiveCampaign("秋", new Instant(7), "autumn", null, null, 0, null),
    ];

    public static TheoryData<MemberCommand> OfMembership =>
    [
        new RedeemPoints(Key, new Instant(1), new StoreId("bund"), 1_000, null, Extra: """{"till":7}"""),
        new RedeemPoints(Key, null, null, null, "mug ☕", 3),
        new AdjustPoints(Key, null, null, -50, "typed \"wrong\"", new("赵")),
        new AdjustPoints(Key, new Instant(1), new StoreId("bund"), long.MaxValue, "好", new("wang"), """{"till":7}"""),
        new InviteToTier(Key, null, new StoreId("bund"), "premium", true),
        new InviteToTier(Key, new Instant(1), null, "premium", false, """{"till":7}"""),
        new UseBenefit(Key, null, null, "fast_lane"),
        new UseBenefit(Key, new Instant(1), new StoreId("bund"), "home_visit", new MemberId("李"), """{"till":7}"""),
        new AddToFamily(Key, new Instant(1), new StoreId("bund"), new("李"), """{"till":7}"""),
        new RemoveFromFamily(Key, null, null, new("李")),
        new LeaveFamily(Key, new Instant(1), null, """{"till":7}"""),
        new WelcomeFriend(new("李"), new Instant(1_700_000_000_000_001)),
        new AnswerReferral(new("李"), null),
        new AnswerReferral(new("李"), "loop"),
        new RewardReferrer(new("李"), 2),
        new ReturnReward(new("李"), 2),
        new JoinFamily(new("李")),
        new AnswerFamily(new("李"), null),
        new AnswerFamily(new("李"), "left"),
        new PartFromFamily(new("李")),
    ];

    [Theory]
    [MemberData(nameof(OfCare), DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(OfMembership), DisableDiscoveryEnumeration = true)]
    public void What_is_asked_of_a_member_is_read_as_it_was_written(MemberCommand command) =>
        Assert.Equal(command, CommandFormat.Read(CommandFormat.NameOf(command), CommandFormat.Write(command)));

    [Fact]
    public void A_field_that_a_newer_node_adds_is_passed_over()
    {
        var purchase = new Purchase(new("p", new(7)), new Instant(1), new StoreId("bund"), 9.90m, Extra: """{"till":7}""");
        var newer = Encoding.UTF8.GetString(CommandFormat.Write(purchase)).Insert(1, "\"gift\":{\"wrap\":true},");

        Assert.Equal(purchase, CommandFormat.Read("purchase.v1", Encoding.UTF8.GetBytes(newer)));
    }

    [Theory]
    [InlineData("purchase.v2", """{"key":["p","AAAAAAAAAAAAAAAAAAAABw=="],"amount":1}""")]
    [InlineData("adopt_pet.v1", "{}")]
    public void A_kind_that_only_a_newer_node_knows_is_told_and_not_guessed(string name, string fields) =>
        Assert.Null(CommandFormat.Read(name, Encoding.UTF8.GetBytes(fields)));
}
