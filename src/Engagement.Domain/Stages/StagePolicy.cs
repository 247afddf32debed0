namespace Engagement.Domain.Stages;

/// <summary>The lifecycle's numbers (docs/domain §4). A day is 24 hours exactly.</summary>
public sealed record StagePolicy
{
    /// <summary>Days without a counted act after which a member is lost. Default 180.</summary>
    public int LostAfterDays { get; init; } = 180;

    /// <summary>Days without a counted act after which a member is dormant. Default 90.</summary>
    public int DormantAfterDays { get; init; } = 90;

    public Rung Loyal { get; init; } = new(5, 180);

    public Rung Active { get; init; } = new(3, 120);

    public Rung Effective { get; init; } = new(2, 90);

    /// <summary>A new member is flagged once her last visit lies more than this many days back. Default 30.</summary>
    public int SecondVisitOverdueAfterDays { get; init; } = 30;

    /// <summary>A member is flagged as slipping this many days before she would fall a stage. Default 14.</summary>
    public int SlippingWithinDays { get; init; } = 14;
}

/// <summary>At least so many counted acts within so many days.</summary>
public sealed record Rung(int Visits, int WithinDays)
{
    public TimeSpan Window => TimeSpan.FromDays(WithinDays);
}
