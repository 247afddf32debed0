namespace Engagement.Journal.Postgres;

/// <summary>
/// Answers many small questions by few round trips: whatever is asked while one is under way goes together with the next.
/// </summary>
/// <param name="read">Reads the values of keys; keys without one are missing in its answer.</param>
/// <param name="mostAtOnce">How many round trips may be under way.</param>
internal sealed class GatheredReads<TKey, TValue>(
    Func<IReadOnlyCollection<TKey>, Task<Dictionary<TKey, TValue>>> read, int mostAtOnce)
    where TKey : notnull
{
    /// <summary>A statement with more keys would make the first of them wait for too long.</summary>
    private const int MostKeys = 1024;

    private readonly Lock _gate = new();
    private readonly Queue<Question> _waiting = new();
    private int _underWay;

    /// <summary>The values of those of <paramref name="keys"/> that have one, perhaps with others that were asked for.</summary>
    public Task<Dictionary<TKey, TValue>> ReadAsync(IReadOnlyCollection<TKey> keys, CancellationToken cancellation)
    {
        var question = new Question(keys);
        lock (_gate)
        {
            _waiting.Enqueue(question);
            if (_underWay >= mostAtOnce)
                return question.Task.WaitAsync(cancellation);
            _underWay++;
        }

        _ = RunAsync();
        return question.Task.WaitAsync(cancellation);
    }

    private async Task RunAsync()
    {
        // Whoever else is about to ask may come along.
        await Task.Yield();
        while (Next() is { } questions)
        {
            try
            {
                var keys = questions.Count == 1 ? questions[0].Keys : questions.SelectMany(question => question.Keys).ToHashSet();
                var answer = await read(keys).ConfigureAwait(false);
                foreach (var question in questions)
                    question.SetResult(answer);
            }
            catch (Exception exception)
            {
                foreach (var question in questions)
                    question.SetException(exception);
            }
        }
    }

    private List<Question>? Next()
    {
        lock (_gate)
        {
            if (_waiting.Count == 0)
            {
                _underWay--;
                return null;
            }

            var questions = new List<Question>();
            for (var keys = 0; _waiting.TryPeek(out var next) && (keys == 0 || keys + next.Keys.Count <= MostKeys);)
            {
                questions.Add(_waiting.Dequeue());
                keys += next.Keys.Count;
            }

            return questions;
        }
    }

    private sealed class Question(IReadOnlyCollection<TKey> keys)
        : TaskCompletionSource<Dictionary<TKey, TValue>>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public IReadOnlyCollection<TKey> Keys { get; } = keys;
    }
}
