using Engagement.Domain.Time;

namespace Engagement.Hosting.Demo.Lives;

/// <summary>All lives together, act by act in order of time, newcomers included. It never ends.</summary>
internal sealed class Chronicle
{
    private readonly PriorityQueue<IEnumerator<DemoAct>, (Instant At, string Member)> _lives = new();
    private readonly Population _population;
    private int _nextNewcomer;

    /// <param name="lives">
    /// The lives of all up to <see cref="Population.LastOfPast"/>, each at its first act still to be told.
    /// </param>
    public Chronicle(Population population, IEnumerable<IEnumerator<DemoAct>> lives)
    {
        _population = population;
        _nextNewcomer = population.LastOfPast + 1;
        foreach (var life in lives)
            Enqueue(life);
        Welcome();
    }

    /// <summary>When the next act happens.</summary>
    public Instant NextAt => _lives.Peek().Current.At;

    /// <summary>Takes the next act.</summary>
    public DemoAct Take()
    {
        var life = _lives.Dequeue();
        var act = life.Current;
        if (life.MoveNext())
            Enqueue(life);
        else
            life.Dispose();
        Welcome();
        return act;
    }

    /// <summary>Takes what happens up to <paramref name="now"/>, but at most so many acts.</summary>
    public List<DemoAct> TakeUntil(Instant now, int most)
    {
        List<DemoAct> acts = [];
        while (acts.Count < most && NextAt <= now)
            acts.Add(Take());
        return acts;
    }

    // A day of margin, because a day begins earlier in some zones than in others.
    private void Welcome()
    {
        while (_lives.Count == 0
            || _population.NewcomersFrom(_nextNewcomer) <= NextAt.LocalDate(TimeZoneInfo.Utc).AddDays(1))
        {
            var life = _population.LifeOf(_nextNewcomer++).GetEnumerator();
            life.MoveNext();
            Enqueue(life);
        }
    }

    private void Enqueue(IEnumerator<DemoAct> life) => _lives.Enqueue(life, (life.Current.At, life.Current.Member.Value));
}
