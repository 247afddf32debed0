namespace Engagement.Hosting.Boards;

/// <summary>The stores of a chain side by side, all as of one instant.</summary>
/// <param name="Chain">The chain.</param>
/// <param name="AsOf">The instant.</param>
/// <param name="From">The first UTC day of what is counted by days.</param>
/// <param name="To">The last UTC day of what is counted by days.</param>
/// <param name="Items">One for each store that whoever asks may see, in the order of the chain's stores. Members without a home store are in none.</param>
public sealed record StoreFiguresList(string Chain, DateTimeOffset AsOf, DateOnly From, DateOnly To, IReadOnlyList<StoreFigures> Items);

/// <summary>How a store stands.</summary>
/// <param name="Stages">How many of its members are in each stage.</param>
/// <param name="Flags">How many of them need attention.</param>
/// <param name="Today">What the calendar day, in its own zone, has brought up to then.</param>
/// <param name="Members">How many members are at home there.</param>
/// <param name="Tasks">How much there is in its care queue; null of the past.</param>
/// <param name="Nps">The share of promoters less the share of detractors on those days, −100 to 100; null without an answer.</param>
/// <param name="NpsAnswers">How many answered on those days.</param>
/// <param name="Returned">Members who came back on those days within 30 days of entering a playbook or being reached by a campaign: once for each, as in the recall monitor.</param>
/// <param name="ReturnedRevenue">What was paid on those days within that time, less what was given back, once for each as well.</param>
/// <param name="Liability">What its members have paid for and not had yet, of the past at the end of that UTC day; null for whoever may not see it.</param>
public sealed record StoreFigures(
    string Store,
    string Name,
    string TimeZone,
    StageCounts Stages,
    FlagCounts Flags,
    TodayFigures Today,
    long Members,
    StoreTaskFigures? Tasks,
    double? Nps,
    long NpsAnswers,
    long Returned,
    decimal ReturnedRevenue,
    decimal? Liability);

/// <summary>How much there is in a store's care queue, of what is not closed.</summary>
/// <param name="Open">Nobody has taken them, or they are put off.</param>
/// <param name="Claimed">Somebody has them.</param>
/// <param name="Overdue">They should have been done by now, whoever has them.</param>
/// <param name="Escalated">The manager has been shown them.</param>
public sealed record StoreTaskFigures(long Open, long Claimed, long Overdue, long Escalated);
