using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Insights;

/// <summary>What cannot be asked of a chain's past is refused with a reason.</summary>
public sealed class InsightRefusalTests(SharedNode shared) : ChainTest(shared)
{
    [Theory]
    [InlineData("cohorts")]
    [InlineData("visit-hours")]
    [InlineData("rates")]
    [InlineData("renewals")]
    public async Task A_chain_or_store_that_is_not_there_has_no_past(string path)
    {
        (await Node.GetAsync($"/v1/chains/nowhere/{path}")).Problem(404, "unknown_chain");
        (await Node.GetAsync($"{Path}/{path}?store=nowhere")).Problem(404, "unknown_store");
    }

    [Theory]
    [InlineData("cohorts?at=yesterday")]
    [InlineData("cohorts?at=2999-01-01T00:00:00Z")]
    [InlineData("cohorts?months=0")]
    [InlineData("cohorts?months=61")]
    [InlineData("visit-hours?from=yesterday")]
    [InlineData("visit-hours?to=2026-13-01")]
    [InlineData("visit-hours?from=2026-01-02&to=2026-01-01")]
    [InlineData("visit-hours?from=2999-01-01")]
    [InlineData("rates?at=2026-01-01")]
    [InlineData("renewals?withinDays=0")]
    [InlineData("renewals?withinDays=367")]
    [InlineData("renewals?limit=201")]
    [InlineData("renewals?cursor=x")]
    [InlineData("renewals?cursor=MTIzLmxp")]
    public async Task What_makes_no_sense_is_an_invalid_parameter(string path) =>
        (await Node.GetAsync($"{Path}/{path}")).Problem(400, "invalid_parameter");

    [Theory]
    [InlineData("cohorts?at=0001-01-03T00:00:00Z&months=60")]
    [InlineData("rates?at=0001-01-03T00:00:00Z")]
    [InlineData("renewals?at=0001-01-03T00:00:00Z&withinDays=366")]
    [InlineData("visit-hours?from=0002-01-01&to=9998-12-31")]
    public async Task At_the_ends_of_the_calendar_there_is_simply_nothing(string path) => (await Node.GetAsync($"{Path}/{path}")).Ok();
}
