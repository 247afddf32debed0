namespace Engagement.Domain.Stages;

/// <summary>
/// The lifecycle stage (生命周期阶段), docs/domain §4, in the order in which silence takes a member down: while nothing
/// happens a stage only ever falls to a lower value.
/// </summary>
public enum Stage
{
    /// <summary>潜在: no counted act ever.</summary>
    Potential = 0,

    /// <summary>流失: silent for 180 days.</summary>
    Lost = 1,

    /// <summary>沉睡: silent for 90 days.</summary>
    Dormant = 2,

    /// <summary>萌新.</summary>
    New = 3,

    /// <summary>有效: two counted acts within 90 days.</summary>
    Effective = 4,

    /// <summary>活跃: three within 120 days.</summary>
    Active = 5,

    /// <summary>忠诚: five within 180 days.</summary>
    Loyal = 6,
}

/// <summary>Attention flags beside the stage (docs/domain §4).</summary>
[Flags]
public enum AttentionFlags
{
    None = 0,

    /// <summary>New, and the last visit lies more than 30 days back: the step from first to second visit (一转二) is at risk.</summary>
    SecondVisitOverdue = 1,

    /// <summary>Will fall a stage within 14 days unless she comes, which is not to be expected.</summary>
    Slipping = 2,
}
