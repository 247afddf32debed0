namespace Engagement.Domain.Value;

/// <summary>
/// The eight classic groups (docs/domain §5): whether she came recently, often and paid much, each measured by the chain's mean. The
/// lowest bit stands for recency, the next for frequency, the third for money.
/// </summary>
public enum RfmGroup
{
    /// <summary>一般挽留: long ago, seldom, little.</summary>
    GeneralRetain = 0,

    /// <summary>一般发展: recently, seldom, little.</summary>
    GeneralDevelop = 1,

    /// <summary>一般保持: long ago, often, little.</summary>
    GeneralKeep = 2,

    /// <summary>一般价值: recently, often, little.</summary>
    GeneralValue = 3,

    /// <summary>重要挽留: long ago, seldom, much.</summary>
    ImportantRetain = 4,

    /// <summary>重要发展: recently, seldom, much.</summary>
    ImportantDevelop = 5,

    /// <summary>重要保持: long ago, often, much.</summary>
    ImportantKeep = 6,

    /// <summary>重要价值: recently, often, much.</summary>
    ImportantValue = 7,
}

/// <summary>What the groups are called outside.</summary>
public static class RfmGroups
{
    /// <summary>All groups with their stable codes, the most valuable first.</summary>
    public static readonly IReadOnlyList<(RfmGroup Group, string Code)> All =
    [
        (RfmGroup.ImportantValue, "important_value"),
        (RfmGroup.ImportantDevelop, "important_develop"),
        (RfmGroup.ImportantKeep, "important_keep"),
        (RfmGroup.ImportantRetain, "important_retain"),
        (RfmGroup.GeneralValue, "general_value"),
        (RfmGroup.GeneralDevelop, "general_develop"),
        (RfmGroup.GeneralKeep, "general_keep"),
        (RfmGroup.GeneralRetain, "general_retain"),
    ];

    public static string CodeOf(RfmGroup group) => All.First(known => known.Group == group).Code;

    /// <summary>The group that has <paramref name="code"/>; null if none has.</summary>
    public static RfmGroup? Find(string? code)
    {
        foreach (var (group, known) in All)
        {
            if (known == code)
                return group;
        }

        return null;
    }
}
