namespace Engagement.Hosting.Tests.Time;

/// <summary>The stages as the table of the domain has them, by counting; for checking, not for speed.</summary>
internal static class NaiveLifecycle
{
    public static string StageAt(IEnumerable<DateTimeOffset> countedActs, DateTimeOffset at)
    {
        var acts = countedActs.Where(act => act <= at).ToList();
        if (acts.Count == 0)
            return "potential";
        var silence = at - acts.Max();
        return silence >= TimeSpan.FromDays(180) ? "lost"
            : silence >= TimeSpan.FromDays(90) ? "dormant"
            : Within(180) >= 5 ? "loyal"
            : Within(120) >= 3 ? "active"
            : Within(90) >= 2 ? "effective"
            : "new";

        int Within(int days) => acts.Count(act => act > at.AddDays(-days));
    }
}
