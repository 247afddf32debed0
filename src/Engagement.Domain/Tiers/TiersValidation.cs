using Engagement.Domain.Benefits;
using Engagement.Domain.Policies;

namespace Engagement.Domain.Tiers;

internal static class TiersValidation
{
    private const int MostTiers = 20;
    private const int MostRules = 20;

    public static void Validate(TiersPolicy tiers, PolicyFaults faults)
    {
        faults.InRange("tiers.friendsToLift", tiers.FriendsToLift, 0, 1000);
        faults.InRange("tiers.qualificationMonths", tiers.QualificationMonths, 1, 120);
        faults.InRange("tiers.warnDaysBefore", tiers.WarnDaysBefore, 0, 365);
        faults.Unless(tiers.Ladder.Length <= MostTiers, "tiers.ladder", $"must have at most {MostTiers} tiers");
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var place = 0; place < tiers.Ladder.Length; place++)
        {
            var path = $"tiers.ladder[{place}]";
            if (tiers.Ladder[place] is not { } tier)
            {
                faults.Add(path, "must be an object with a name");
                continue;
            }

            faults.Name($"{path}.name", tier.Name);
            faults.Unless(tier.Name is null || names.Add(tier.Name), $"{path}.name", $"there is a tier '{tier.Name}' already");
            faults.Text($"{path}.title", tier.Title);
            faults.Unless(tier.Rules.Length is >= 1 and <= MostRules, $"{path}.rules", $"must have 1 to {MostRules} rules: nobody would ever get there");
            for (var index = 0; index < tier.Rules.Length; index++)
                Validate(tier.Rules[index], $"{path}.rules[{index}]", faults);
            BenefitsValidation.Validate(tier.Benefits, $"{path}.benefits", faults);
        }
    }

    private static void Validate(TierRule? rule, string path, PolicyFaults faults)
    {
        if (rule is null or { Spend: null, Points: null, Friends: null, Invitation: false })
        {
            faults.Add(path, "must ask for spend, points, friends or an invitation");
            return;
        }

        faults.Unless(rule.Spend is null or (> 0m and <= 1_000_000_000_000m), $"{path}.spend", "must be between 0.01 and 1000000000000");
        faults.InRange($"{path}.withinDays", rule.WithinDays, 1, PolicyValidation.LongestWindowDays);
        faults.Unless(rule.WithinDays is null || rule.Spend is not null, $"{path}.withinDays", "means nothing without spend");
        faults.Unless(rule.Points is null or > 0, $"{path}.points", "must be more than 0");
        faults.Unless(rule.Friends is null or > 0, $"{path}.friends", "must be more than 0");
    }
}
