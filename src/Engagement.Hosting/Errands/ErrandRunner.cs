using Engagement.Domain.Errands;
using Engagement.Domain.Members;
using Engagement.Domain.Time;
using Engagement.Hosting.Members;
using Engagement.Hosting.Outbox;
using Engagement.Hosting.Waiting;
using Engagement.Journal;
using Engagement.Journal.Errands;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Errands;

/// <summary>
/// Brings what members' histories ask to those who are asked: at once when told, and by a look every second. It runs on every
/// node; the store keeps two from taking the same. Whoever has heard something before answers with nothing, so that bringing it
/// again after a crash does no harm.
/// </summary>
public sealed partial class ErrandRunner(
    IErrands errands, IMembers members, TimeProvider time, IOptions<ErrandOptions> options, ILogger<ErrandRunner> logger) : BackgroundService
{
    private readonly BackOff _backOff = new(options.Value.FirstRetry, options.Value.LongestRetry, TimeSpan.MaxValue);
    private readonly Bell _bell = new();

    public override void Dispose()
    {
        base.Dispose();
        _bell.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        errands.Asked += _bell.Ring;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                // What was done may have been waited for by what was asked after it.
                if (await RoundAsync(stoppingToken).ConfigureAwait(false) == 0)
                    await _bell.WaitAsync(options.Value.LongestSleep, time, stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop: what was claimed is brought again when its lease has ended.
        }
        finally
        {
            errands.Asked -= _bell.Ring;
        }
    }

    private async Task<int> RoundAsync(CancellationToken cancellation)
    {
        try
        {
            var claimed = await errands.ClaimAsync(options.Value.BatchSize, options.Value.Lease, cancellation).ConfigureAwait(false);
            // A member hears one after the other; members hear side by side.
            await Parallel.ForEachAsync(
                claimed.GroupBy(errand => errand.To),
                new ParallelOptions { MaxDegreeOfParallelism = options.Value.MostAtOnce, CancellationToken = cancellation },
                async (group, cancellation) =>
                {
                    foreach (var errand in group)
                        await BringAsync(errand, cancellation).ConfigureAwait(false);
                }).ConfigureAwait(false);
            return claimed.Count;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            RoundFailed(exception);
            await Task.Delay(TimeSpan.FromSeconds(1), time, cancellation).ConfigureAwait(false);
            return 0;
        }
    }

    private async ValueTask BringAsync(AskedErrand errand, CancellationToken cancellation)
    {
        bool isHeard;
        try
        {
            // A newer node will know what it is.
            isHeard = errand.Command is { } command && await SendAsync(errand, command, cancellation).ConfigureAwait(false);
        }
        catch (JournalUnavailableException exception)
        {
            // The others of the round need not wait for their leases to end.
            PutOff(exception, errand.Number);
            isHeard = false;
        }

        if (isHeard)
            await errands.DoneAsync(errand.Number, cancellation).ConfigureAwait(false);
        else
            await errands.RetryAsync(errand.Number, _backOff.Nominal(errand.Tries + 1), cancellation).ConfigureAwait(false);
    }

    private async ValueTask<bool> SendAsync(AskedErrand errand, MemberCommand command, CancellationToken cancellation)
    {
        var replies = await members.SendAsync(errand.To, [command], cancellation).ConfigureAwait(false);
        if (replies[0] is not { Outcome: Outcome.Rejected, Rejection: { } rejection })
            return true;
        // Whoever was forgotten answers as if she had never been.
        var isErased = rejection.Code == Rejection.MemberErased.Code;
        if ((!isErased && rejection.Code != Rejection.UnknownMember.Code) || command is not ErrandCommand asked)
        {
            Refused(rejection.Code, errand.Number);
            return true;
        }

        if (!isErased && Instant.FromDateTimeOffset(time.GetUtcNow()) - errand.AskedAt < TimeSpan.FromDays(asked.PatienceDays))
            return false;
        if (asked.WhenNobodyCame(errand.To.Member) is { } answer)
            await members.SendAsync(errand.From, [answer], cancellation).ConfigureAwait(false);
        return true;
    }

    [LoggerMessage(LogLevel.Error, "Bringing errands failed; the next look is in a second")]
    private partial void RoundFailed(Exception exception);

    [LoggerMessage(LogLevel.Warning, "Errand {Number} could not be brought now and is tried again")]
    private partial void PutOff(Exception exception, long number);

    [LoggerMessage(LogLevel.Warning, "Errand {Number} was refused ({Code}) and is given up")]
    private partial void Refused(string code, long number);
}
