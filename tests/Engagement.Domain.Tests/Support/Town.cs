using Engagement.Domain.Errands;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;

namespace Engagement.Domain.Tests.Support;

/// <summary>Several members of one chain, and the errands between them.</summary>
internal sealed class Town(ChainRules rules)
{
    private readonly Dictionary<MemberId, Life> _lives = [];
    private readonly Dictionary<MemberId, int> _heard = [];

    public static Town Quiet(Func<Policy, Policy>? change = null) =>
        new(ChainRules.Default with { Chain = new(change?.Invoke(Lives.Quiet) ?? Lives.Quiet, TimeZoneInfo.Utc) });

    public IEnumerable<Life> All => _lives.Values;

    public Life this[string name]
    {
        get
        {
            var id = new MemberId(name);
            return _lives.TryGetValue(id, out var life) ? life : _lives[id] = new(rules, id);
        }
    }

    /// <summary>The errands that were asked and not yet brought.</summary>
    public List<(MemberId From, Errand Errand)> Asked()
    {
        var asked = new List<(MemberId, Errand)>();
        foreach (var (id, life) in _lives.ToList())
        {
            foreach (var told in life.Events.Skip(_heard.GetValueOrDefault(id)))
            {
                if (told is IAsksAnother asking)
                    asked.Add((id, asking.Asks(id)));
            }

            _heard[id] = life.Events.Count;
        }

        return asked;
    }

    /// <summary>Brings one errand; false where nobody of that name is known yet.</summary>
    public bool Bring(Errand errand, Instant clock) =>
        this[errand.To.Value].Send(errand.Command, clock) is not Decision.Rejected { Rejection.Code: "unknown_member" };

    /// <summary>Brings all errands, and those that follow from them, until there are none.</summary>
    public Town Settle(string clock)
    {
        while (Asked() is { Count: > 0 } asked)
        {
            foreach (var (_, errand) in asked)
                Bring(errand, Told.Instant(clock));
        }

        return this;
    }
}
