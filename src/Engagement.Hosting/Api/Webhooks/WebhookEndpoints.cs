using System.Globalization;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Channels;
using Engagement.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Webhooks;

/// <summary>Who outside is told of a chain's events.</summary>
internal static class WebhookEndpoints
{
    private const int MostWebhooks = 50;
    private const int MostTypes = 50;

    public static void MapWebhooks(this RouteGroupBuilder chain)
    {
        chain.MapGet("/webhooks", ListAsync).WithName("listWebhooks").Needs(Right.ConnectOthers).WithSummary("The chain's webhooks, and how far each has come")
            .Produces<ListOf<WebhookView>>().ProducesProblem(404);
        chain.MapGet("/webhooks/{name}", FindAsync).WithName("getWebhook").Needs(Right.ConnectOthers).WithSummary("A webhook")
            .Produces<WebhookView>().ProducesProblem(404);
        chain.MapPut("/webhooks/{name}", PutAsync).WithName("putWebhook").Needs(Right.ConnectOthers).WithSummary("Adds or changes a webhook")
            .WithDescription("A new one is told what happens from now on. One that exists keeps its place, and goes on if it was paused. A new one without a secret gets one, which this answer alone shows.")
            .Produces<WebhookView>().Produces<WebhookView>(201).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
        chain.MapDelete("/webhooks/{name}", DeleteAsync).WithName("deleteWebhook").Needs(Right.ConnectOthers).WithSummary("Takes a webhook away")
            .Produces(204).ProducesProblem(404);
        chain.MapPost("/webhooks/{name}/replay", ReplayAsync).WithName("replayWebhook").Needs(Right.ConnectOthers).WithSummary("Tells a webhook everything again from a position on")
            .WithDescription("Each event comes with the same id as before. A paused webhook goes on.")
            .Produces<WebhookView>().ProducesProblem(400).ProducesProblem(404);
    }

    private static async Task<IResult> ListAsync(
        string chain, ChainCatalogue chains, IWebhookDirectory webhooks, SealedSecrets secrets, CancellationToken cancellation) =>
        await chains.FindAsync(new(chain), cancellation).ConfigureAwait(false) is { } known
            ? TypedResults.Ok(new ListOf<WebhookView>(
                [.. (await webhooks.ListAsync(known.Id, cancellation).ConfigureAwait(false)).Select(webhook => WebhookView.Of(webhook, secrets))]))
            : Problems.UnknownChain(chain);

    private static async Task<IResult> FindAsync(
        string chain, string name, ChainCatalogue chains, IWebhookDirectory webhooks, SealedSecrets secrets, CancellationToken cancellation)
    {
        if (await chains.FindAsync(new(chain), cancellation).ConfigureAwait(false) is null)
            return Problems.UnknownChain(chain);
        return await AnswerAsync(new(new(chain), name), webhooks, secrets, cancellation).ConfigureAwait(false);
    }

    private static async Task<IResult> PutAsync(
        string chain,
        string name,
        WebhookToPut body,
        ChainCatalogue chains,
        IWebhookDirectory webhooks,
        IJournal journal,
        SignedPost post,
        SealedSecrets secrets,
        CancellationToken cancellation)
    {
        if (await chains.FindAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
            return Problems.UnknownChain(chain);
        if (!Identifiers.IsValid(name))
            return Problems.InvalidParameter("name", Identifiers.Rule);
        var existing = await webhooks.ListAsync(known.Id, cancellation).ConfigureAwait(false);
        var before = existing.FirstOrDefault(webhook => webhook.Key.Name == name);
        if ((WebhookTargets.FaultOf(body.Url, body.Secret, post) ?? FaultOf(body.Types)) is { } fault)
            return fault;
        if (before is null && existing.Count >= MostWebhooks)
            return Problems.TooManyWebhooks(MostWebhooks);

        var key = new WebhookKey(known.Id, name);
        var madeUp = before is null && string.IsNullOrEmpty(body.Secret) ? WebhookSecret.MakeUp() : null;
        var target = new WebhookTarget(body.Url!, Stored(body.Secret ?? madeUp, before, secrets), body.Types ?? []);
        var head = await journal.HeadAsync(known.Id, cancellation).ConfigureAwait(false);
        var isNew = await webhooks.SaveAsync(key, target, head, cancellation).ConfigureAwait(false);
        if (await webhooks.FindAsync(key, cancellation).ConfigureAwait(false) is not { } saved)
            return Problems.UnknownWebhook(name);
        var view = WebhookView.Of(saved, secrets);
        return isNew ? TypedResults.Created($"/v1/chains/{chain}/webhooks/{name}", view with { Secret = madeUp }) : TypedResults.Ok(view);
    }

    // Nothing for those that an existing one keeps, unless they lie there in the clear still.
    private static string Stored(string? given, Webhook? before, SealedSecrets secrets) =>
        !string.IsNullOrEmpty(given) ? secrets.Seal(given)
        : before is { Target.Secrets: { Length: > 0 } known } && !SealedSecrets.IsSealed(known) ? secrets.Seal(known)
        : "";

    private static async Task<IResult> DeleteAsync(
        string chain, string name, ChainCatalogue chains, IWebhookDirectory webhooks, CancellationToken cancellation)
    {
        if (await chains.FindAsync(new(chain), cancellation).ConfigureAwait(false) is null)
            return Problems.UnknownChain(chain);
        return await webhooks.DeleteAsync(new(new(chain), name), cancellation).ConfigureAwait(false)
            ? TypedResults.NoContent()
            : Problems.UnknownWebhook(name);
    }

    private static async Task<IResult> ReplayAsync(
        string chain,
        string name,
        ChainCatalogue chains,
        IWebhookDirectory webhooks,
        IJournal journal,
        SealedSecrets secrets,
        CancellationToken cancellation,
        string? from = null)
    {
        if (await chains.FindAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
            return Problems.UnknownChain(chain);
        var head = await journal.HeadAsync(known.Id, cancellation).ConfigureAwait(false);
        if (!long.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var position) || position < 1 || position > head + 1)
            return Problems.InvalidParameter("from", string.Create(CultureInfo.InvariantCulture, $"must be a position from 1 to {head + 1}"));
        var key = new WebhookKey(known.Id, name);
        return await webhooks.GoOnAfterAsync(key, position - 1, cancellation).ConfigureAwait(false)
            ? await AnswerAsync(key, webhooks, secrets, cancellation).ConfigureAwait(false)
            : Problems.UnknownWebhook(name);
    }

    private static async Task<IResult> AnswerAsync(
        WebhookKey key, IWebhookDirectory webhooks, SealedSecrets secrets, CancellationToken cancellation) =>
        await webhooks.FindAsync(key, cancellation).ConfigureAwait(false) is { } found
            ? TypedResults.Ok(WebhookView.Of(found, secrets))
            : Problems.UnknownWebhook(key.Name);

    private static ProblemHttpResult? FaultOf(IReadOnlyList<string>? types) =>
        types is not null && (types.Count > MostTypes || types.Any(type => type is null || !Identifiers.IsValid(type)))
            ? Problems.InvalidField("types", "must be up to 50 types of events, such as purchase or stage_changed")
            : null;
}
