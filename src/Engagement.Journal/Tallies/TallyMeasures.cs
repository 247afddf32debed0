using System.Globalization;

namespace Engagement.Journal.Tallies;

/// <summary>What is counted of a subject. The words are storage format and are never renamed.</summary>
public static class TallyMeasures
{
    /// <summary>Members who entered a playbook.</summary>
    public const string Entered = "entered";

    /// <summary>Members whom a campaign reached.</summary>
    public const string Reached = "reached";

    public const string Left = "left";

    /// <summary>Steps that came for members who are left alone.</summary>
    public const string Withheld = "withheld";

    /// <summary>Messages that went to the outbox.</summary>
    public const string Sent = "sent";

    public const string Delivered = "delivered";
    public const string Failed = "failed";
    public const string Moved = "moved";
    public const string Cancelled = "cancelled";

    /// <summary>Tasks for staff that came of a playbook.</summary>
    public const string Tasks = "tasks";

    /// <summary>Members who came back, on the day they did.</summary>
    public const string Returned = "returned";

    /// <summary>What members paid after entering, less what was given back, on the day of either, in ten-thousandths.</summary>
    public const string Revenue = "revenue";

    /// <summary>Of those who entered on a day, how many have come back since.</summary>
    public const string CohortReturned = "cohort_returned";

    /// <summary>What those who entered on a day have paid since, in ten-thousandths.</summary>
    public const string CohortRevenue = "cohort_revenue";

    /// <summary>The squares of what each of those who entered on a day has paid since, in whole units of currency, summed.</summary>
    public const string CohortSquares = "cohort_squares";

    /// <summary>Their own money on stored-value cards that members have not used, in ten-thousandths.</summary>
    public const string CardPaid = "paid";

    /// <summary>The bonus on stored-value cards that members have not used, in ten-thousandths.</summary>
    public const string CardBonus = "bonus";

    /// <summary>What was paid for the uses that are left on count cards, in ten-thousandths.</summary>
    public const string CardUsesWorth = "uses_worth";

    /// <summary>What members owe on cards with an overdraft, in ten-thousandths.</summary>
    public const string CardOwed = "owed";

    public const string Opened = "opened";
    public const string Done = "done";
    public const string Expired = "expired";
    public const string Escalated = "escalated";

    /// <summary>What the number of a step is put after: so many members have taken so many steps and are still in.</summary>
    public const string Step = "step:";

    /// <summary>So many ten-thousandths of money are one unit of currency.</summary>
    public const decimal MoneyScale = 10_000m;

    public static string OfStep(int taken) => Step + taken.ToString(CultureInfo.InvariantCulture);
}
