using System.Text.Json;
using System.Text.Json.Serialization;
using Engagement.Domain.Recall;
using Engagement.Hosting.Api.Campaigns;
using Engagement.Journal.Formats;

namespace Engagement.Hosting.Api.Segments;

/// <summary>Which members are meant: all that is asked for has to hold; what is empty or missing asks for nothing.</summary>
/// <param name="Stages">She is in one of these.</param>
/// <param name="Stores">She is at home in one of these.</param>
/// <param name="Flags">One of these is raised.</param>
/// <param name="InStageDaysFrom">She has been in her stage for so many whole days at least.</param>
/// <param name="InStageDaysTo">And for so many at most.</param>
/// <param name="RecencyDays">Whole days since her last purchase or visit.</param>
/// <param name="Frequency">Purchases and visits over the policy's window.</param>
/// <param name="Money">What she paid, less refunds, over the policy's window.</param>
/// <param name="SpentFrom">She ever paid so much, less refunds.</param>
/// <param name="OrdersFrom">She ever made so many purchases, less those refunded whole.</param>
/// <param name="Tiers">She has one of these tiers; none stands for having no tier.</param>
/// <param name="Points">The points she can spend.</param>
/// <param name="RfmGroups">She is in one of these groups, such as important_value, by the chain's latest grid.</param>
/// <param name="Alive">The probability that she has not left for good, 0 to 1, by the chain's forecast.</param>
/// <param name="ExpectedVisits">On how many days she is expected to come within a quarter.</param>
/// <param name="CardKinds">She has a card of one of these kinds that has neither ended nor been given back.</param>
/// <param name="CardExpiresWithinDays">She has a card that ends within so many days; where kinds are asked for too, one of those.</param>
/// <param name="FriendsBoughtFrom">So many friends whom she referred have bought.</param>
/// <param name="Score">What she answered to her latest survey, 0 to 10.</param>
/// <param name="Joined">Whether she has joined.</param>
/// <param name="BirthdayMonths">She was born in one of these months, 1 to 12.</param>
/// <param name="Acts">How often she did what lately: each has to hold.</param>
public sealed record SegmentView(
    IReadOnlyList<string>? Stages = null,
    IReadOnlyList<string>? Stores = null,
    IReadOnlyList<string>? Flags = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? InStageDaysFrom = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? InStageDaysTo = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RangeView? RecencyDays = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RangeView? Frequency = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RangeView? Money = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? SpentFrom = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? OrdersFrom = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Tiers = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RangeView? Points = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? RfmGroups = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RangeView? Alive = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RangeView? ExpectedVisits = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? CardKinds = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? CardExpiresWithinDays = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? FriendsBoughtFrom = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RangeView? Score = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Joined = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<int>? BirthdayMonths = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TagsView? Tags = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ActsView>? Acts = null);

/// <summary>From one number to another, both included; missing on a side for no end there.</summary>
public sealed record RangeView(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? From = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? To = null);

/// <summary>Which tags are asked for: all of the first, one of the second, none of the third.</summary>
public sealed record TagsView(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? All = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Any = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? None = null);

/// <summary>How often something was done lately.</summary>
/// <param name="Type">purchase, visit, checkin or card_use.</param>
/// <param name="WithinDays">1 to 730 days of 24 hours; of checkin, 1 to 365 local calendar days.</param>
/// <param name="AtLeast">So often or more often.</param>
/// <param name="AtMost">So often or less often.</param>
/// <param name="SumFrom">Purchases only: so much was paid or more, less refunds.</param>
public sealed record ActsView(
    string Type,
    int WithinDays,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? AtLeast = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? AtMost = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? SumFrom = null);

/// <summary>What a segment is to be.</summary>
/// <param name="Title">What people call it; its name when missing.</param>
/// <param name="Segment">Who is in it; everybody when missing.</param>
public sealed record SegmentToPut(SegmentView? Segment = null, string? Title = null);

/// <summary>A segment that the chain keeps.</summary>
/// <param name="UsedBy">The campaigns that go to it.</param>
public sealed record SavedSegmentView(string Name, string Title, SegmentView Segment, IReadOnlyList<string> UsedBy)
{
    internal static SavedSegmentView Of(Domain.Chains.Chain chain, string name, SavedSegment saved) => new(
        name,
        saved.Title ?? name,
        SegmentFormat.ToDocument(saved)["segment"]!.Deserialize<SegmentView>(JsonSerializerOptions.Web)!,
        UsersOf(chain, name));

    internal static IReadOnlyList<string> UsersOf(Domain.Chains.Chain chain, string name) =>
        [.. chain.Campaigns.Where(campaign => campaign.Value.SegmentName == name).Select(campaign => campaign.Key)];
}

/// <summary>How many are in a segment now.</summary>
public sealed record SegmentCount(long Count, IReadOnlyList<StoreCount> ByStore, DateTimeOffset AsOf);
