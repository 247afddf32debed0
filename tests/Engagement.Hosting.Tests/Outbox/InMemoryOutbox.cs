using Engagement.Journal;

namespace Engagement.Hosting.Tests.Outbox;

/// <summary>An outbox as its contract has it, in memory; every node has a door of its own to it.</summary>
internal sealed class InMemoryOutbox(TimeProvider time)
{
    private readonly Lock _turn = new();
    private readonly Dictionary<MessageKey, Entry> _entries = [];
    private event Action? Rung;

    /// <summary>How long each message was told to wait, in order.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public int Count
    {
        get
        {
            lock (_turn)
                return _entries.Count;
        }
    }

    public IOutbox Door() => new DoorOfANode(this);

    public void Release(params IEnumerable<OutboxMessage> messages)
    {
        lock (_turn)
        {
            foreach (var message in messages)
                _entries.Add(message.Key, new(message, time.GetUtcNow()));
        }

        Rung?.Invoke();
    }

    /// <summary>The member takes a message back.</summary>
    public void TakeBack(MessageKey message)
    {
        lock (_turn)
            _entries.Remove(message);
    }

    private sealed class Entry(OutboxMessage message, DateTimeOffset notBefore)
    {
        public OutboxMessage Message { get; set; } = message;

        public DateTimeOffset NotBefore { get; set; } = notBefore;

        public object? Holder { get; set; }
    }

    private sealed class DoorOfANode(InMemoryOutbox outbox) : IOutbox
    {
        public event Action? Released
        {
            add => outbox.Rung += value;
            remove => outbox.Rung -= value;
        }

        public ValueTask<IReadOnlyList<OutboxMessage>> ClaimAsync(int limit, TimeSpan lease, CancellationToken cancellation)
        {
            lock (outbox._turn)
            {
                var now = outbox.Now;
                var free = outbox._entries.Values.Where(entry => entry.NotBefore <= now)
                    .OrderBy(entry => entry.Message.ReleasedAt).Take(limit).ToList();
                foreach (var entry in free)
                    (entry.NotBefore, entry.Holder) = (now + lease, this);
                return new([.. free.Select(entry => entry.Message)]);
            }
        }

        public ValueTask<bool> BeginAsync(MessageKey message, CancellationToken cancellation)
        {
            lock (outbox._turn)
            {
                if (Mine(message) is not { } entry || entry.NotBefore <= outbox.Now)
                    return new(false);
                entry.Message = entry.Message with { Tries = entry.Message.Tries + 1 };
                return new(true);
            }
        }

        public ValueTask DoneAsync(MessageKey message, CancellationToken cancellation) => Remove(message);

        public ValueTask GiveUpAsync(MessageKey message, CancellationToken cancellation) => Remove(message);

        public ValueTask RetryAsync(MessageKey message, TimeSpan wait, CancellationToken cancellation)
        {
            lock (outbox._turn)
            {
                outbox.Waits.Add(wait);
                if (Mine(message) is { } entry)
                    (entry.NotBefore, entry.Holder) = (outbox.Now + wait, null);
            }

            return ValueTask.CompletedTask;
        }

        private ValueTask Remove(MessageKey message)
        {
            lock (outbox._turn)
                outbox._entries.Remove(message);
            return ValueTask.CompletedTask;
        }

        private Entry? Mine(MessageKey message) =>
            outbox._entries.GetValueOrDefault(message) is { } entry && entry.Holder == this ? entry : null;
    }

    private DateTimeOffset Now => time.GetUtcNow();
}
