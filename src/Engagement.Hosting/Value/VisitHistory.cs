using System.Runtime.InteropServices;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;
using Engagement.Domain.Value;

namespace Engagement.Hosting.Value;

/// <summary>What a chain's members did up to an instant, as far as a forecast is made from it (docs/domain §5).</summary>
internal sealed class VisitHistory(Instant at)
{
    private readonly Dictionary<(int Repeats, int LastDay, int Days), int> _members = [];
    private readonly List<(int Repeats, double Mean)> _spends = [];

    public int Members { get; private set; }

    public int Repeaters { get; private set; }

    public int LeftOut { get; private set; }

    /// <summary>How many members have the same history.</summary>
    public IReadOnlyDictionary<(int Repeats, int LastDay, int Days), int> Groups => _members;

    /// <summary>Adds a member; false if she had not come by then.</summary>
    public bool Add(Rules rules, Member member)
    {
        if (VisitRhythm.At(member.Acts, rules.Zone, at) is not { } rhythm)
        {
            if (member.Acts.Forgotten.First is { } first && first <= at)
                LeftOut++;
            return false;
        }

        Members++;
        CollectionsMarshal.GetValueRefOrAddDefault(_members, (rhythm.Repeats, rhythm.LastDay, rhythm.Days), out _)++;
        if (rhythm.Repeats > 0)
        {
            Repeaters++;
            if (rhythm.RepeatSpend > 0)
                _spends.Add((rhythm.Repeats, (double)rhythm.SpendPerRepeat));
        }

        return true;
    }

    /// <summary>What can be learnt of it.</summary>
    public ForecastFit Fit(Instant madeAt)
    {
        var fit = new ForecastFit(at, madeAt, Members, Repeaters, LeftOut, null, null, ForecastFit.TooLittleHistory);
        if (Repeaters < ForecastFit.FewestRepeaters)
            return fit;
        if (new VisitFit(_members).Find() is not var (parameters, logLikelihood))
            return fit with { Why = ForecastFit.NoFit };
        var spend = _spends.Count < ForecastFit.FewestRepeaters ? null : new SpendFit(_spends).Find();
        return fit with { Parameters = parameters with { Spend = spend }, LogLikelihood = logLikelihood, Why = null };
    }
}
