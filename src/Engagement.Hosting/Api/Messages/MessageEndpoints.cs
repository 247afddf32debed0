using System.Globalization;
using Engagement.Domain.Care;
using Engagement.Domain.Identity;
using Engagement.Domain.Time;
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

    public static void MapMessages(this RouteGroupBuilder chain)
    {
        chain.MapGet("/messages", ListAsync).WithName("listMessages").WithSummary("Messages, the latest planned first")
            .WithDescription("Each with every decision about it: why it went, was moved, or did not go.")
            .Produces<ListOf<MessageView>>().ProducesProblem(400).ProducesProblem(404);
        chain.MapPost("/messages/{id}/report", ReportAsync).WithName("reportMessage").WithSummary("Tells what became of a message")
            .WithDescription("For whoever delivers messages. The same report again changes nothing.")
            .Produces<MessageView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<IResult> ListAsync(
        string chain,
        ChainCatalogue chains,
        ICareQueries queries,
        CancellationToken cancellation,
        string? member = null,
        string? state = null,
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
        MessagePlace? before = null;
        if (!string.IsNullOrEmpty(cursor) && (before = Place(cursor)) is null)
            return Problems.InvalidParameter("cursor", "must be the 'next' of the page before");

        var search = new MessageSearch(
            string.IsNullOrEmpty(member) ? null : new MemberId(member), MessageWords.State(state), before, count + 1);
        var rows = await queries.MessagesAsync(id, search, cancellation).ConfigureAwait(false);
        var page = Paging.Page(rows, count, Cursor);
        return TypedResults.Ok(new ListOf<MessageView>([.. page.Items.Select(MessageView.Of)], page.Next));
    }

    private static async Task<IResult> ReportAsync(
        string chain,
        string id,
        MessageReport body,
        ChainCatalogue chains,
        ICareQueries queries,
        IMembers members,
        CancellationToken cancellation)
    {
        var key = new ChainId(chain);
        if (await chains.FindAsync(key, cancellation).ConfigureAwait(false) is null)
            return Problems.UnknownChain(chain);
        if (FateOf(body.State) is not { } fate)
            return Problems.InvalidField("state", "must be delivered or failed");
        if (body.Detail is { } detail && (detail.Length > LongestDetail || detail.Any(char.IsControl)))
            return Problems.InvalidField("detail", "must have at most 200 characters, none of them a control character");
        if (await queries.MessageAsync(key, id, cancellation).ConfigureAwait(false) is not { } row)
            return Problems.UnknownMessage();
        if (MessageWords.Of(row.State) == body.State)
            return TypedResults.Ok(MessageView.Of(row));
        // A quick receiver may report before we have noted that it took the message: that it was released is enough.
        if (row.State is MessageState.Planned or MessageState.Moved or MessageState.Cancelled && row.Decisions.All(decision => decision.What != "released"))
            return Problems.MessageNotSent();

        await members.SendAsync(new(key, row.Member), [new ReportMessage(row.Number, fate, body.Detail)], cancellation).ConfigureAwait(false);
        var now = await queries.MessageAsync(key, id, cancellation).ConfigureAwait(false);
        return TypedResults.Ok(MessageView.Of(now ?? row));
    }

    private static MessageFate? FateOf(string? state) => state switch
    {
        "delivered" => MessageFate.Delivered,
        "failed" => MessageFate.Failed,
        _ => null,
    };

    private static string Cursor(MessageRow row) =>
        Paging.Cursor(string.Create(CultureInfo.InvariantCulture, $"{row.PlannedAt.Microseconds}.{row.Id}"));

    private static MessagePlace? Place(string cursor) =>
        Paging.Text(cursor)?.Split('.', 2) is [var at, var id]
        && long.TryParse(at, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var microseconds)
            ? new MessagePlace(new Instant(microseconds), id)
            : null;
}
