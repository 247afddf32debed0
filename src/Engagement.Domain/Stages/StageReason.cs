using System.Globalization;

namespace Engagement.Domain.Stages;

/// <summary>
/// Why a stage changed: a stable code with its numbers, from which any language can be made, and the English words.
/// </summary>
public sealed record StageReason(string Code, int? Count = null, int? Days = null)
{
    public static readonly StageReason Joined = new("joined");
    public static readonly StageReason FirstSeen = new("first_seen");
    public static readonly StageReason FirstVisit = new("first_visit");
    public static readonly StageReason PurchaseRefunded = new("purchase_refunded");
    public static readonly StageReason VisitCancelled = new("visit_cancelled");
    public static readonly StageReason PolicyChanged = new("policy_changed");

    public static StageReason VisitsWithin(Rung rung) => new("visits_within", rung.Visits, rung.WithinDays);

    public static StageReason FewerVisitsWithin(Rung rung) => new("fewer_visits_within", rung.Visits, rung.WithinDays);

    public static StageReason NoVisitFor(int days) => new("no_visit_for", null, days);

    public static StageReason BackAfter(int days) => new("back_after", null, days);

    public string Text => Code switch
    {
        "joined" => "joined",
        "first_seen" => "first seen, no visit yet",
        "first_visit" => "first visit",
        "purchase_refunded" => "purchase refunded",
        "visit_cancelled" => "visit cancelled",
        "policy_changed" => "the policy changed",
        "visits_within" => $"{Ordinal(Count ?? 0)} visit within {Days} days",
        "fewer_visits_within" => $"fewer than {Count} visits within {Days} days",
        "no_visit_for" => $"no visit for {Days} days",
        "back_after" => $"back after {Days} days",
        _ => Code,
    };

    private static string Ordinal(int number) => number switch
    {
        1 => "first",
        2 => "second",
        3 => "third",
        4 => "fourth",
        5 => "fifth",
        6 => "sixth",
        7 => "seventh",
        8 => "eighth",
        9 => "ninth",
        10 => "tenth",
        _ => number.ToString(CultureInfo.InvariantCulture) + (number % 100 is >= 11 and <= 13 ? "th" : (number % 10) switch
        {
            1 => "st",
            2 => "nd",
            3 => "rd",
            _ => "th",
        }),
    };
}
