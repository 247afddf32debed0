using System.Collections.Immutable;
using Engagement.Domain.Stages;

namespace Engagement.Domain.Recall;

/// <summary>The campaigns that every chain has unless it says otherwise (docs/domain, campaigns).</summary>
public static class DefaultCampaigns
{
    /// <summary>The quarterly question whether members would recommend us.</summary>
    public const string Nps = "nps";

    public static readonly ImmutableSortedDictionary<string, Campaign> All = ImmutableSortedDictionary<string, Campaign>.Empty
        .WithComparers(StringComparer.Ordinal)
        .Add(Nps, new()
        {
            Title = "Quarterly NPS 季度口碑调查",
            // Who has just been lost has other things to be asked, and who never came has nothing to recommend.
            Segment = new() { Stages = [Stage.New, Stage.Effective, Stage.Active, Stage.Loyal] },
            Template = "nps_survey",
            Schedule = new() { Cron = "0 0 10 1 1,4,7,10 ?" },
            UselessAfterHours = 24 * 14,
        });
}
