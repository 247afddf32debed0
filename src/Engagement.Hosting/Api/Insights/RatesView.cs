using Engagement.Domain.Chains;
using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Engagement.Hosting.Insights;

namespace Engagement.Hosting.Api.Insights;

/// <summary>How many come again, and how many are lost (docs/domain/insights.md). A rate is from 0 to 1; null where there is nobody to ask about.</summary>
/// <param name="Store">Whose members; null for all.</param>
/// <param name="TimeZone">Whose calendar months these are.</param>
/// <param name="Months">The last twelve calendar months, the running one last.</param>
public sealed record RatesView(
    string Chain,
    string? Store,
    DateTimeOffset AsOf,
    string TimeZone,
    RepurchaseView Repurchase,
    SecondVisitView SecondVisit,
    ChurnView Churn,
    IReadOnlyList<RateMonthView> Months)
{
    private const int MonthsShown = 12;

    internal static RatesView Of(ChainPast past, Chain chain, StoreId? store, Instant asOf)
    {
        var zone = chain.ZoneOf(store);
        var months = Hosting.Insights.Months.Until(asOf, MonthsShown, TimeZoneInfo.FindSystemTimeZoneById(zone));
        var returns = new ReturnCount(months, asOf);
        var losses = new LossCount(months, asOf);
        foreach (var member in past.AtHomeIn(store))
        {
            returns.Add(past.ActsOf(member, asOf.Microseconds));
            losses.Add(past.StagesOf(member));
        }

        return new(
            chain.Id.Value,
            store?.Value,
            asOf.ToDateTimeOffset(),
            zone,
            new(returns.Buyers, returns.Again, Rate(returns.Again, returns.Buyers)),
            new(returns.Came, returns.CameTwice, Rate(returns.CameTwice, returns.Came), ReturnCount.SecondVisitDays),
            new(losses.Start, losses.Lost, Rate(losses.Lost, losses.Start), LossCount.Days),
            [
                .. Enumerable.Range(0, months.Count).Select(month => new RateMonthView(
                    months.NameOf(month),
                    returns.BuyersOf[month],
                    returns.ReturningOf[month],
                    losses.LostIn[month],
                    losses.StartOf[month],
                    Rate(returns.ReturningOf[month], returns.BuyersOf[month]),
                    Rate(losses.LostIn[month], losses.StartOf[month]))),
            ]);
    }

    private static decimal? Rate(int part, int whole) => whole == 0 ? null : Math.Round((decimal)part / whole, 4);
}

/// <summary>Repurchase (复购率).</summary>
/// <param name="Buyers">Who had a counted act in the 365 days before.</param>
/// <param name="Again">Who of them had two or more.</param>
public sealed record RepurchaseView(int Buyers, int Again, decimal? Rate);

/// <summary>The second visit (一转二).</summary>
/// <param name="Came">Whose first counted act lies between 180 and 90 days back: the latest who have all had their time.</param>
/// <param name="Again">Who of them had a second within 90 days of it.</param>
/// <param name="WindowDays">Those 90 days.</param>
public sealed record SecondVisitView(int Came, int Again, decimal? Rate, int WindowDays);

/// <summary>Churn (流失率).</summary>
/// <param name="Start">Who was neither potential nor lost so many days before.</param>
/// <param name="Lost">Who of them became lost since, also where she came back.</param>
public sealed record ChurnView(int Start, int Lost, decimal? Rate, int Days);

/// <summary>A calendar month of rates.</summary>
/// <param name="Month">Such as 2025-03.</param>
/// <param name="Buyers">Who had a counted act in it.</param>
/// <param name="Returning">For whom of them it was not her very first.</param>
/// <param name="BecameLost">Who of <paramref name="MembersAtStart"/> became lost in it.</param>
/// <param name="MembersAtStart">Who was neither potential nor lost at its beginning.</param>
/// <param name="RepurchaseRate">Returning of buyers.</param>
/// <param name="ChurnRate">Lost of those at the start.</param>
public sealed record RateMonthView(
    string Month, int Buyers, int Returning, int BecameLost, int MembersAtStart, decimal? RepurchaseRate, decimal? ChurnRate);
