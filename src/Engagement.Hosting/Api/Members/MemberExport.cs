using System.Text.Encodings.Web;
using System.Text.Json;
using Engagement.Domain.Cards;
using Engagement.Domain.Identity;
using Engagement.Domain.Points;
using Engagement.Domain.Policies;
using Engagement.Domain.Recall;
using Engagement.Domain.Time;
using Engagement.Hosting.Api.Cards;
using Engagement.Hosting.Api.Membership;
using Engagement.Hosting.Api.Messages;
using Engagement.Hosting.Api.Tasks;
using Engagement.Hosting.Chains;
using Engagement.Journal;
using Engagement.Journal.Referrals;
using Microsoft.AspNetCore.Http;

namespace Engagement.Hosting.Api.Members;

/// <summary>
/// The file itself. What is in it under which name is a promise (docs/api.md): more may join it, and whatever changes its meaning
/// raises <see cref="Version"/>.
/// </summary>
internal sealed class MemberExport(
    ChainCatalogue chains, IJournalQueries queries, ICareQueries care, IReferrals referrals, JsonSerializerOptions options) : IResult
{
    public const string Format = "engagement-member-export";
    public const int Version = 1;

    private const int PageSize = 500;

    /// <summary>Beyond this what was written is sent before more is read.</summary>
    private const int MostPending = 64 * 1024;

    public required MemberRecord Record { get; init; }

    public required ProfileView Profile { get; init; }

    public required MemberView State { get; init; }

    public required bool IsSuppressed { get; init; }

    public required Instant Now { get; init; }

    private MemberKey Key => Record.Key;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var cancellation = httpContext.RequestAborted;
        var history = await queries.HistoryAsync(Key, cancellation).ConfigureAwait(false);
        var rules = await chains.RulesAsync(Key.Chain, cancellation).ConfigureAwait(false);
        var response = httpContext.Response;
        response.ContentType = "application/json; charset=utf-8";
        // The name of a file ends up in many places: it does not say whose it is.
        response.Headers.ContentDisposition = $"attachment; filename=\"{Format}.json\"";
        response.Headers.CacheControl = "no-store";
        // A file, read by people: Chinese stays Chinese, and no browser takes it for a page.
        var writer = new Utf8JsonWriter(response.BodyWriter, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true });
        await using (writer.ConfigureAwait(false))
        {
            writer.WriteStartObject();
            writer.WriteString("format", Format);
            writer.WriteNumber("version", Version);
            writer.WriteString("exportedAt", Now.ToString());
            writer.WriteString("chain", Key.Chain.Value);
            writer.WriteString("member", Key.Member.Value);
            Put(writer, "profile", Profile);
            writer.WriteBoolean("suppressed", IsSuppressed);
            Put(writer, "consents", ConsentsView.Of(history, Record));
            Put(writer, "state", State);
            await PutTasksAsync(writer, rules, cancellation).ConfigureAwait(false);
            await PutMessagesAsync(writer, rules, cancellation).ConfigureAwait(false);
            PutCards(writer, history);
            PutPoints(writer, history);
            await PutReferralsAsync(writer, cancellation).ConfigureAwait(false);
            await PutEventsAsync(writer, history, cancellation).ConfigureAwait(false);
            writer.WriteEndObject();
            await writer.FlushAsync(cancellation).ConfigureAwait(false);
        }
    }

    private async Task PutTasksAsync(Utf8JsonWriter writer, ChainRules rules, CancellationToken cancellation)
    {
        writer.WriteStartArray("tasks");
        TaskPlace? after = null;
        IReadOnlyList<TaskRow> page;
        do
        {
            page = await care.TasksAsync(Key.Chain, new([], null, null, Key.Member, after, PageSize), cancellation).ConfigureAwait(false);
            foreach (var row in page)
                JsonSerializer.Serialize(writer, TaskView.Of(row, rules, Languages.English), options);
            after = page.Count > 0 ? new(page[^1].Task.DueAt, page[^1].Id) : null;
            await SendAsync(writer, cancellation).ConfigureAwait(false);
        }
        while (page.Count == PageSize);
        writer.WriteEndArray();
    }

    private async Task PutMessagesAsync(Utf8JsonWriter writer, ChainRules rules, CancellationToken cancellation)
    {
        writer.WriteStartArray("messages");
        MessagePlace? before = null;
        IReadOnlyList<MessageRow> page;
        do
        {
            page = await care.MessagesAsync(Key.Chain, new(Key.Member, null, before, PageSize), cancellation).ConfigureAwait(false);
            foreach (var row in page)
                JsonSerializer.Serialize(writer, MessageView.Of(row, rules, Languages.English), options);
            before = page.Count > 0 ? new(page[^1].PlannedAt, page[^1].Id) : null;
            await SendAsync(writer, cancellation).ConfigureAwait(false);
        }
        while (page.Count == PageSize);
        writer.WriteEndArray();
    }

    // Also cards that she passed on.
    private void PutCards(Utf8JsonWriter writer, IReadOnlyList<CommittedEvent> history)
    {
        var happened = history.Select(told => told.Happened).ToList();
        var cards = happened.OfType<CardIssued>().Select(issued => issued.Card).Concat(Record.State.Cards.Select(card => card.Id)).Distinct();
        writer.WriteStartArray("cards");
        foreach (var card in cards)
        {
            writer.WriteStartObject();
            writer.WriteString("card", card.Value);
            Put(writer, "statement", CardStatement.Of(happened, card).Select(line => CardStatementLine.Of(line, history[line.Index])));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void PutPoints(Utf8JsonWriter writer, IReadOnlyList<CommittedEvent> history)
    {
        var (balance, lines) = (0L, new List<PointsLineView>());
        foreach (var told in history)
        {
            if (PointsMovement.Of(told.Happened) is not (not 0 and var points))
                continue;
            balance += points;
            lines.Add(PointsLineView.Of(told, points, balance));
        }

        writer.WriteStartObject("points");
        Put(writer, "lots", Record.State.Ledger.Lots.Select(lot => PointsLotView.Of(lot, Now)));
        Put(writer, "movements", lines);
        writer.WriteEndObject();
    }

    private async Task PutReferralsAsync(Utf8JsonWriter writer, CancellationToken cancellation)
    {
        writer.WriteStartObject("referrals");
        writer.WriteString("code", await referrals.CodeAsync(Key, cancellation).ConfigureAwait(false));
        var links = await referrals.ListAsync(Key.Chain, cancellation).ConfigureAwait(false);
        Put(writer, "brought", links.Where(link => link.Referrer == Key.Member).Select(link => new
        {
            member = link.Friend.Value,
            at = link.At.ToDateTimeOffset(),
            hasBought = link.HasBought,
        }));
        writer.WriteEndObject();
    }

    private async Task PutEventsAsync(Utf8JsonWriter writer, IReadOnlyList<CommittedEvent> history, CancellationToken cancellation)
    {
        writer.WriteStartArray("events");
        foreach (var told in history)
        {
            JsonSerializer.Serialize(writer, told, options);
            await SendAsync(writer, cancellation).ConfigureAwait(false);
        }

        writer.WriteEndArray();
    }

    private void Put<T>(Utf8JsonWriter writer, string name, T value)
    {
        writer.WritePropertyName(name);
        JsonSerializer.Serialize(writer, value, options);
    }

    private static async ValueTask SendAsync(Utf8JsonWriter writer, CancellationToken cancellation)
    {
        if (writer.BytesPending >= MostPending)
            await writer.FlushAsync(cancellation).ConfigureAwait(false);
    }
}
