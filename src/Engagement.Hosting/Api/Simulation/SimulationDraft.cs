using System.Text.Json.Nodes;
using Engagement.Domain.Chains;
using Engagement.Domain.Identity;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;
using Engagement.Hosting.Api.Chains;
using Engagement.Hosting.Simulation;
using Engagement.Journal.Formats;
using Engagement.Journal.Policies;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Engagement.Hosting.Api.Simulation;

/// <summary>Makes of what was asked for what can be simulated, or says what is wrong with it.</summary>
internal static class SimulationDraft
{
    private const int UsualDays = 30;

    /// <summary>Ten years of days in one answer.</summary>
    private const int MostDays = 3660;

    public static SimulationPlan? Plan(Chain chain, SimulationToRun asked, Instant now, out ProblemHttpResult? problem)
    {
        var today = now.LocalDate(TimeZoneInfo.Utc);
        var to = asked.To ?? today;
        var from = asked.From ?? to.AddDays(1 - Math.Min(UsualDays, to.DayNumber + 1));
        var stores = (asked.Stores ?? []).Select(store => new StoreId(store ?? "")).ToHashSet();
        problem = asked switch
        {
            { Baseline: not (null or "actual" or "present") } => Problems.InvalidField("baseline", "must be actual or present"),
            _ when to > today => Problems.InvalidField("to", "must not be later than today (UTC)"),
            _ when from > to => Problems.InvalidField("from", "must not be later than 'to'"),
            _ when to.DayNumber - from.DayNumber >= MostDays => Problems.InvalidField("from", $"must be at most {MostDays} days before 'to'"),
            _ when stores.FirstOrDefault(store => chain.Find(store) is null) is { Value: { } unknown } =>
                Problems.InvalidField("stores", $"the chain has no store '{unknown}'"),
            _ => null,
        };
        if (problem is not null || Draft(chain, asked, out problem) is not { } draft)
            return null;
        // Up to now on the last day: what falls due later today has not happened in either world.
        var end = Instant.Earlier(now, Instant.StartOfDay(to.AddDays(1), TimeZoneInfo.Utc) - Instant.Resolution);
        return new(
            chain.Id, ChainFormat.RulesOf(draft), asked.Baseline == "present" ? ChainFormat.RulesOf(chain) : null, from, to, end, stores);
    }

    private static Chain? Draft(Chain chain, SimulationToRun asked, out ProblemHttpResult? problem)
    {
        problem = null;
        if (asked.Policy is { } document)
        {
            if (PolicyFormat.Read(document, out var fault) is not { } policy)
                problem = PolicyEndpoints.Fault(fault!);
            else if (PolicyValidation.Validate(policy).AddRange(PolicyLocks.Faults(policy)) is [var first, ..] faults)
                problem = PolicyEndpoints.Fault(first, faults);
            else
                chain = chain with { Policy = policy };
        }

        foreach (var (name, overrides) in asked.Overrides ?? new Dictionary<string, JsonNode?>())
        {
            if (problem is not null)
                break;
            if (chain.Find(new(name)) is not { } store)
                problem = Problems.InvalidField("overrides", $"the chain has no store '{name}'");
            else if (overrides is not JsonObject fields)
                problem = Problems.InvalidField($"overrides.{name}", "must be a JSON object");
            else if (PolicyLocks.First(chain.Policy, fields) is { } locked)
                problem = Problems.InvalidField($"overrides.{name}.{locked}", "is locked by the chain");
            else
                chain = chain.With(store with { Overrides = fields.ToJsonString() });
        }

        problem ??= PolicyEndpoints.FaultOfStores(chain);
        return problem is null ? chain : null;
    }
}
