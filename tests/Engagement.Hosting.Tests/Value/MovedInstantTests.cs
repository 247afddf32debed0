using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;
using Engagement.Domain.Value;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Members;
using Engagement.Hosting.Tests.Node;
using Engagement.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Hosting.Tests.Value;

/// <summary>What becomes of an instant that members are due at when a new fit moves it.</summary>
public sealed class MovedInstantTests(SharedNode shared) : ChainTest(shared)
{
    // Whoever belongs to these comes nearly every day, and never leaves.
    private static readonly ForecastParameters Faithful = new(200, 30, 0.001, 100);

    [Fact]
    public async Task Woken_for_what_a_new_fit_has_moved_she_is_not_woken_for_it_again()
    {
        (await Node.PutAsync($"{Path}/policy", """{"recall":{"playbooks":{}},"stages":{"dormantAfterDays":20,"lostAfterDays":40,"secondVisitOverdueAfterDays":700,"slippingWithinDays":14}}""")).Ok();
        // Without a forecast she would be slipping in an hour.
        await SendAsync(new { id = "1", type = "visit", member = "li", at = DaysAgo(6 - 1 / 24.0) });
        var key = new MemberKey(new(Chain), new("li"));
        var before = (await Node.Services.GetRequiredService<IJournal>().FindAsync(key, Cancel))!;
        Learn(Faithful);

        var due = before.DueAt!.Value;
        var replies = await Node.Services.GetRequiredService<IMembers>().SendAsync(key, [new Advance(due)], Cancel);

        Assert.Equal(Outcome.Accepted, Assert.Single(replies).Outcome);
        var after = (await Node.Services.GetRequiredService<IJournal>().FindAsync(key, Cancel))!;
        Assert.Equal((before.Version, before.State.Flags), (after.Version, after.State.Flags));
        Assert.True(after.DueAt > due, $"{after.DueAt} is not later than {due}");
        Learn(null);
    }

    private void Learn(ForecastParameters? parameters)
    {
        var now = Instant.FromDateTimeOffset(DateTimeOffset.UtcNow);
        Node.Services.GetRequiredService<ChainCatalogue>().Learn(new(Chain), new(now, now, 60, 60, 0, parameters, null, null));
    }
}
