using System.Globalization;
using Engagement.Domain.Chains;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Stages;
using Engagement.Domain.Time;

namespace Engagement.Domain.Recall;

/// <summary>What placeholders stand for in a message to one member at one instant.</summary>
public sealed record TemplateValues
{
    /// <summary>Her stage as she may read it herself; null while she is unknown.</summary>
    public string? Stage { get; init; }

    /// <summary>Whole days since her last counted act; where there is none, since she was first heard of.</summary>
    public int? DaysSilent { get; init; }

    public long Points { get; init; }

    /// <summary>Days of the run of sign-ins that is alive; 0 when it is broken.</summary>
    public int Streak { get; init; }

    /// <summary>The name of her home store; the chain's for a member without one, who belongs to the chain as a whole.</summary>
    public required string Store { get; init; }

    /// <summary>What she is offered, in her language; null for nothing.</summary>
    public string? Offer { get; init; }

    public required string Chain { get; init; }

    /// <summary>Who she is to her chain: her id. Names belong to profiles, which texts know nothing of.</summary>
    public required string Member { get; init; }

    /// <summary>Her tier as people call it; empty for none.</summary>
    public string Tier { get; init; } = "";

    /// <summary>How many of her points expire within 31 days.</summary>
    public long ExpiringPoints { get; init; }

    /// <summary>What the bonus and discount of her cards have saved her so far, in the chain's currency.</summary>
    public decimal Saved { get; init; }

    /// <summary>The same as a sentence in her language, with a space behind it where the language has one; empty where it is nothing.</summary>
    public string SavedSoFar { get; init; } = "";

    private static readonly TimeSpan Month = TimeSpan.FromDays(31);

    /// <summary>What is true of <paramref name="member"/> at <paramref name="at"/>.</summary>
    /// <param name="offer">The offer as the step has it; null for none.</param>
    public static TemplateValues Of(Chain chain, Rules rules, Member member, string? offer, string language, Instant at)
    {
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(member);
        var since = member.Acts.Last ?? member.Since;
        var saved = member.Cards.Sum(card => card.Saved);
        return new()
        {
            Stage = member.Stage is { } stage ? StageWords.Of(stage, language) : null,
            DaysSilent = since is { } silent ? (int)Math.Max(0, Math.Floor((at - silent).TotalDays)) : null,
            Points = member.Points,
            Streak = member.Streak.CurrentOn(at.LocalDate(rules.Zone), rules.Policy.Streak),
            Store = member.Home is { } home && chain.Find(home) is { } store ? store.Name : chain.Name,
            Offer = string.IsNullOrWhiteSpace(offer) ? null : Templates.Offer(rules.Policy.Recall, offer, language),
            Chain = chain.Name,
            Member = member.Id.Value ?? "",
            Tier = rules.Policy.Tiers.Find(member.Tier.Name).Tier is { } tier ? tier.Title ?? tier.Name : "",
            ExpiringPoints = member.Ledger.ExpiringBy(at + Month),
            Saved = saved,
            SavedSoFar = SavedWords.Of(saved, language),
        };
    }

    internal string? Of(string placeholder) => placeholder switch
    {
        "stage" => Stage,
        "days_silent" => DaysSilent?.ToString(CultureInfo.InvariantCulture),
        "points" => Points.ToString(CultureInfo.InvariantCulture),
        "streak" => Streak.ToString(CultureInfo.InvariantCulture),
        "store" => Store,
        "offer" => Offer,
        "chain" => Chain,
        "member" => Member,
        "tier" => Tier,
        "expiring_points" => ExpiringPoints.ToString(CultureInfo.InvariantCulture),
        "saved" => SavedWords.Of(Saved),
        "saved_so_far" => SavedSoFar,
        _ => null,
    };
}

/// <summary>What a card has saved its member, as she is told: nobody is told of nothing.</summary>
file static class SavedWords
{
    public static string Of(decimal saved) => saved.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Of(decimal saved, string language) => saved <= 0m ? ""
        : language == Languages.English ? $"So far it has saved you {Of(saved)}. "
        : $"它已为您节省{Of(saved)}元。";
}

/// <summary>Stages in the words in which a member may be told hers: nobody is called lost to her face.</summary>
file static class StageWords
{
    public static string Of(Stage stage, string language) => language == Languages.English
        ? stage switch
        {
            Stage.Potential => "a friend of the house",
            Stage.New => "a new member",
            Stage.Effective => "a regular",
            Stage.Active => "an active member",
            Stage.Loyal => "a loyal member",
            Stage.Dormant => "a member we have not seen for a while",
            _ => "a member we miss",
        }
        : stage switch
        {
            Stage.Potential => "准会员",
            Stage.New => "新会员",
            Stage.Effective => "常客",
            Stage.Active => "活跃会员",
            Stage.Loyal => "忠实会员",
            Stage.Dormant => "许久未见的会员",
            _ => "我们想念的会员",
        };
}
