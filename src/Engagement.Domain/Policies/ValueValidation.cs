using Engagement.Domain.Value;

namespace Engagement.Domain.Policies;

/// <summary>Finds what is wrong with how value is to be measured (docs/domain §5).</summary>
internal static class ValueValidation
{
    public static void Validate(ValuePolicy value, PolicyFaults faults)
    {
        faults.InRange("value.windowDays", value.WindowDays, 1, PolicyValidation.LongestWindowDays);
        faults.Unless(value.HighValueFrom >= 0m, "value.highValueFrom", "must not be negative");
        faults.Unless(value.SlippingBelow is >= 0m and <= 1m, "value.slippingBelow", "must be between 0 and 1");
        faults.Unless(value.YearsKept is > 0m and <= 100m, "value.yearsKept", "must be more than 0 and at most 100");
        faults.Unless(value.AcquisitionCost is null or >= 0m, "value.acquisitionCost", "must not be negative");
        faults.Unless(value.Willingness is >= 0m and <= 1m, "value.willingness", "must be between 0 and 1");
        foreach (var (act, index) in value.HighValueActs.Select((act, index) => (act, index)))
        {
            var path = $"value.highValueActs[{index}]";
            if (act is null)
                faults.Add(path, "must be an object such as {\"kind\": \"second_category\"}");
            else if (act.Kind == HighValueKind.Act)
                faults.Name($"{path}.act", act.Act);
            else
                faults.Unless(act.Act is null, $"{path}.act", "belongs to the kind 'act' only");
        }

        faults.Unless(value.HighValueActs.Length <= 50, "value.highValueActs", "must be at most 50");
    }
}
