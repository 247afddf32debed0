using Engagement.Domain.Identity;

namespace Engagement.Journal;

internal sealed class NothingToCareFor : ICareQueries, IOutbox
{
    public event Action? Released
    {
        add { }
        remove { }
    }

    public ValueTask<IReadOnlyList<TaskRow>> TasksAsync(ChainId chain, TaskSearch search, CancellationToken cancellation) => new([]);

    public ValueTask<TaskRow?> TaskAsync(ChainId chain, string id, CancellationToken cancellation) => new((TaskRow?)null);

    public ValueTask<IReadOnlyList<MessageRow>> MessagesAsync(ChainId chain, MessageSearch search, CancellationToken cancellation) => new([]);

    public ValueTask<MessageRow?> MessageAsync(ChainId chain, string id, CancellationToken cancellation) => new((MessageRow?)null);

    public ValueTask<IReadOnlyList<OutboxMessage>> ClaimAsync(int limit, TimeSpan lease, CancellationToken cancellation) => new([]);

    public ValueTask<bool> BeginAsync(MessageKey message, CancellationToken cancellation) => new(false);

    public ValueTask DoneAsync(MessageKey message, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask RetryAsync(MessageKey message, TimeSpan wait, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask GiveUpAsync(MessageKey message, CancellationToken cancellation) => ValueTask.CompletedTask;
}
