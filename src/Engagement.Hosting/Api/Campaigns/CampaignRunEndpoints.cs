using System.Text.Json.Nodes;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Jobs;
using Engagement.Journal.Campaigns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Campaigns;

/// <summary>What a campaign would do, what it does now because somebody asks, and what it has done.</summary>
internal static class CampaignRunEndpoints
{
    private const int MostInPage = 500;

    public static void MapCampaignRuns(this RouteGroupBuilder chain)
    {
        chain.MapGet("/campaigns/{campaign}/preview", PreviewAsync).WithName("previewCampaign").Needs(Right.RunCampaigns).WithSummary("Whom a campaign would reach if it went now, and with what")
            .WithDescription("Nothing is sent. How many of them have said no to messages shows in the run.")
            .Produces<CampaignPreview>().ProducesProblem(404);
        chain.MapPost("/campaigns/preview", PreviewUnsavedAsync).WithName("previewUnsavedCampaign").Needs(Right.RunCampaigns).WithSummary("The same of a campaign that has not been put yet")
            .Accepts<CampaignToPut>("application/json").Produces<CampaignPreview>().ProducesProblem(400).ProducesProblem(404);
        chain.MapPost("/campaigns/{campaign}/run", RunAsync).WithName("runCampaign").Needs(Right.RunCampaigns).WithSummary("Lets a campaign go now, once, in every zone")
            .WithDescription("It does not wait for the end: the runs say how far they have come.")
            .Produces<ListOf<RunView>>(202).ProducesProblem(404).ProducesProblem(409);
        chain.MapGet("/campaigns/{campaign}/runs", RunsAsync).WithName("listCampaignRuns").Needs(Right.SeeCampaigns).WithSummary("What a campaign has done, the latest first")
            .WithDescription("Also of a campaign that has been taken away.")
            .Produces<CampaignReport>().ProducesProblem(400).ProducesProblem(404);
    }

    private static async Task<IResult> PreviewAsync(
        string chain, string campaign, ChainCatalogue chains, CampaignPreviews previews, CancellationToken cancellation)
    {
        if (await chains.ReadAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
            return Problems.UnknownChain(chain);
        return known.Campaign(campaign) is { } found
            ? TypedResults.Ok(await previews.MakeAsync(known, found, cancellation).ConfigureAwait(false))
            : CampaignEndpoints.UnknownCampaign(campaign);
    }

    private static async Task<IResult> PreviewUnsavedAsync(
        string chain, JsonNode? document, ChainCatalogue chains, CampaignPreviews previews, CancellationToken cancellation)
    {
        if (await chains.ReadAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
            return Problems.UnknownChain(chain);
        var (campaign, problem) = CampaignEndpoints.Read(known, "preview", document);
        return campaign is null ? problem! : TypedResults.Ok(await previews.MakeAsync(known, campaign, cancellation).ConfigureAwait(false));
    }

    private static async Task<IResult> RunAsync(
        string chain, string campaign, ChainCatalogue chains, CampaignTimes times, ICampaignRuns runs, CancellationToken cancellation)
    {
        if (await chains.ReadAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
            return Problems.UnknownChain(chain);
        if (known.Campaign(campaign) is not { } found)
            return CampaignEndpoints.UnknownCampaign(campaign);
        if (found.Paused)
            return Problems.Of(409, "campaign_paused", "This campaign is paused", "Resume it first.");
        var opened = new List<RunView>();
        foreach (var key in await times.RunNowAsync(known, campaign, found, cancellation).ConfigureAwait(false))
        {
            if (await runs.FindAsync(key, cancellation).ConfigureAwait(false) is { } run)
                opened.Add(RunView.Of(run));
        }

        return TypedResults.Accepted($"/v1/chains/{chain}/campaigns/{campaign}/runs", new ListOf<RunView>(opened));
    }

    private static async Task<IResult> RunsAsync(
        string chain,
        string campaign,
        ChainCatalogue chains,
        ICampaignRuns runs,
        CancellationToken cancellation,
        string? limit = null,
        string? cursor = null)
    {
        if (await chains.ReadAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
            return Problems.UnknownChain(chain);
        if (!Paging.TryLimit(limit, 50, MostInPage, out var count))
            return Problems.InvalidParameter("limit", Paging.LimitRule(MostInPage));
        RunPlace? after = null;
        if (!string.IsNullOrEmpty(cursor) && (after = PlaceOf(cursor)) is null)
            return Problems.InvalidParameter("cursor", "must be the 'next' of the page before");
        if (!Identifiers.IsValid(campaign))
            return CampaignEndpoints.UnknownCampaign(campaign);
        var found = await runs.ListAsync(known.Id, campaign, after, count + 1, cancellation).ConfigureAwait(false);
        if (found.Count == 0 && known.Campaign(campaign) is null)
            return CampaignEndpoints.UnknownCampaign(campaign);
        var page = Paging.Page(found, count, last => Paging.Cursor(last.Key.Occurrence, last.Key.Zone));
        var messages = await runs.MessagesAsync(known.Id, campaign, cancellation).ConfigureAwait(false);
        return TypedResults.Ok(new CampaignReport([.. page.Items.Select(RunView.Of)], CampaignMessages.Of(messages), page.Next));
    }

    private static RunPlace? PlaceOf(string cursor) => Paging.InstantAndName(cursor) is var (at, zone) ? new RunPlace(at, zone) : null;
}
