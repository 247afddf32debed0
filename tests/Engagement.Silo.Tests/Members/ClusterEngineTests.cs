using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Hosting.Members;
using Engagement.Hosting.Tests.Members;
using Engagement.Journal;
using Engagement.Silo.Members;

namespace Engagement.Silo.Tests.Members;

/// <summary>The suite with members as grains on two silos, and what only more than one node can show.</summary>
public sealed class ClusterEngineTests : EngineSuite
{
    [Fact]
    public async Task What_the_store_says_of_when_to_come_again_reaches_a_caller_on_another_node()
    {
        await using var engine = await ClusterEngine.StartAsync();
        engine.Journal.OnAppend = _ => throw new JournalUnavailableException("the disk is full") { RetryAfter = TimeSpan.FromSeconds(7) };

        for (var node = 0; node < 2; node++)
        {
            var fault = await Assert.ThrowsAsync<JournalUnavailableException>(() => engine.BuyAsync("li", "p", 7m));
            Assert.Equal((TimeSpan.FromSeconds(7), "the disk is full"), (fault.RetryAfter, fault.Message));
        }
    }

    [Fact]
    public async Task A_refusal_is_the_same_on_every_node()
    {
        await using var engine = await ClusterEngine.StartAsync();
        await engine.BuyAsync("li", "p", 7m);

        for (var node = 0; node < 2; node++)
            Assert.Equal(new(Outcome.Rejected, Rejection.IdReused("p")), await engine.BuyAsync("li", "p", 8m));
    }

    [Fact]
    public async Task When_a_node_is_lost_its_members_go_on_elsewhere_and_their_callers_notice_nothing()
    {
        await using var engine = await ClusterEngine.StartAsync();
        await engine.BuyAsync("li", "wakes her", 5m);

        await engine.KillAsync(1);

        Assert.Equal(Outcome.Accepted, (await engine.BuyAsync("li", "p", 7m)).Outcome);
        Assert.Equal(Outcome.Duplicate, (await engine.BuyAsync("li", "wakes her", 5m)).Outcome);
        Assert.Equal(12, (await engine.StoredAsync("li")).Points);
    }

    [Fact]
    public async Task A_command_that_only_a_newer_version_knows_is_answered_and_the_member_moves_to_who_sends_it()
    {
        await using var engine = await ClusterEngine.StartAsync();
        await engine.BuyAsync("li", "wakes her", 5m);
        var li = new MemberKey(Engine.Chain, new("li"));
        var grain = engine.On<IGrainFactory>(0).GetGrain<IMemberGrain>(GrainKey.Of(li));

        var answer = await grain.SendAsync(
            new CommandBatch(li, [new CommandWire { Name = "adopt_pet.v1", Fields = "{}"u8.ToArray() }]), TestContext.Current.CancellationToken);

        var fault = Assert.Throws<JournalUnavailableException>(answer.Read);
        Assert.Contains("adopt_pet.v1", fault.Message, StringComparison.Ordinal);
        Assert.Equal(Outcome.Accepted, (await engine.BuyAsync("li", "p", 7m)).Outcome);
    }

    protected override async Task<Engine> StartAsync() => await ClusterEngine.StartAsync();
}
