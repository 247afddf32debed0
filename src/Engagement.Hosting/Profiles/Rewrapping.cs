using Engagement.Domain.Identity;
using Engagement.Hosting.Waiting;
using Engagement.Journal.Profiles;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Profiles;

/// <summary>
/// Sees at the start whether the folder of keys belongs to this database, and from time to time wraps keys that an older master key
/// wraps by the newest one. Two nodes that do so at once do no harm: each key is put in the place of what it was made from.
/// </summary>
public sealed partial class Rewrapping(
    IProfiles profiles,
    MasterKeys masterKeys,
    SearchDigests digests,
    TimeProvider time,
    IOptions<PersonalDataOptions> options,
    ILogger<Rewrapping> logger) : BackgroundService
{
    private const int PageSize = 500;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Bell _bell = new();
    private RewrapProgress _progress = new(false, 0, 0);

    /// <summary>How far it is.</summary>
    public RewrapProgress Progress => _progress;

    /// <summary>Has it done now, by and by; <see cref="Progress"/> tells how far it is.</summary>
    public void Begin()
    {
        _progress = new(true, 0, 0);
        _bell.Ring();
    }

    /// <summary>Wraps all keys that can be unwrapped by the newest master key; returns how far it came.</summary>
    public async Task<RewrapProgress> RunAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var newest = masterKeys.NewestId();
            var unreadable = new HashSet<MemberKey>();
            _progress = new(true, 0, 0);
            while (true)
            {
                // Those that cannot be unwrapped stay as they are, and are met again on each page.
                var page = await profiles.WrappedByOthersAsync(newest, PageSize + unreadable.Count, cancellation).ConfigureAwait(false);
                var anew = new List<RewrappedKey>();
                foreach (var key in page.Where(key => !unreadable.Contains(key.Member)))
                {
                    if (masterKeys.Unwrap(key.Key) is { } plain)
                    {
                        var (id, wrapped) = masterKeys.Wrap(plain);
                        anew.Add(new(key.Member, key.Key, id, wrapped));
                    }
                    else
                    {
                        unreadable.Add(key.Member);
                    }
                }

                if (anew.Count == 0)
                    break;
                var done = await profiles.RewrapAsync(anew, cancellation).ConfigureAwait(false);
                _progress = _progress with { Rewrapped = _progress.Rewrapped + done, Unreadable = unreadable.Count };
            }

            _progress = _progress with { IsRunning = false, Unreadable = unreadable.Count };
            if (_progress is { Rewrapped: > 0 } or { Unreadable: > 0 })
                Rewrapped(_progress.Rewrapped, _progress.Unreadable);
            return _progress;
        }
        finally
        {
            _progress = _progress with { IsRunning = false };
            _turn.Release();
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        _turn.Dispose();
        _bell.Dispose();
    }

    /// <summary>Whether the folder of keys is the one that belongs to this database.</summary>
    internal async Task CheckAsync(CancellationToken cancellation)
    {
        try
        {
            var mine = digests.Check();
            var first = await profiles.CheckAsync(mine, options.Value.SecretIsLost, cancellation).ConfigureAwait(false);
            if (!mine.AsSpan().SequenceEqual(first))
            {
                masterKeys.IsForeign = true;
                IsForeign(masterKeys.Folder);
            }
        }
        catch (ProfilesUnreadableException)
        {
            masterKeys.IsForeign = true;
            IsForeign(masterKeys.Folder);
        }
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken).ConfigureAwait(false);
        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await RoundAsync(stoppingToken).ConfigureAwait(false);
                await _bell.WaitAsync(options.Value.RewrapEvery, time, stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop: whatever is not wrapped anew is as good as it was.
        }
    }

    private async Task RoundAsync(CancellationToken cancellation)
    {
        try
        {
            await RunAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            RoundFailed(exception);
        }
    }

    [LoggerMessage(LogLevel.Information, "Keys of {Count} profiles were wrapped by the newest master key; those of {Unreadable} cannot be unwrapped")]
    private partial void Rewrapped(long count, long unreadable);

    [LoggerMessage(LogLevel.Error, "Wrapping the keys of profiles anew failed; it is tried again next time")]
    private partial void RoundFailed(Exception exception);

    [LoggerMessage(LogLevel.Critical, "The keys of profiles in {Folder} are not those of this database: no profile can be read, changed or searched for, and no message goes to members who have one. Bring the folder back (docs/security, personal data)")]
    private partial void IsForeign(string folder);
}

/// <summary>How far wrapping keys anew is.</summary>
/// <param name="Rewrapped">How many were wrapped anew.</param>
/// <param name="Unreadable">How many cannot be unwrapped: their master key is not in the folder.</param>
public sealed record RewrapProgress(bool IsRunning, long Rewrapped, long Unreadable);
