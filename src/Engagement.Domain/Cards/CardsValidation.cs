using System.Collections.Immutable;
using Engagement.Domain.Policies;

namespace Engagement.Domain.Cards;

/// <summary>Finds what would make a policy's cards meaningless (docs/domain/cards.md).</summary>
internal static class CardsValidation
{
    /// <summary>More could not all be remembered by a card.</summary>
    private const int MostUsesPerDay = 30;

    private const int MostSteps = 20;
    private const int MostCharacters = 128;
    private const decimal MostMoney = 1_000_000_000m;

    public static void Validate(CardsPolicy policy, PolicyFaults faults)
    {
        faults.InRange("cards.usesPerDay", policy.UsesPerDay, 1, MostUsesPerDay);
        faults.InRange("cards.secondsBetweenUses", policy.SecondsBetweenUses, 0, 3600);
        faults.Unless(policy.Liability.Threshold > 0m, "cards.liability.threshold", "must be more than 0");
        foreach (var (name, kind) in policy.Kinds)
        {
            if (string.IsNullOrWhiteSpace(name) || name.Length > MostCharacters)
                faults.Add("cards.kinds", $"a kind's name must have 1 to {MostCharacters} characters");
            if (kind is null)
                faults.Add($"cards.kinds.{name}", "must be an object such as {\"form\": \"count\", \"uses\": 10}");
            else
                Validate($"cards.kinds.{name}", kind, faults);
        }
    }

    private static void Validate(string path, CardKind kind, PolicyFaults faults)
    {
        Money($"{path}.price", kind.Price, faults);
        Money($"{path}.overdraft", kind.Overdraft, faults);
        faults.InRange($"{path}.validDays", kind.ValidDays, 1, 36_500);
        faults.InRange($"{path}.uses", kind.Uses, 1, 10_000);
        faults.InRange($"{path}.usesPerDay", kind.UsesPerDay, 1, MostUsesPerDay);
        Only($"{path}.uses", kind.Uses is not null, kind, CardForm.Count, faults);
        Only($"{path}.overdraft", kind.Overdraft != 0m, kind, CardForm.StoredValue, faults);
        Only($"{path}.bonusSteps", kind.BonusSteps is not null, kind, CardForm.StoredValue, faults);
        Only($"{path}.discountPercent", kind.DiscountPercent is not null, kind, CardForm.Discount, faults);
        Only($"{path}.categories", kind.Categories.Length > 0, kind, CardForm.Discount, faults);
        if (kind.Form == CardForm.Discount)
        {
            faults.Unless(
                kind.DiscountPercent is > 0m and <= 100m, $"{path}.discountPercent", "a discount card needs more than 0 and at most 100");
        }

        Words($"{path}.categories", kind.Categories, faults);
        Words($"{path}.services", kind.Services, faults);
        Steps($"{path}.bonusSteps", kind.BonusSteps ?? [], faults);
    }

    private static void Steps(string path, ImmutableArray<BonusStep> steps, PolicyFaults faults)
    {
        faults.Unless(steps.Length <= MostSteps, path, $"must have at most {MostSteps} steps");
        for (var index = 0; index < steps.Length; index++)
        {
            Money($"{path}[{index}].from", steps[index].From, faults);
            Money($"{path}[{index}].bonus", steps[index].Bonus, faults);
            if (index == 0)
                continue;
            faults.Unless(steps[index].From > steps[index - 1].From, $"{path}[{index}].from", "must be more than that of the step before");
            // Else a member could earn more by being given money back.
            faults.Unless(steps[index].Bonus >= steps[index - 1].Bonus, $"{path}[{index}].bonus", "must not be less than that of the step before");
        }
    }

    private static void Only(string path, bool isSaid, CardKind kind, CardForm form, PolicyFaults faults) =>
        faults.Unless(!isSaid || kind.Form == form, path, $"is for {Of(form)} cards only");

    private static string Of(CardForm form) => form switch
    {
        CardForm.StoredValue => "stored-value",
        CardForm.Count => "count",
        CardForm.Period => "period",
        _ => "discount",
    };

    private static void Money(string path, decimal? money, PolicyFaults faults) => faults.Unless(
        money is not { } amount || (amount is >= 0m and <= MostMoney && Cents.Are(amount)), path, "must be 0 or more, in whole cents");

    private static void Words(string path, ImmutableArray<string> words, PolicyFaults faults) => faults.Unless(
        words.All(word => !string.IsNullOrWhiteSpace(word) && word.Length <= MostCharacters), path, $"each must have 1 to {MostCharacters} characters");
}
