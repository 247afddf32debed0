using Engagement.Domain.Members;
using Engagement.Hosting.Demo.Lives;
using Engagement.Hosting.Due;
using Microsoft.Extensions.Logging;

namespace Engagement.Hosting.Demo;

/// <summary>Fills the demonstration chain with its past, member by member, many at once.</summary>
internal sealed partial class DemoHistory(
    DemoFeeder feeder, Population population, HistoryGate gate, TimeProvider time, ILogger<DemoHistory> logger)
{
    /// <summary>Enough to share a commit among many, and few enough to leave room to those who look on.</summary>
    private const int MembersAtOnce = 64;

    private const int Steps = 5;

    private int _filled;
    private long _acts;

    /// <summary>Fills it, and gives back how life goes on from there.</summary>
    public async Task<Chronicle> FillAsync(CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        var rest = new IEnumerator<DemoAct>?[population.LastOfPast];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = MembersAtOnce, CancellationToken = cancellation };
        await Parallel.ForAsync(0, rest.Length, parallel, async (index, stop) =>
        {
            rest[index] = await FillAsync(index + 1, stop).ConfigureAwait(false);
            var filled = Interlocked.Increment(ref _filled);
            var step = filled * Steps / rest.Length;
            if (step > (filled - 1) * Steps / rest.Length)
                Filling(step * 100 / Steps, Interlocked.Read(ref _acts), time.GetElapsedTime(started).TotalSeconds);
        }).ConfigureAwait(false);
        return new(population, rest.OfType<IEnumerator<DemoAct>>());
    }

    // The member's life from the start on; null if nothing more happens in it.
    private async Task<IEnumerator<DemoAct>?> FillAsync(int number, CancellationToken cancellation)
    {
        var life = population.LifeOf(number).GetEnumerator();
        List<MemberCommand> past = [];
        var goesOn = life.MoveNext();
        var member = life.Current.Member;
        for (; goesOn && life.Current.At < population.Start; goesOn = life.MoveNext())
            past.Add(life.Current.Command);
        if (past.Count > 0)
        {
            Interlocked.Add(ref _acts, past.Count);
            // What time alone has done to her since is told with the rest, rather than in a wave afterwards.
            past.Add(new Advance(population.Start));
            gate.Note(DemoChain.Id);
            await feeder.SendAsync(member, past, cancellation).ConfigureAwait(false);
        }

        if (goesOn)
            return life;
        life.Dispose();
        return null;
    }
}
