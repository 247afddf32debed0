using Engagement.Journal.Care;

namespace Engagement.Journal.Erasure;

/// <summary>Cleans what the rows of tasks and messages say in words, as <see cref="Redaction"/> does events.</summary>
internal static class RedactedRows
{
    /// <summary>The outcomes that are kept, as SQL has them.</summary>
    public const string KnownOutcomes = "'reached', 'booked', 'not_interested', 'not_reached', 'wrong_number', 'done'";

    /// <summary>A message's decisions without what gateways said beside them; null where there was nothing to clean.</summary>
    public static string? Clean(string decisions)
    {
        var read = DecisionFormat.Read(decisions);
        return read.Any(IsReport)
            ? DecisionFormat.Write([.. read.Select(decision => IsReport(decision) ? decision with { Why = "" } : decision)])
            : null;
    }

    // What we decided ourselves is in codes.
    private static bool IsReport(MessageDecision decision) =>
        decision.Why.Length > 0 && decision.What is not ("planned" or "moved" or "released" or "cancelled");
}
