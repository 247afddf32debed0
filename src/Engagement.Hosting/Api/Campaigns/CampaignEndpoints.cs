using System.Text.Json.Nodes;
using Engagement.Domain.Chains;
using Engagement.Domain.Policies;
using Engagement.Domain.Recall;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Jobs;
using Engagement.Hosting.Time;
using Engagement.Journal.Formats;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Campaigns;

/// <summary>The campaigns of a chain: what there is, and what may be changed. They go by <see cref="Jobs"/>.</summary>
internal static class CampaignEndpoints
{
    public static void MapCampaigns(this RouteGroupBuilder chain)
    {
        chain.MapGet("/campaigns", ListAsync).WithName("listCampaigns").Needs(Right.SeeCampaigns).WithSummary("The chain's campaigns, and those that come with the program")
            .Produces<ListOf<CampaignView>>().ProducesProblem(404);
        chain.MapGet("/campaigns/{campaign}", FindAsync).WithName("getCampaign").Needs(Right.SeeCampaigns).WithSummary("A campaign")
            .WithDescription("The ETag is its version.")
            .Produces<CampaignView>().ProducesProblem(404);
        chain.MapPut("/campaigns/{campaign}", PutAsync).WithName("putCampaign").Needs(Right.RunCampaigns).WithSummary("Adds or changes a campaign")
            .WithDescription("What the document leaves out gets its default. A changed schedule holds from now on. If-Match guards against changes by others.")
            .Accepts<CampaignToPut>("application/json").Produces<CampaignView>().Produces<CampaignView>(201)
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);
        chain.MapDelete("/campaigns/{campaign}", DeleteAsync).WithName("deleteCampaign").Needs(Right.RunCampaigns).WithSummary("Takes a campaign away")
            .WithDescription("A run that is under way stops. One that came with the program is as it came again; pause it to have none.")
            .Produces(204).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);
        chain.MapPost("/campaigns/{campaign}/pause", (string chain, string campaign, HttpContext context, ChainCatalogue chains, NodeClock clock, CancellationToken cancellation) =>
                PauseAsync(chain, campaign, true, context, chains, clock, cancellation))
            .WithName("pauseCampaign").Needs(Right.RunCampaigns).WithSummary("Stops a campaign, also a run that is under way")
            .Produces<CampaignView>().ProducesProblem(404);
        chain.MapPost("/campaigns/{campaign}/resume", (string chain, string campaign, HttpContext context, ChainCatalogue chains, NodeClock clock, CancellationToken cancellation) =>
                PauseAsync(chain, campaign, false, context, chains, clock, cancellation))
            .WithName("resumeCampaign").Needs(Right.RunCampaigns).WithSummary("Lets a paused campaign go on with its next time")
            .Produces<CampaignView>().ProducesProblem(404);
    }

    private static async Task<IResult> ListAsync(string chain, ChainCatalogue chains, CancellationToken cancellation) =>
        await chains.ReadAsync(new(chain), cancellation).ConfigureAwait(false) is { } known
            ? TypedResults.Ok(new ListOf<CampaignView>([.. known.AllCampaigns.Select(each => View(known, each.Key, each.Value))]))
            : Problems.UnknownChain(chain);

    private static async Task<IResult> FindAsync(
        string chain, string campaign, HttpContext context, ChainCatalogue chains, CancellationToken cancellation)
    {
        if (await chains.ReadAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
            return Problems.UnknownChain(chain);
        return known.Campaign(campaign) is { } found ? Answer(context, known, campaign, found) : UnknownCampaign(campaign);
    }

    private static async Task<IResult> PutAsync(
        string chain, string campaign, HttpContext context, JsonNode? document, ChainCatalogue chains, NodeClock clock, CancellationToken cancellation)
    {
        while (true)
        {
            if (await chains.ReadAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
                return Problems.UnknownChain(chain);
            var before = known.Campaign(campaign);
            if (!VersionTags.Match(context, before?.Version))
                return Problems.VersionConflict();
            var (wanted, problem) = Read(known, campaign, document);
            if (wanted is null)
                return problem!;
            if (before is null && known.Campaigns.Count >= CampaignValidation.MostCampaigns)
            {
                return Problems.Of(
                    409, "too_many_campaigns", "The chain has as many campaigns as it may have", $"Delete one of its {CampaignValidation.MostCampaigns} first.");
            }

            // Times before a change of the schedule were never meant, and times during a pause were not wanted.
            var isNewTime = before is null || before.Schedule != wanted.Schedule || (before.Paused && !wanted.Paused);
            wanted = wanted with { Version = known.Version + 1, Since = isNewTime ? clock.Now : before!.Since };
            if (!await SaveAsync(chains, known, known.Campaigns.SetItem(campaign, wanted), cancellation).ConfigureAwait(false))
                continue;
            var answer = Answer(context, known with { Campaigns = known.Campaigns.SetItem(campaign, wanted) }, campaign, wanted);
            return before is null ? TypedResults.Created($"/v1/chains/{chain}/campaigns/{campaign}", answer.Value) : answer;
        }
    }

    private static async Task<IResult> DeleteAsync(
        string chain, string campaign, HttpContext context, ChainCatalogue chains, CancellationToken cancellation)
    {
        while (true)
        {
            if (await chains.ReadAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
                return Problems.UnknownChain(chain);
            if (known.Campaign(campaign) is not { } found)
                return UnknownCampaign(campaign);
            if (!VersionTags.Match(context, found.Version))
                return Problems.VersionConflict();
            if (!known.Campaigns.ContainsKey(campaign))
            {
                return Problems.Of(
                    409, "built_in_campaign", "This campaign came with the program", $"Pause '{campaign}' if the chain does not want it.");
            }

            if (await SaveAsync(chains, known, known.Campaigns.Remove(campaign), cancellation).ConfigureAwait(false))
                return TypedResults.NoContent();
        }
    }

    private static async Task<IResult> PauseAsync(
        string chain, string campaign, bool paused, HttpContext context, ChainCatalogue chains, NodeClock clock, CancellationToken cancellation)
    {
        while (true)
        {
            if (await chains.ReadAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
                return Problems.UnknownChain(chain);
            if (known.Campaign(campaign) is not { } found)
                return UnknownCampaign(campaign);
            if (found.Paused == paused)
                return Answer(context, known, campaign, found);
            var wanted = found with { Paused = paused, Version = known.Version + 1, Since = paused ? found.Since : clock.Now };
            if (await SaveAsync(chains, known, known.Campaigns.SetItem(campaign, wanted), cancellation).ConfigureAwait(false))
                return Answer(context, known with { Campaigns = known.Campaigns.SetItem(campaign, wanted) }, campaign, wanted);
        }
    }

    /// <summary>Reads and checks what somebody wants a campaign to be.</summary>
    internal static (Campaign? Campaign, ProblemHttpResult? Problem) Read(Chain chain, string name, JsonNode? document)
    {
        if (CampaignFormat.Read(document, out var fault) is not { } campaign)
            return (null, Problems.Invalid("invalid_campaign", "The campaign is not valid", [fault!]));
        var faults = CampaignValidation.Validate(chain, name, campaign);
        if (CampaignCalendar.FaultOf(campaign.Schedule) is { } cron)
            faults = faults.Add(cron);
        return faults.IsEmpty ? (campaign, null) : (null, Problems.Invalid("invalid_campaign", "The campaign is not valid", faults));
    }

    internal static ProblemHttpResult UnknownCampaign(string campaign) =>
        Problems.Of(404, "unknown_campaign", "There is no such campaign", $"The chain has no campaign '{campaign}'.");

    // A campaign is no rule: members are not judged anew for it.
    private static ValueTask<bool> SaveAsync(
        ChainCatalogue chains, Chain known, System.Collections.Immutable.ImmutableSortedDictionary<string, Campaign> campaigns, CancellationToken cancellation) =>
        chains.SaveAsync(known with { Version = known.Version + 1, Campaigns = campaigns }, cancellation);

    private static CampaignView View(Chain chain, string name, Campaign campaign) =>
        CampaignView.Of(name, campaign, !chain.Campaigns.ContainsKey(name));

    private static Ok<CampaignView> Answer(HttpContext context, Chain chain, string name, Campaign campaign)
    {
        context.Response.Headers.ETag = VersionTags.Of(campaign.Version);
        return TypedResults.Ok(View(chain, name, campaign));
    }
}
