using Engagement.Domain.Simulation;

namespace Engagement.Hosting.Simulation;

/// <summary>Counts by what is counted. What is not there is 0.</summary>
internal sealed class Figures
{
    private readonly Dictionary<Measure, long> _counts = [];

    public IEnumerable<KeyValuePair<Measure, long>> Counts => _counts.Where(count => count.Value != 0);

    public long this[Measure measure] => _counts.GetValueOrDefault(measure);

    public void Add(Measure measure, long amount)
    {
        ref var count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_counts, measure, out _);
        count += amount;
    }

    public void Add(Figures other)
    {
        foreach (var (measure, amount) in other._counts)
            Add(measure, amount);
    }
}
