using Engagement.Domain.Care;
using Engagement.Domain.Identity;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Members;
using Engagement.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Messages;

/// <summary>What members are sent, why and why not, and what became of it.</summary>
internal static class MessageEndpoints
{
    private const int MostInPage = 500;
    private const int LongestDetail = 200;

    // A message is reported a few times. Somebody who goes back and forth would fill her history for ever.
    private const int MostDecisions = 100;

    public static void MapMessages(this RouteGroupBuilder chain)
    {
        chain.MapGet("/messages", ListAsync).WithName("listMessages").Needs(Right.SeeMembers, Place.MemberInQuery).WithSummary("Messages, the latest planned first")
            .WithDescription(
                "Each with every decision about it: why it went, was moved, or did not go, in the words of 'language' (en or zh-CN), else of "
                + "Accept-Language, else English. 'playbook' takes a campaign's as campaign:NAME.")
            .Produces<ListOf<MessageView>>().ProducesProblem(400).ProducesProblem(404);
        chain.MapGet("/messages/{id}", FindAsync).WithName("getMessage").Needs(Right.SeeMembers, Place.MessageInPath).WithSummary("A message with everything that was decided about it")
            .Produces<MessageView>().ProducesProblem(400).ProducesProblem(404);
        chain.MapPost("/messages/{id}/report", ReportAsync).WithName("reportMessage").Needs(Right.ReportMessages, Place.MessageInPath).WithSummary("Tells what became of a message")
            .WithDescription("For whoever delivers messages. The same report again changes nothing.")
            .Produces<MessageView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<IResult> FindAsync(
        string chain,
        string id,
        HttpRequest request,
        ChainCatalogue chains,
        ICareQueries queries,
        CancellationToken cancellation,
        string? language = null)
    {
        var key = new ChainId(chain);
        if (await chains.FindAsync(key, cancellation).ConfigureAwait(false) is null)
            return Problems.UnknownChain(chain);
        if (Reading.LanguageOf(request, language) is not { } words)
            return Problems.InvalidParameter("language", Reading.Rule);
        if (!Identifiers.IsValid(id) || await queries.MessageAsync(key, id, cancellation).ConfigureAwait(false) is not { } row)
            return Problems.UnknownMessage();
        return TypedResults.Ok(MessageView.Of(row, await chains.RulesAsync(key, cancellation).ConfigureAwait(false), words));
    }

    private static async Task<IResult> ListAsync(
        string chain,
        HttpRequest request,
        ChainCatalogue chains,
        ICareQueries queries,
        CancellationToken cancellation,
        string? member = null,
        string? state = null,
        string? playbook = null,
        string? channel = null,
        string? language = null,
        string? limit = null,
        string? cursor = null)
    {
        var id = new ChainId(chain);
        if (await chains.FindAsync(id, cancellation).ConfigureAwait(false) is null)
            return Problems.UnknownChain(chain);
        if (!Paging.TryLimit(limit, 50, MostInPage, out var count))
            return Problems.InvalidParameter("limit", Paging.LimitRule(MostInPage));
        if (!string.IsNullOrEmpty(state) && MessageWords.State(state) is null)
            return Problems.InvalidParameter("state", MessageWords.StateRule);
        if (!Identifiers.IsText(member) || !Identifiers.IsText(playbook) || !Identifiers.IsText(channel))
        {
            var unclear = !Identifiers.IsText(member) ? "member" : Identifiers.IsText(playbook) ? "channel" : "playbook";
            return Problems.InvalidParameter(unclear, "must not contain control characters");
        }

        if (Reading.LanguageOf(request, language) is not { } words)
            return Problems.InvalidParameter("language", Reading.Rule);
        MessagePlace? before = null;
        if (!string.IsNullOrEmpty(cursor) && (before = PlaceOf(cursor)) is null)
            return Problems.InvalidParameter("cursor", "must be the 'next' of the page before");

        var search = new MessageSearch(
            string.IsNullOrEmpty(member) ? null : new MemberId(member), MessageWords.State(state), before, count + 1)
        {
            Playbook = string.IsNullOrEmpty(playbook) ? null : playbook,
            Channel = string.IsNullOrEmpty(channel) ? null : channel,
        };
        var rules = await chains.RulesAsync(id, cancellation).ConfigureAwait(false);
        var rows = await queries.MessagesAsync(id, search, cancellation).ConfigureAwait(false);
        var page = Paging.Page(rows, count, last => Paging.Cursor(last.PlannedAt, last.Id));
        return TypedResults.Ok(new ListOf<MessageView>([.. page.Items.Select(row => MessageView.Of(row, rules, words))], page.Next));
    }

    private static async Task<IResult> ReportAsync(
        string chain,
        string id,
        MessageReport body,
        HttpRequest request,
        ChainCatalogue chains,
        ICareQueries queries,
        IMembers members,
        CancellationToken cancellation,
        string? language = null)
    {
        var key = new ChainId(chain);
        if (await chains.FindAsync(key, cancellation).ConfigureAwait(false) is null)
            return Problems.UnknownChain(chain);
        if (FateOf(body.State) is not { } fate)
            return Problems.InvalidField("state", "must be delivered or failed");
        if (body.Detail is { } detail && (detail.Length > LongestDetail || detail.Any(char.IsControl)))
            return Problems.InvalidField("detail", "must have at most 200 characters, none of them a control character");
        if (Reading.LanguageOf(request, language) is not { } words)
            return Problems.InvalidParameter("language", Reading.Rule);
        if (!Identifiers.IsValid(id) || await queries.MessageAsync(key, id, cancellation).ConfigureAwait(false) is not { } row)
            return Problems.UnknownMessage();
        var rules = await chains.RulesAsync(key, cancellation).ConfigureAwait(false);
        // What is known already is no news: nothing is committed for it.
        if (MessageWords.Of(row.State) == body.State)
            return TypedResults.Ok(MessageView.Of(row, rules, words));
        // A quick receiver may report before we have noted that it took the message: that it was released is enough.
        if (row.State is MessageState.Planned or MessageState.Moved or MessageState.Cancelled && row.Decisions.All(decision => decision.What != "released"))
            return Problems.MessageNotSent();
        if (row.Decisions.Count >= MostDecisions)
            return Problems.TooManyReports();

        await members.SendAsync(new(key, row.Member), [new ReportMessage(row.Number, fate, body.Detail)], cancellation).ConfigureAwait(false);
        var now = await queries.MessageAsync(key, id, cancellation).ConfigureAwait(false);
        return TypedResults.Ok(MessageView.Of(now ?? row, rules, words));
    }

    private static MessageFate? FateOf(string? state) => state switch
    {
        "delivered" => MessageFate.Delivered,
        "failed" => MessageFate.Failed,
        _ => null,
    };

    private static MessagePlace? PlaceOf(string cursor) => Paging.InstantAndName(cursor) is var (at, id) ? new MessagePlace(at, id) : null;
}
