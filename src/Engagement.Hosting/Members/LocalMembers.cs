using System.Collections.Concurrent;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Members;

/// <summary>
/// The embedded engine: a cell for each member who is awake, one turn at a time in each. Members who have been idle for
/// long, or are too many, leave memory; the next command brings them back.
/// </summary>
public sealed class LocalMembers(MemberTurn turn, IOptions<LocalMembersOptions> options, TimeProvider time)
    : BackgroundService, IMembers
{
    private readonly ConcurrentDictionary<MemberKey, MemberCell> _cells = new();
    private readonly ConcurrentQueue<MemberCell> _byAge = new();
    private int _awake;

    /// <summary>How many members are in memory now.</summary>
    public int Awake => _cells.Count;

    public ValueTask<IReadOnlyList<Reply>> SendAsync(
        MemberKey member, IReadOnlyList<MemberCommand> commands, CancellationToken cancellation)
    {
        while (true)
        {
            var fresh = _cells.TryGetValue(member, out var cell) ? null : new MemberCell(member, turn);
            cell ??= _cells.GetOrAdd(member, fresh!);
            if (cell.TrySend(commands, time.GetTimestamp(), cancellation, out var replies))
            {
                // Only now can she be asked to make room: before her first command she would go at once, and be woken again.
                if (ReferenceEquals(cell, fresh))
                    Admit(cell);
                return new(replies);
            }

            // It has just left memory: the next one is another.
            _cells.TryRemove(new(member, cell));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(10), time);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
            ForgetIdle();
    }

    private void Admit(MemberCell cell)
    {
        _byAge.Enqueue(cell);
        if (Interlocked.Increment(ref _awake) > options.Value.MostAwake)
            MakeRoom();
    }

    // The oldest go first, but one that has been busy since it was last looked at gets another round.
    private void MakeRoom()
    {
        for (var tries = 0; tries < 16 && Volatile.Read(ref _awake) > options.Value.MostAwake && _byAge.TryDequeue(out var cell); tries++)
        {
            if (cell.TryRetire(idleSince: long.MaxValue, respectUse: true))
                Forget(cell);
            else
                _byAge.Enqueue(cell);
        }
    }

    private void ForgetIdle()
    {
        var idleSince = time.GetTimestamp() - (long)(options.Value.IdleFor.TotalSeconds * time.TimestampFrequency);
        for (var left = _byAge.Count; left > 0 && _byAge.TryDequeue(out var cell); left--)
        {
            if (cell.TryRetire(idleSince, respectUse: false))
                Forget(cell);
            else
                _byAge.Enqueue(cell);
        }
    }

    private void Forget(MemberCell cell)
    {
        _cells.TryRemove(new(cell.Key, cell));
        Interlocked.Decrement(ref _awake);
    }
}
