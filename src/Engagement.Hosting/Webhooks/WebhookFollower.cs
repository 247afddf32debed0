using Engagement.Domain.Time;
using Engagement.Hosting.Channels;
using Engagement.Hosting.Outbox;
using Engagement.Journal;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Webhooks;

/// <summary>
/// Tells webhooks what was committed: each in the order of positions, one event at a time, at least once. It runs on every
/// node; a webhook is in one node's hands at a time.
/// </summary>
public sealed partial class WebhookFollower(
    IWebhookDirectory directory,
    IJournalQueries queries,
    SignedPost post,
    SealedSecrets sealedSecrets,
    TimeProvider time,
    IOptions<WebhookOptions> options,
    ILogger<WebhookFollower> logger) : BackgroundService
{
    /// <summary>After so many pages a webhook makes room for others that wait.</summary>
    private const int MostPages = 50;

    private readonly BackOff _backOff = new(options.Value.FirstRetry, options.Value.LongestRetry, options.Value.PauseAfter);
    private readonly List<Task> _atWork = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await RoundAsync(stoppingToken).ConfigureAwait(false);
                await Task.Delay(options.Value.BetweenLooks, time, stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop: what is being told is told below.
        }
        finally
        {
            await Task.WhenAll(_atWork).ConfigureAwait(false);
        }
    }

    /// <summary>Claims what there is room for and begins to tell it.</summary>
    internal async Task RoundAsync(CancellationToken stopping)
    {
        _atWork.RemoveAll(task => task.IsCompleted);
        var room = options.Value.MostAtOnce - _atWork.Count;
        if (room <= 0)
            return;
        try
        {
            foreach (var claimed in await directory.ClaimAsync(room, options.Value.Lease, stopping).ConfigureAwait(false))
                _atWork.Add(Task.Run(() => TellAsync(claimed, stopping), CancellationToken.None));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            RoundFailed(exception);
        }
    }

    /// <summary>Waits for what the rounds so far have begun.</summary>
    internal Task SettledAsync() => Task.WhenAll(_atWork);

    private async Task TellAsync(ClaimedWebhook claimed, CancellationToken stopping)
    {
        try
        {
            await FollowAsync(claimed, stopping).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // The lease runs out, and some node goes on from the last position that was noted.
            TellingFailed(exception);
        }
    }

    private async Task FollowAsync(ClaimedWebhook claimed, CancellationToken stopping)
    {
        var webhook = claimed.Webhook;
        var secrets = SecretsOf(webhook.Target);
        if (secrets.Length == 0)
        {
            // The keys were lost: somebody has to give the secret anew, and it goes on from here then.
            await FailAsync(claimed, webhook.Position, webhook.Position, new Handover.TryLater("secret_unreadable")).ConfigureAwait(false);
            return;
        }

        var types = webhook.Target.Types.ToHashSet(StringComparer.Ordinal);
        var (position, noted, notedAt) = (webhook.Position, webhook.Position, time.GetTimestamp());
        for (var page = 0; page < MostPages && !stopping.IsCancellationRequested; page++)
        {
            var events = await queries.FeedAsync(webhook.Key.Chain, position, options.Value.PageSize, CancellationToken.None).ConfigureAwait(false);
            if (events.Count == 0)
                break;
            foreach (var told in events)
            {
                if (stopping.IsCancellationRequested)
                    break;
                if (types.Count == 0 || types.Contains(told.Type))
                {
                    var handover = await PostAsync(webhook, secrets, told).ConfigureAwait(false);
                    if (handover is not Handover.Accepted)
                    {
                        await FailAsync(claimed, position, noted, handover).ConfigureAwait(false);
                        return;
                    }
                }

                position = told.Position;
                // One answer may take its time; the next must still come within the lease.
                if (time.GetElapsedTime(notedAt) < options.Value.Lease / 4)
                    continue;
                if (!await directory.MoveAsync(claimed, position, options.Value.Lease, CancellationToken.None).ConfigureAwait(false))
                    return;
                (noted, notedAt) = (position, time.GetTimestamp());
            }

            if (!await directory.MoveAsync(claimed, position, options.Value.Lease, CancellationToken.None).ConfigureAwait(false))
                return;
            (noted, notedAt) = (position, time.GetTimestamp());
        }

        await directory.MoveAsync(claimed, position, TimeSpan.Zero, CancellationToken.None).ConfigureAwait(false);
    }

    private async ValueTask<Handover> PostAsync(Webhook webhook, WebhookSecret[] secrets, CommittedEvent told) =>
        Uri.TryCreate(webhook.Target.Url, UriKind.Absolute, out var url)
            ? await post.SendAsync(
                url, secrets, EventBody.IdOf(webhook.Key.Chain, told), EventBody.Write(webhook.Key.Chain, told), options.Value.Timeout,
                CancellationToken.None).ConfigureAwait(false)
            : new Handover.Refused("address_not_allowed");

    private async Task FailAsync(ClaimedWebhook claimed, long position, long noted, Handover handover)
    {
        var webhook = claimed.Webhook;
        var (tries, since) = (webhook.Tries + 1, webhook.FailingSince);
        var hasMoved = position > webhook.Position;
        if (hasMoved)
            (tries, since) = (1, null);
        if (position > noted && !await directory.MoveAsync(claimed, position, options.Value.Lease, CancellationToken.None).ConfigureAwait(false))
            return;

        var why = handover switch
        {
            Handover.Refused refused => refused.Why,
            Handover.TryLater later => later.Why,
            _ => "",
        };
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var wait = handover is Handover.TryLater { After: var after }
            ? _backOff.After(tries, since is { } began ? now - began : TimeSpan.Zero, Random.Shared.NextDouble(), after)
            : null;
        if (wait is { } span)
        {
            ToldInVain(webhook.Key.Name, webhook.Key.Chain.Value, tries, why);
            await directory.RetryAsync(claimed, span, CancellationToken.None).ConfigureAwait(false);
        }
        else
        {
            Paused(webhook.Key.Name, webhook.Key.Chain.Value, why);
            await directory.PauseAsync(claimed, why, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private WebhookSecret[] SecretsOf(WebhookTarget target) =>
        [.. (sealedSecrets.Open(target.Secrets) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(WebhookSecret.Read).OfType<WebhookSecret>()];

    [LoggerMessage(LogLevel.Error, "Looking for webhooks that have not been told everything failed; the next look is soon")]
    private partial void RoundFailed(Exception exception);

    [LoggerMessage(LogLevel.Error, "Telling a webhook failed; it is gone on with when its lease has ended")]
    private partial void TellingFailed(Exception exception);

    [LoggerMessage(LogLevel.Information, "Webhook '{Name}' of chain '{Chain}' did not take an event at try {Tries}: {Why}")]
    private partial void ToldInVain(string name, string chain, int tries, string why);

    [LoggerMessage(LogLevel.Warning, "Webhook '{Name}' of chain '{Chain}' is paused: {Why}. It goes on when it is put again, or replayed")]
    private partial void Paused(string name, string chain, string why);
}
