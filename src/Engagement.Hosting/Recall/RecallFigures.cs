using Engagement.Domain.Recall;

namespace Engagement.Hosting.Recall;

/// <summary>What a chain's playbooks and campaigns do and bring (docs/domain/recall.md).</summary>
/// <param name="Chain">The chain.</param>
/// <param name="Store">The store whose members it is about, where only one was asked for.</param>
/// <param name="From">The first UTC day that is counted; null for from the beginning.</param>
/// <param name="To">The last UTC day that is counted; null for to the end.</param>
/// <param name="AsOf">When this was read.</param>
/// <param name="Playbooks">Those of the policy, and those of which it has only the past, by name.</param>
/// <param name="Campaigns">Those that have reached anybody, by name.</param>
public sealed record RecallFigures(
    string Chain,
    string? Store,
    DateOnly? From,
    DateOnly? To,
    DateTimeOffset AsOf,
    IReadOnlyList<PlaybookFigures> Playbooks,
    IReadOnlyList<CampaignFigures> Campaigns)
{
    /// <summary>Whether nothing has changed but the time.</summary>
    public bool IsSameAs(RecallFigures other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Playbooks.SequenceEqual(other.Playbooks) && Campaigns.SequenceEqual(other.Campaigns);
    }
}

/// <summary>What a playbook does and brings; what a campaign has as well means the same (<see cref="CampaignFigures"/>).</summary>
/// <param name="Enabled">Whether the policy has it and it is on.</param>
/// <param name="Priority">Null where the policy has it no more.</param>
/// <param name="Members">How many are in it now, treated and held out.</param>
/// <param name="HeldOutMembers">How many of them are left alone.</param>
/// <param name="Steps">Where those stand who are treated, now.</param>
/// <param name="Entered">Members who entered: treated and held out.</param>
/// <param name="Left">Members who left it.</param>
/// <param name="Tasks">Tasks that staff were asked to do.</param>
/// <param name="Returned">Members who came back on these days, treated and held out.</param>
/// <param name="Revenue">What was paid on these days within 30 days of entering, less what was given back.</param>
/// <param name="Treated">Those who entered on these days and were treated.</param>
/// <param name="HeldOut">Those who entered on these days and were left alone.</param>
/// <param name="Uplift">What the difference is between the two; null where one of them is empty.</param>
public sealed record PlaybookFigures(
    string Name,
    bool Enabled,
    int? Priority,
    long Members,
    long HeldOutMembers,
    IReadOnlyList<StepFigures> Steps,
    long Entered,
    long Left,
    long Sent,
    long Moved,
    long Cancelled,
    long Delivered,
    long Failed,
    long Tasks,
    long Returned,
    decimal Revenue,
    ArmFigures Treated,
    ArmFigures HeldOut,
    UpliftFigures? Uplift)
{
    public bool Equals(PlaybookFigures? other) =>
        other is not null && Steps.SequenceEqual(other.Steps) && Comparable == other.Comparable;

    public override int GetHashCode() => Comparable.GetHashCode();

    private (object, object) Comparable => (
        (Name, Enabled, Priority, Members, HeldOutMembers, Entered, Left, Sent, Moved, Cancelled, Delivered, Failed),
        (Tasks, Returned, Revenue, Treated, HeldOut, Uplift));
}

/// <summary>Members who stand between two steps of a playbook.</summary>
/// <param name="Taken">So many of its steps have come; 0: she waits for the first.</param>
public sealed record StepFigures(int Taken, long Members);

/// <summary>What was sent, and what came of it.</summary>
/// <param name="Entered">Members whom it reached: treated and held out.</param>
/// <param name="Returned">Members who came back on these days, treated and held out.</param>
/// <param name="Revenue">What was paid on these days within 30 days of being reached, less what was given back.</param>
/// <param name="Treated">Those who were reached on these days and treated.</param>
/// <param name="HeldOut">Those who were reached on these days and left alone.</param>
/// <param name="Uplift">What the difference is between the two; null where one of them is empty.</param>
public sealed record CampaignFigures(
    string Name,
    long Entered,
    long Sent,
    long Moved,
    long Cancelled,
    long Delivered,
    long Failed,
    long Returned,
    decimal Revenue,
    ArmFigures Treated,
    ArmFigures HeldOut,
    UpliftFigures? Uplift);

/// <summary>What became of those who entered on the days asked for, up to now.</summary>
/// <param name="ReturnRate">0 to 1; null where nobody entered.</param>
/// <param name="RevenuePerMember">Null where nobody entered.</param>
public sealed record ArmFigures(long Entered, long Returned, double? ReturnRate, decimal Revenue, decimal? RevenuePerMember)
{
    internal static ArmFigures Of(Arm arm) => new(
        arm.Entered,
        arm.Returned,
        arm.ReturnRate is { } rate ? Math.Round(rate, 6) : null,
        arm.Revenue,
        arm.RevenuePerMember is { } revenue ? Math.Round(revenue, 4) : null);
}

/// <summary>What the treated have over those who were left alone.</summary>
/// <param name="ReturnRate">A difference of shares, with Newcombe's hybrid score interval.</param>
/// <param name="RevenuePerMember">A difference of averages, with Welch's interval; null where too few entered to tell.</param>
/// <param name="IsConclusive">Whether the interval of the return rate leaves out 0: chance is no likely reason.</param>
public sealed record UpliftFigures(DifferenceFigures ReturnRate, DifferenceFigures? RevenuePerMember, bool IsConclusive)
{
    internal static UpliftFigures? Of(Arm treated, Arm heldOut) => Domain.Recall.Uplift.OfReturnRate(treated, heldOut) is { } rate
        ? new(
            DifferenceFigures.Of(rate, 6),
            Domain.Recall.Uplift.OfRevenue(treated, heldOut) is { } revenue ? DifferenceFigures.Of(revenue, 4) : null,
            rate.IsConclusive)
        : null;
}

/// <summary>A difference and its 95 % interval.</summary>
public sealed record DifferenceFigures(double Difference, double Low, double High)
{
    internal static DifferenceFigures Of(Difference difference, int digits) => new(
        Math.Round(difference.Value, digits), Math.Round(difference.Low, digits), Math.Round(difference.High, digits));
}
