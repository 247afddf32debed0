using Engagement.Domain.Erasure;
using Engagement.Hosting.Audit;
using Engagement.Hosting.Members;
using Engagement.Hosting.Time;
using Engagement.Hosting.Waiting;
using Engagement.Journal;
using Engagement.Journal.Erasure;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Erasure;

/// <summary>
/// Brings erasures to their end, step by step (docs/domain/erasure.md): at once when asked, and by a look every few seconds. It runs on
/// every node; a lease keeps two from having the same, and every step may be done again, so that a crash anywhere costs a delay.
/// </summary>
public sealed partial class ErasureRunner(
    IErasures erasures,
    IMembers members,
    IEnumerable<IForgets> parts,
    IEnumerable<IAuditTrail> trails,
    ErasureLog log,
    Erasing erasing,
    NodeClock clock,
    TimeProvider time,
    IOptions<ErasureOptions> options,
    ILogger<ErasureRunner> logger) : BackgroundService
{
    private const int BatchSize = 20;

    /// <summary>Of all time at most one part in so many is spent on sweeping, however many are erased one after the other.</summary>
    private const int SweepsOneIn = 20;

    private readonly Bell _bell = new();
    private DateTimeOffset _sweepNotBefore;

    public override void Dispose()
    {
        base.Dispose();
        _bell.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        erasures.Asked += _bell.Ring;
        var isReplayed = false;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                try
                {
                    if (!isReplayed && await erasing.ReplayAsync(null, stoppingToken).ConfigureAwait(false) is > 0 and var again)
                        Replayed(again);
                    isReplayed = true;
                    if (await RoundAsync(stoppingToken).ConfigureAwait(false) > 0)
                        continue;
                    await SweepIfSmallAsync(stoppingToken).ConfigureAwait(false);
                }
                catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
                {
                    RoundFailed(exception);
                }

                await _bell.WaitAsync(options.Value.LongestSleep, time, stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop: what was claimed goes on when its lease has ended.
        }
        finally
        {
            erasures.Asked -= _bell.Ring;
        }
    }

    private async Task<int> RoundAsync(CancellationToken cancellation)
    {
        var claimed = await erasures.ClaimAsync(BatchSize, options.Value.Lease, cancellation).ConfigureAwait(false);
        foreach (var erasure in claimed)
        {
            try
            {
                for (var step = erasure.Step + 1; step <= ErasureStep.Cleaned; step++)
                {
                    await TakeAsync(erasure, step, cancellation).ConfigureAwait(false);
                    var isLast = step == ErasureStep.Cleaned;
                    await erasures.ReachAsync(erasure.Member, step, isLast ? TimeSpan.Zero : options.Value.Lease, cancellation).ConfigureAwait(false);
                }
            }
            catch (Exception exception) when (exception is JournalUnavailableException or IOException or UnauthorizedAccessException)
            {
                // It is claimed again when its lease has ended; the others of the round need not wait.
                PutOff(exception);
            }
        }

        return claimed.Count;
    }

    private async ValueTask TakeAsync(AskedErasure erasure, ErasureStep step, CancellationToken cancellation)
    {
        switch (step)
        {
            case ErasureStep.Noted:
                log.Note(erasure.Member, erasure.AskedAt);
                break;
            case ErasureStep.Withdrawn:
                // Of somebody nobody has heard of there is nothing to withdraw; something may be kept of her all the same.
                await members.SendAsync(erasure.Member, [new Erase()], cancellation).ConfigureAwait(false);
                break;
            case ErasureStep.Forgotten:
                foreach (var part in parts)
                    await part.ForgetAsync(erasure.Member, cancellation).ConfigureAwait(false);
                break;
            case ErasureStep.Cleaned:
                await erasures.CleanAsync(erasure.Member, cancellation).ConfigureAwait(false);
                // What the policy or a restored backup asked for is in no call's own entry, nor that it was done.
                foreach (var trail in trails)
                    await trail.NoteAsync(new(erasure.Member.Chain, erasure.By, "memberErased", erasure.Member.Member.Value, erasure.Reason ?? "done"), cancellation).ConfigureAwait(false);
                break;
        }
    }

    private async Task SweepIfSmallAsync(CancellationToken cancellation)
    {
        var began = time.GetUtcNow();
        if (began < _sweepNotBefore)
            return;
        var need = await erasures.NeedAsync(cancellation).ConfigureAwait(false);
        if (need.Waiting == 0 || need.Bytes > options.Value.SweepAtOnceUpToMebibytes * 1024L * 1024)
            return;
        Swept(await erasures.SweepAsync(clock.Now, cancellation).ConfigureAwait(false));
        var ended = time.GetUtcNow();
        _sweepNotBefore = ended + SweepsOneIn * (ended - began);
    }

    [LoggerMessage(LogLevel.Warning, "{Count} members who had been erased were in the database again, as after a restored backup; they are erased anew")]
    private partial void Replayed(int count);

    [LoggerMessage(LogLevel.Information, "The database's files were written anew without what {Count} erasures had cleaned")]
    private partial void Swept(int count);

    [LoggerMessage(LogLevel.Warning, "An erasure could not be brought to its end now and is taken up again")]
    private partial void PutOff(Exception exception);

    [LoggerMessage(LogLevel.Error, "Erasing failed; the next look is in some seconds")]
    private partial void RoundFailed(Exception exception);
}
