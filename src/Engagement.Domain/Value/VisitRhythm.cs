using Engagement.Domain.Purchases;
using Engagement.Domain.Time;

namespace Engagement.Domain.Value;

/// <summary>
/// All that the forecast asks of a member's past (docs/domain §5). Her counted acts of one local day are one visit; time is counted in
/// whole local days from the first.
/// </summary>
/// <param name="Repeats">On how many days after the first she came.</param>
/// <param name="LastDay">How many days after the first the last one was; 0 for none.</param>
/// <param name="Days">How many days after the first the day is that is looked from; never less than <paramref name="LastDay"/>.</param>
/// <param name="RepeatSpend">What she paid, less refunds, on those repeat days that she remembers one by one.</param>
/// <param name="RememberedRepeats">How many those are.</param>
public readonly record struct VisitRhythm(int Repeats, int LastDay, int Days, decimal RepeatSpend, int RememberedRepeats)
{
    // Two acts that lie further apart cannot fall on one day, also not on one that is longer because clocks are set back.
    private static readonly TimeSpan LongestDay = TimeSpan.FromHours(27);

    /// <summary>What she paid on a repeat day, on average; 0 where she paid nothing or never came again.</summary>
    public decimal SpendPerRepeat => RememberedRepeats == 0 ? 0m : RepeatSpend / RememberedRepeats;

    /// <summary>
    /// The rhythm of <paramref name="acts"/> by the calendar of <paramref name="zone"/>, looked at from <paramref name="at"/>: acts
    /// after it are not there yet. Null where there is none before, or where what is forgotten reaches beyond it.
    /// </summary>
    public static VisitRhythm? At(CountedActs acts, TimeZoneInfo zone, Instant at)
    {
        ArgumentNullException.ThrowIfNull(acts);
        if (acts.Forgotten.Last is { } forgotten && forgotten > at)
            return null;
        var days = new DayCount(acts.Forgotten, zone);
        foreach (var act in acts.Recent)
        {
            if (act.At > at)
                break;
            days.Add(act);
        }

        return days.Until(at.LocalDate(zone).DayNumber);
    }

    /// <summary>The local days after that of <paramref name="from"/> on which she came, each once.</summary>
    public static IEnumerable<DateOnly> DaysAfter(CountedActs acts, TimeZoneInfo zone, Instant from)
    {
        ArgumentNullException.ThrowIfNull(acts);
        var last = from.LocalDate(zone);
        foreach (var act in acts.Recent)
        {
            if (act.At <= from || act.At.LocalDate(zone) is var day && day <= last)
                continue;
            last = day;
            yield return day;
        }
    }

    // Acts come oldest first. Asking the zone costs more than all the rest, so it is asked only where acts lie close together.
    private ref struct DayCount(ForgottenActs forgotten, TimeZoneInfo zone)
    {
        private int _days = forgotten.Days;
        private int _remembered;
        private decimal _spend;
        private bool _isFirst;
        private Instant? _first;
        private Instant? _last;
        private int? _lastDay;

        public void Add(CountedAct act)
        {
            if (IsNewDay(act.At, out var day))
            {
                _isFirst = _last is null && (forgotten.First is not { } first || act.At < first);
                _days++;
                if (!_isFirst)
                    _remembered++;
                _lastDay = day;
            }

            if (!_isFirst)
                _spend += act.Paid;
            _first ??= act.At;
            _last = act.At;
        }

        public readonly VisitRhythm? Until(int today)
        {
            if ((forgotten.First ?? _first) is not { } first || (_last ?? forgotten.Last) is not { } last)
                return null;
            first = Instant.Earlier(first, _first ?? first);
            last = Instant.Later(last, forgotten.Last ?? last);
            var firstDay = first.LocalDate(zone).DayNumber;
            var lastDay = last.LocalDate(zone).DayNumber - firstDay;
            return new(Math.Max(_days - 1, 0), lastDay, Math.Max(today - firstDay, lastDay), _spend, _remembered);
        }

        private readonly bool IsNewDay(Instant at, out int? day)
        {
            day = null;
            if (_last is not { } last || at - last > LongestDay)
                return true;
            day = at.LocalDate(zone).DayNumber;
            return day > (_lastDay ?? last.LocalDate(zone).DayNumber);
        }
    }
}
