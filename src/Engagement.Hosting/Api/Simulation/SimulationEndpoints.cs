using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Simulation;
using Engagement.Hosting.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Simulation;

/// <summary>What-if: a chain's history under a draft of its policy.</summary>
internal static class SimulationEndpoints
{
    public static void MapSimulations(this RouteGroupBuilder chain)
    {
        chain.MapPost("/policy/simulate", BeginAsync).WithMetadata(new DisableRequestTimeoutAttribute()).WithName("simulatePolicy").Needs(Right.ChangePolicy).WithSummary("Replays the chain's history under a draft policy")
            .WithDescription("Nothing is changed or sent. Answers 202 at once, with where to look in Location; with 'wait' 200 once it is over. A node runs two at a time and remembers them for an hour.")
            .Produces<SimulationView>().Produces<SimulationView>(202).ProducesProblem(400).ProducesProblem(404).ProducesProblem(429);
        chain.MapGet("/policy/simulations/{run}", Find).WithName("getSimulation").Needs(Right.ChangePolicy).WithSummary("A simulation: how far it has come, and what it came to")
            .Produces<SimulationView>().ProducesProblem(404);
        chain.MapDelete("/policy/simulations/{run}", Cancel).WithName("cancelSimulation").Needs(Right.ChangePolicy).WithSummary("Ends a simulation that is under way")
            .Produces(204).ProducesProblem(404);
    }

    private static async Task<IResult> BeginAsync(
        string chain, bool? wait, SimulationToRun body, HttpContext context, ChainCatalogue chains, SimulationRuns runs, NodeClock clock,
        CancellationToken cancellation)
    {
        if (await chains.ReadAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
            return Problems.UnknownChain(chain);
        if (SimulationDraft.Plan(known, body, clock.Now, out var problem) is not { } plan)
            return problem!;
        if (runs.Begin(plan) is not { } run)
        {
            context.Response.Headers.RetryAfter = "5";
            return Problems.Busy();
        }

        if (wait != true)
            return TypedResults.Accepted($"/v1/chains/{chain}/policy/simulations/{run.Id}", SimulationView.Of(run));
        try
        {
            await run.Over.WaitAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            // Nobody waits for it any more, and nobody else knows of it.
            if (run.OverAt is null)
                run.Cancel();
        }

        return TypedResults.Ok(SimulationView.Of(run));
    }

    private static IResult Find(string chain, string run, SimulationRuns runs) =>
        runs.Find(new(chain), run) is { } found ? TypedResults.Ok(SimulationView.Of(found)) : Problems.UnknownSimulation();

    private static IResult Cancel(string chain, string run, SimulationRuns runs)
    {
        if (runs.Find(new(chain), run) is not { } found)
            return Problems.UnknownSimulation();
        found.Cancel();
        return TypedResults.NoContent();
    }
}
