using System.Text.Json.Serialization;
using Engagement.Domain.Care;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Members;

/// <summary>What a member wants to be written on, and everything she has said about it.</summary>
internal static class ConsentsEndpoint
{
    public static void MapConsents(this RouteGroupBuilder chain) => chain.MapGet("/members/{id}/consents", FindAsync)
        .WithName("getConsents")
        .WithSummary("What a member wants to be written on, and everything she has said about it")
        .Produces<ConsentsView>().ProducesProblem(404).Needs(Right.SeeMembers, Place.MemberInPath);

    private static async Task<IResult> FindAsync(
        string chain, string id, ChainCatalogue chains, IJournal journal, IJournalQueries queries, CancellationToken cancellation)
    {
        var key = MemberEndpoints.KeyOf(chain, id);
        if (await chains.FindAsync(key.Chain, cancellation).ConfigureAwait(false) is null)
            return Problems.UnknownChain(chain);
        if (!Identifiers.IsText(id) || await journal.FindAsync(key, cancellation).ConfigureAwait(false) is not { } record)
            return Problems.UnknownMember();
        var history = await queries.HistoryAsync(key, cancellation).ConfigureAwait(false);
        return TypedResults.Ok(ConsentsView.Of(history, record));
    }
}

/// <summary>What a member wants to be written on.</summary>
/// <param name="Channels">What holds now for each channel that she has spoken of.</param>
/// <param name="History">Everything she has said, in the order in which it was told.</param>
public sealed record ConsentsView(IReadOnlyList<ConsentView> Channels, IReadOnlyList<ConsentWordView> History)
{
    internal static ConsentsView Of(IEnumerable<CommittedEvent> told, MemberRecord record)
    {
        var words = told.Where(each => each.Type == "consent").Select(each => (Told: each, Word: (Consented)each.Happened)).ToList();
        var channels = words.Select(each => each.Word.Channel ?? "").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new(
            [
                .. channels.Select(channel => new ConsentView(
                    channel.Length == 0 ? null : channel,
                    record.State.Recall.Wanted.Contains(channel),
                    words.Last(each => (each.Word.Channel ?? "") == channel).Told.At.ToDateTimeOffset())),
            ],
            [
                .. words.Select(each => new ConsentWordView(
                    each.Told.Position, each.Told.At.ToDateTimeOffset(), each.Word.Channel, each.Word.IsGiven, each.Told.Id, each.Told.Store?.Value)),
            ]);
    }
}

/// <summary>What holds for a channel now.</summary>
/// <param name="Channel">Null for what holds for all of which nothing else was said.</param>
/// <param name="Given">Whether she wants messages on it.</param>
/// <param name="Since">When she last said so.</param>
public sealed record ConsentView(string? Channel, bool Given, DateTimeOffset Since);

/// <summary>Something she said.</summary>
/// <param name="Position">Of the event that tells it.</param>
/// <param name="Channel">Null for all channels.</param>
/// <param name="Id">The id under which whoever told it sent it: its sender's key, such as a form's.</param>
/// <param name="Store">Where she said it.</param>
public sealed record ConsentWordView(
    long Position,
    DateTimeOffset At,
    string? Channel,
    bool Given,
    string? Id,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Store);
