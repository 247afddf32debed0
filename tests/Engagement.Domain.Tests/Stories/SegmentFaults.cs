using Engagement.Domain.Chains;
using Engagement.Domain.Policies;
using Engagement.Domain.Recall;

namespace Engagement.Domain.Tests.Stories;

public class SegmentFaults
{
    private static readonly Chain Glow = new(new("glow"), "Glow", "CNY") { Stores = [new(new("bund"), "Bund", "Asia/Shanghai")] };

    public static TheoryData<string, Segment> Wrong => new()
    {
        { "segment.stores", new() { Stores = ["closed"] } },
        { "segment.inStageDaysTo", new() { InStageDaysFrom = 5, InStageDaysTo = 4 } },
        { "segment.recencyDays", new() { RecencyDays = new() } },
        { "segment.recencyDays.from", new() { RecencyDays = new(-1m) } },
        { "segment.frequency.to", new() { Frequency = new(3m, 2m) } },
        { "segment.alive.to", new() { Alive = new(To: 1.5m) } },
        { "segment.score.from", new() { Score = new(11m) } },
        { "segment.ordersFrom", new() { OrdersFrom = -1 } },
        { "segment.tiers", new() { Tiers = ["diamond"] } },
        { "segment.tiers", new() { Tiers = [] } },
        { "segment.rfmGroups", new() { RfmGroups = ["rich"] } },
        { "segment.cardExpiresWithinDays", new() { CardExpiresWithinDays = 0 } },
        { "segment.birthdayMonths", new() { BirthdayMonths = [13] } },
        { "segment.tags", new() { Tags = new() } },
        { "segment.tags.any", new() { Tags = new(Any: [new string('x', 65)]) } },
        { "segment.acts[0]", new() { Acts = [new("visit", 30)] } },
        { "segment.acts[1].type", new() { Acts = [new("visit", 30, 1), new("survey", 30, 1)] } },
        { "segment.acts[0].withinDays", new() { Acts = [new("purchase", 731, 1)] } },
        { "segment.acts[0].withinDays", new() { Acts = [new("checkin", 366, 1)] } },
        { "segment.acts[0].atLeast", new() { Acts = [new("card_use", 30, 17)] } },
        { "segment.acts[0].sumFrom", new() { Acts = [new("visit", 30, SumFrom: 1m)] } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_with_a_segment_is_told_by_its_path(string path, Segment segment) =>
        Assert.Equal([path], SegmentValidation.Validate(Glow, "x", new() { Segment = segment }).Select(fault => fault.Path));

    [Fact]
    public void What_no_member_remembers_is_said_to_be_so()
    {
        var fault = Assert.Single(SegmentValidation.Validate(Glow, "x", new() { Segment = new() { Acts = [new("share", 30, 1)] } }));

        Assert.Equal("a member does not remember each 'share' she did: only purchase, visit, checkin, card_use can be counted in a window", fault.Why);
    }

    [Fact]
    public void A_segment_of_everything_there_is_has_no_fault()
    {
        var segment = new Segment
        {
            Stores = ["bund"],
            RecencyDays = new(1m, 90m),
            Money = new(-5m),
            Tiers = ["pro", Segment.NoTier],
            RfmGroups = ["important_value"],
            CardKinds = ["年卡"],
            BirthdayMonths = [2],
            Tags = new(None: ["敏感肌"]),
            Acts = [new("purchase", 730, SumFrom: 1000m), new("card_use", 30, AtMost: 0)],
        };

        Assert.Empty(SegmentValidation.Validate(Glow, "x", new() { Segment = segment }));
        Assert.True(segment.AsksMemory);
        Assert.False(new Segment { Stores = ["bund"], InStageDaysFrom = 3 }.AsksMemory);
    }
}
