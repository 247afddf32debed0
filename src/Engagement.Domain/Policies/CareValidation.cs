using System.Collections.Immutable;
using Engagement.Domain.Care;

namespace Engagement.Domain.Policies;

/// <summary>Finds what would make tasks or opening hours meaningless (docs/domain §8).</summary>
internal static class CareValidation
{
    private const int MostPoints = 1_000_000;
    private const int MostKinds = 100;
    private const int MostTasks = 20;
    private const int MostSpans = 10;
    private const int MostHolidays = 1000;

    public static void Validate(CarePolicy care, PolicyFaults faults)
    {
        Hours("care.openingHours", care.OpeningHours, faults);
        faults.AtMost("care.tasks", care.Tasks.Count, MostKinds);
        foreach (var (kind, rule) in care.Tasks)
        {
            faults.Name($"care.tasks.{kind}", kind);
            Rule($"care.tasks.{kind}", rule, faults);
        }

        Rule("care.otherTasks", care.OtherTasks, faults);
        faults.InRange("care.detractorUpTo", care.DetractorUpTo, 0, 10);
        faults.Unless(care.ProspectAct is null or { Length: > 0 and <= 64 }, "care.prospectAct", "must have 1 to 64 characters");
        faults.InRange("care.pauseDaysAfterBooking", care.PauseDaysAfterBooking, 0, 365);
        FirstMonth(care, faults);
    }

    private static void FirstMonth(CarePolicy care, PolicyFaults faults)
    {
        faults.InRange("care.firstMonthDays", care.FirstMonthDays, 1, 366);
        faults.InRange("care.firstMonthBonus", care.FirstMonthBonus, 0, MostPoints);
        if (care.FirstMonth.IsDefault || care.FirstMonth.Length > MostTasks)
        {
            faults.Add("care.firstMonth", $"must be at most {MostTasks}");
            return;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < care.FirstMonth.Length; index++)
        {
            var path = $"care.firstMonth[{index}]";
            if (care.FirstMonth[index] is not { } task)
            {
                faults.Add(path, "must be an object such as {\"name\": \"first_service\"}");
                continue;
            }

            faults.Name($"{path}.name", task.Name);
            faults.Unless(names.Add(task.Name), $"{path}.name", $"there is another task '{task.Name}'");
            faults.Unless(task.Act is null or { Length: > 0 and <= 64 }, $"{path}.act", "must have 1 to 64 characters");
            faults.InRange($"{path}.points", task.Points, 0, MostPoints);
            faults.Text($"{path}.reward", task.Reward);
        }
    }

    private static void Rule(string path, TaskRule? rule, PolicyFaults faults)
    {
        if (rule is null or { OpenMinutes: null, Hours: null, WorkingDays: null })
        {
            faults.Add(path, "must give openMinutes, hours or workingDays");
            return;
        }

        faults.InRange($"{path}.openMinutes", rule.OpenMinutes, 1, 60 * 24 * 31);
        faults.InRange($"{path}.hours", rule.Hours, 1, 24 * 366);
        faults.InRange($"{path}.workingDays", rule.WorkingDays, 1, 100);
        faults.InRange($"{path}.expiresAfterHours", rule.ExpiresAfterHours, 1, 24 * PolicyValidation.LongestWindowDays);
    }

    private static void Hours(string path, OpeningHours hours, PolicyFaults faults)
    {
        faults.Unless(
            !hours.Holidays.IsDefault && hours.Holidays.Length <= MostHolidays, $"{path}.holidays", $"must be at most {MostHolidays}");
        foreach (var (day, spans) in hours.Weekly)
            Spans($"{path}.weekly.{Enum.GetName(day)?.ToLowerInvariant() ?? "?"}", spans, faults);
        faults.Unless(
            hours.Weekly.Values.Any(spans => !spans.IsDefaultOrEmpty), $"{path}.weekly", "must have at least one time a week at which it is open");
    }

    private static void Spans(string path, ImmutableArray<OpenSpan> spans, PolicyFaults faults)
    {
        if (spans.IsDefault || spans.Length > MostSpans)
        {
            faults.Add(path, $"must be at most {MostSpans}");
            return;
        }

        OpenSpan? before = null;
        for (var index = 0; index < spans.Length; index++)
        {
            if (spans[index] is not { } span)
            {
                faults.Add($"{path}[{index}]", "must be an object such as {\"from\": \"09:00\", \"until\": \"18:00\"}");
                continue;
            }

            faults.Unless(span.UntilMidnight || span.From < span.Until, $"{path}[{index}].until", "must be later than 'from'; 00:00 is the end of the day");
            faults.Unless(
                before is null || (!before.UntilMidnight && before.Until <= span.From),
                $"{path}[{index}].from",
                "must not be earlier than the end of the time before");
            before = span;
        }
    }
}
