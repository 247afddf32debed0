using Engagement.Domain.Chains;
using Engagement.Domain.Identity;
using Engagement.Hosting.Api.Insights;

namespace Engagement.Hosting.Tests.Insights;

/// <summary>What holds of every past, by a recount that goes through it in the plainest way.</summary>
public sealed class InsightLawTests
{
    private static readonly DateTime[] Instants =
    [
        new(2024, 9, 3, 12, 0, 0, DateTimeKind.Utc), new(2025, 3, 1, 0, 0, 0, DateTimeKind.Utc), new(2026, 1, 31, 23, 0, 0, DateTimeKind.Utc),
    ];

    private static readonly Chain Glow = new(new("glow"), "Glow", "CNY")
    {
        Stores = [.. MadeUpPast.Stores.Select(store => new Store(store, store.Value, "UTC"))],
    };

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 25)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Cohorts_are_what_a_plain_recount_finds(int seed)
    {
        var made = new MadeUpPast(seed);
        foreach (var asOf in Instants)
        {
            foreach (var cohort in Cohorts(made, null, asOf))
            {
                var joined = made.Members.Where(member => member.Value.First <= asOf && Month(member.Value.First) == cohort.Month).Select(member => member.Key).ToHashSet();
                Assert.Equal(joined.Count, cohort.Members);
                for (var later = 0; later < cohort.Active.Count; later++)
                {
                    var month = Month(DateTime.Parse(cohort.Month + "-01", null).AddMonths(later));
                    Assert.Equal(
                        made.CountedAsOf(asOf).Where(act => joined.Contains(act.Member) && Month(act.At) == month).DistinctBy(act => act.Member).Count(),
                        cohort.Active[later]);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void All_cohorts_together_are_all_members_and_whoever_came_in_a_month_is_in_just_one(int seed)
    {
        var made = new MadeUpPast(seed);
        foreach (var asOf in Instants)
        {
            var cohorts = Cohorts(made, null, asOf);

            Assert.Equal(made.Members.Values.Count(member => member.First <= asOf), cohorts.Sum(cohort => cohort.Members));
            for (var month = 0; month < cohorts.Count; month++)
            {
                var came = made.CountedAsOf(asOf).Where(act => Month(act.At) == cohorts[month].Month).DistinctBy(act => act.Member).Count();
                Assert.Equal(came, Enumerable.Range(0, month + 1).Sum(joined => cohorts[joined].Active[month - joined]));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_stores_of_a_chain_add_up_to_it(int seed)
    {
        var made = new MadeUpPast(seed);
        foreach (var asOf in Instants)
        {
            var stores = MadeUpPast.Stores.Select(store => Cohorts(made, store, asOf)).ToList();
            Assert.Equal(Cohorts(made, null, asOf).Select(Flat), stores[0].Zip(stores[1], (one, two) => Flat(one).Zip(Flat(two), (left, right) => left + right)));

            var rates = MadeUpPast.Stores.Select(store => Rates(made, store, asOf)).ToList();
            var whole = Rates(made, null, asOf);
            Assert.Equal((whole.Repurchase.Buyers, whole.Repurchase.Again), (rates.Sum(rate => rate.Repurchase.Buyers), rates.Sum(rate => rate.Repurchase.Again)));
            Assert.Equal((whole.SecondVisit.Came, whole.SecondVisit.Again), (rates.Sum(rate => rate.SecondVisit.Came), rates.Sum(rate => rate.SecondVisit.Again)));
            Assert.Equal(whole.Churn.Start, rates.Sum(rate => rate.Churn.Start));
            Assert.Equal(whole.Months.Select(month => month.Returning), rates[0].Months.Zip(rates[1].Months, (one, two) => one.Returning + two.Returning));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Rates_are_what_a_plain_recount_finds(int seed)
    {
        var made = new MadeUpPast(seed);
        foreach (var asOf in Instants)
        {
            var acts = made.CountedAsOf(asOf).GroupBy(act => act.Member).Select(her => her.Select(act => act.At).Order().ToList()).ToList();
            var rates = Rates(made, null, asOf);

            var inYear = acts.Select(her => her.Count(at => at > asOf.AddDays(-365))).ToList();
            Assert.Equal((inYear.Count(count => count >= 1), inYear.Count(count => count >= 2)), (rates.Repurchase.Buyers, rates.Repurchase.Again));
            var came = acts.Where(her => her[0] > asOf.AddDays(-180) && her[0] <= asOf.AddDays(-90)).ToList();
            Assert.Equal((came.Count, came.Count(her => her.Count > 1 && her[1] <= her[0].AddDays(90))), (rates.SecondVisit.Came, rates.SecondVisit.Again));
            foreach (var month in rates.Months)
            {
                Assert.Equal(acts.Count(her => her.Any(at => Month(at) == month.Month)), month.Buyers);
                Assert.Equal(acts.Count(her => her.Skip(1).Any(at => Month(at) == month.Month)), month.Returning);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_hours_of_a_span_are_those_of_its_parts_and_all_of_its_acts(int seed)
    {
        var made = new MadeUpPast(seed);
        var (from, middle, to) = (Instants[0], Instants[1], Instants[2]);

        var (whole, before, after) = (Hours(made, from, to), Hours(made, from, middle), Hours(made, middle, to));

        Assert.Equal(made.CountedAsOf(to).Count(act => act.At >= from && act.At < to), whole.Sum());
        Assert.Equal(whole, before.Zip(after, (one, two) => one + two));
        foreach (var act in made.CountedAsOf(to).Where(act => act.At >= from && act.At < to))
            Assert.True(whole[(((int)act.At.DayOfWeek + 6) % 7 * 24) + act.At.Hour] > 0);
    }

    private static IReadOnlyList<CohortView> Cohorts(MadeUpPast made, StoreId? store, DateTime asOf) =>
        CohortsView.Of(made.Past, Glow, store, MadeUpPast.At(asOf), 60).Cohorts;

    private static RatesView Rates(MadeUpPast made, StoreId? store, DateTime asOf) => RatesView.Of(made.Past, Glow, store, MadeUpPast.At(asOf));

    private static List<int> Hours(MadeUpPast made, DateTime from, DateTime to) =>
    [
        .. VisitHoursView.Of(made.Past, Glow, null, MadeUpPast.At(from), MadeUpPast.At(to), MadeUpPast.At(Instants[2])).Cells.Select(cell => cell.Visits),
    ];

    private static IEnumerable<int> Flat(CohortView cohort) => [cohort.Members, .. cohort.Active];

    private static string Month(DateTime at) => at.ToString("yyyy-MM", null);
}
