using Engagement.Domain.Policies;

namespace Engagement.Domain.Erasure;

/// <summary>How long what leads to a person is kept (docs/domain/erasure.md). Figures are kept for ever.</summary>
public sealed record RetentionPolicy
{
    /// <summary>
    /// A member who is lost is erased so many years after her last act or call. Default null: she is kept until somebody asks. It cannot be
    /// undone: whoever comes back after that is somebody new.
    /// </summary>
    public int? ProfileYearsAfterLastAct { get; init; }

    /// <summary>
    /// The words in events that happened so many months ago are cleaned, whoever they are of. Default null: they are kept. Only the
    /// chain's own value counts, not a store's.
    /// </summary>
    public int? FreeTextMonths { get; init; }
}

internal static class RetentionValidation
{
    public static void Validate(RetentionPolicy retention, PolicyFaults faults)
    {
        faults.InRange("retention.profileYearsAfterLastAct", retention.ProfileYearsAfterLastAct, 1, 100);
        faults.InRange("retention.freeTextMonths", retention.FreeTextMonths, 1, 1200);
    }
}
