using System.Text;
using Engagement.Domain.Care;
using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Engagement.Hosting.Api;
using Engagement.Hosting.Api.Messages;
using Engagement.Hosting.Tests.Node;
using Engagement.Hosting.Tests.Outbox;
using Engagement.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Engagement.Hosting.Tests.Messages;

/// <summary>The calls about messages, over the members of a <see cref="PostRoom"/> and a list of messages in memory.</summary>
internal sealed class FrontDesk : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _client;

    private FrontDesk(WebApplication app)
    {
        _app = app;
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        _client = new() { BaseAddress = new(address) };
    }

    public static async Task<FrontDesk> OpenAsync(PostRoom room, params MessageRow[] messages)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(room.Catalogue);
        builder.Services.AddSingleton(room.MembersStored);
        builder.Services.AddSingleton(room.Engine);
        builder.Services.AddSingleton(room.Clock);
        builder.Services.AddSingleton<ICareQueries>(new Lists(room, messages));
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        var app = builder.Build();
        app.UseFaults();
        var chain = app.MapGroup("/v1/chains/{chain}");
        chain.MapMessages();
        chain.MapTemplates();
        await app.StartAsync();
        return new(app);
    }

    public async Task<Answer> GetAsync(string path, string? acceptLanguage = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (acceptLanguage is not null)
            request.Headers.Add("Accept-Language", acceptLanguage);
        return await Answer.OfAsync(_client, request);
    }

    public async Task<Answer> PostAsync(string path, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        return await Answer.OfAsync(_client, request);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private sealed class Lists(PostRoom room, MessageRow[] messages) : ICareQueries
    {
        public ValueTask<IReadOnlyList<TaskRow>> TasksAsync(ChainId chain, TaskSearch search, CancellationToken cancellation) => new([]);

        public ValueTask<TaskRow?> TaskAsync(ChainId chain, string id, CancellationToken cancellation) => new((TaskRow?)null);

        public ValueTask<TaskCounts> CountTasksAsync(ChainId chain, TaskCountAsked asked, CancellationToken cancellation) =>
            new(new TaskCounts(0, 0, 0, 0, 0, 0, 0));

        public ValueTask<IReadOnlyDictionary<StoreKey, TaskCounts>> CountTasksByStoreAsync(
            ChainId chain, Instant now, Instant soon, CancellationToken cancellation) => new(new Dictionary<StoreKey, TaskCounts>());

        public ValueTask<IReadOnlyList<DoneTask>> DoneTasksAsync(
            ChainId chain, StoreId? store, Instant from, Instant to, CancellationToken cancellation) => new([]);

        public ValueTask<IReadOnlyList<CommittedEvent>> RenewalsAfterTasksAsync(
            ChainId chain, StoreId? store, Instant from, Instant to, TimeSpan within, CancellationToken cancellation) => new([]);

        public ValueTask<IReadOnlyList<MessageRow>> MessagesAsync(ChainId chain, MessageSearch search, CancellationToken cancellation) => new(
        [
            .. messages.Select(Now)
                .Where(row => search.Member is not { } member || row.Member == member)
                .Where(row => search.State is not { } state || row.State == state)
                .Where(row => search.Playbook is not { } playbook || row.Playbook == playbook)
                .Where(row => search.Channel is not { } channel || row.Channel == channel)
                .OrderByDescending(row => row.PlannedAt).ThenByDescending(row => row.Id, StringComparer.Ordinal)
                .Where(row => search.Before is not { } before
                    || row.PlannedAt < before.PlannedAt || (row.PlannedAt == before.PlannedAt && string.CompareOrdinal(row.Id, before.Id) < 0))
                .Take(search.Limit),
        ]);

        public ValueTask<MessageRow?> MessageAsync(ChainId chain, string id, CancellationToken cancellation) =>
            new(messages.Where(row => row.Id == id).Select(Now).FirstOrDefault());

        // What was reported of a message changes its state, as a commit would.
        private MessageRow Now(MessageRow row) => room.Told.LastOrDefault(told => told.Member == row.Member.Value) is { Report: { } report }
            ? row with
            {
                State = report.Fate == MessageFate.Delivered ? MessageState.Delivered : MessageState.Failed,
                Decisions = [.. row.Decisions, new(row.PlannedAt, report.Fate == MessageFate.Delivered ? "delivered" : "failed", report.Detail ?? "")],
            }
            : row;
    }
}
