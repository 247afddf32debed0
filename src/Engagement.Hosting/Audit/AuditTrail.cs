using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using Engagement.Domain.Time;
using Engagement.Hosting.Auth;
using Engagement.Journal;
using Engagement.Journal.Audit;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Audit;

/// <summary>
/// Brings entries into the trails: whatever has gathered while the store was busy goes into it in one transaction. Who has to
/// know that an entry is stored waits for that; what nobody waits for gathers a little longer.
/// </summary>
public sealed partial class AuditTrail(
    IAuditEntries entries,
    IHttpContextAccessor requests,
    TimeProvider time,
    IOptions<AuditOptions> options,
    ILogger<AuditTrail> logger) : BackgroundService, IAuditTrail
{
    private const int MostInOneWrite = 2000;

    private readonly Channel<Waiting> _awaited = Channel.CreateUnbounded<Waiting>(new() { SingleReader = true });
    private readonly ConcurrentQueue<AuditRecord> _later = new();
    private int _waiting;
    private long _lost;

    private sealed record Waiting(AuditRecord? Record, TaskCompletionSource Stored);

    public ValueTask NoteAsync(AuditNote note, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(note);
        var request = requests.HttpContext;
        var role = request is null || Caller.Of(request.User) is not { } caller || caller.Id != note.Actor ? null : StaffRoles.NameOf(caller.Role);
        return EnterAsync(new(note.Chain, Now, note.Actor, role, note.Action, note.Subject, note.Outcome, AddressOf(request)), cancellation);
    }

    /// <summary>Returns once the entry is stored.</summary>
    /// <exception cref="JournalUnavailableException">It could not be stored.</exception>
    internal async ValueTask EnterAsync(AuditRecord record, CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref _waiting) > options.Value.MostWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            throw new JournalUnavailableException("Too much is waiting to be entered into the audit trail.");
        }

        await StoredAsync(record, cancellation).ConfigureAwait(false);
    }

    /// <summary>Enters what nobody waits for. It is stored soon, and at the latest when the node stops; a crash may take it.</summary>
    internal void EnterLater(AuditRecord record)
    {
        if (Interlocked.Increment(ref _waiting) > options.Value.MostWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            Interlocked.Increment(ref _lost);
            return;
        }

        _later.Enqueue(record);
    }

    /// <summary>Returns once everything that was entered here before is stored.</summary>
    internal async ValueTask SettleAsync(CancellationToken cancellation)
    {
        Interlocked.Increment(ref _waiting);
        await StoredAsync(null, cancellation).ConfigureAwait(false);
    }

    internal Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    internal string? AddressOf(HttpContext? request) => CallerAddress.Keep(request?.Connection.RemoteIpAddress, options.Value.Address);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var arrived = _awaited.Reader.WaitToReadAsync(CancellationToken.None).AsTask();
        var stopping = Task.Delay(Timeout.InfiniteTimeSpan, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            using var enough = new CancellationTokenSource();
            await Task.WhenAny(arrived, stopping, Task.Delay(options.Value.Gather, time, enough.Token)).ConfigureAwait(false);
            await enough.CancelAsync().ConfigureAwait(false);
            await WriteAsync().ConfigureAwait(false);
            if (arrived.IsCompleted)
                arrived = _awaited.Reader.WaitToReadAsync(CancellationToken.None).AsTask();
        }

        // The server has stopped before: nothing new comes from callers.
        _awaited.Writer.Complete();
        while (_awaited.Reader.TryPeek(out _) || !_later.IsEmpty)
        {
            if (!await WriteAsync().ConfigureAwait(false))
                break;
        }
    }

    private async Task StoredAsync(AuditRecord? record, CancellationToken cancellation)
    {
        var waiting = new Waiting(record, new(TaskCreationOptions.RunContinuationsAsynchronously));
        if (!_awaited.Writer.TryWrite(waiting))
        {
            Interlocked.Decrement(ref _waiting);
            throw new JournalUnavailableException("The node is stopping.");
        }

        await waiting.Stored.Task.WaitAsync(cancellation).ConfigureAwait(false);
    }

    // False if it could not be stored.
    private async Task<bool> WriteAsync()
    {
        // Those that are waited for first: each of the others taken below was there before, or may as well be stored now.
        var awaited = new List<Waiting>();
        while (awaited.Count < MostInOneWrite && _awaited.Reader.TryRead(out var waiting))
            awaited.Add(waiting);
        var later = new List<AuditRecord>();
        while ((later.Count < MostInOneWrite || awaited.Exists(waiting => waiting.Record is null)) && _later.TryDequeue(out var record))
            later.Add(record);
        var lost = Interlocked.Exchange(ref _lost, 0);
        var records = new List<AuditRecord>(later);
        records.AddRange(awaited.Select(waiting => waiting.Record).OfType<AuditRecord>());
        if (lost > 0)
            records.Add(new(null, Now, "-", null, "auditEntriesLost", lost.ToString(CultureInfo.InvariantCulture), "lost", null));
        try
        {
            if (records.Count > 0)
                await entries.AppendAsync(records, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Failed(exception, records.Count);
            foreach (var record in later)
                _later.Enqueue(record);
            Interlocked.Add(ref _lost, lost);
            Interlocked.Add(ref _waiting, -awaited.Count);
            foreach (var waiting in awaited)
                waiting.Stored.TrySetException(exception);
            return false;
        }

        Interlocked.Add(ref _waiting, -awaited.Count - later.Count);
        foreach (var waiting in awaited)
            waiting.Stored.TrySetResult();
        return true;
    }

    [LoggerMessage(LogLevel.Error, "{Count} entries of the audit trail could not be stored")]
    private partial void Failed(Exception exception, int count);
}
