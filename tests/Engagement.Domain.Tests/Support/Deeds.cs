using System.Globalization;
using Engagement.Domain.Behaviours;
using Engagement.Domain.Benefits;
using Engagement.Domain.Cards;
using Engagement.Domain.Care;
using Engagement.Domain.Families;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Points;
using Engagement.Domain.Purchases;
using Engagement.Domain.Streaks;
using Engagement.Domain.Tiers;
using Engagement.Domain.Time;
using Engagement.Domain.Visits;

namespace Engagement.Domain.Tests.Support;

/// <summary>Acts as a story tells them: each at its instant, arriving at once unless it is said to come later.</summary>
internal static class Deeds
{
    public static Decision Joins(
        this Life life, string at, string? store = null, string? referrer = null, (int Month, int Day)? born = null)
    {
        Birthday birthday = default;
        var isKnown = born is { } day && Birthday.TryOf(day.Month, day.Day, out birthday);
        return life.Does(
            (key, when) => new Join(
                key, when, Store(store), Referrer: referrer is null ? null : new MemberId(referrer), Birthday: isKnown ? birthday : null),
            at,
            at);
    }

    public static Decision Visits(this Life life, string at, string? store = null, string? arriving = null) =>
        life.Does((key, when) => new Visit(key, when, Store(store)), at, arriving ?? at);

    public static Decision Buys(this Life life, string at, decimal amount, string? order = null, string? arriving = null) =>
        life.Does((key, when) => new Purchase(key, when, null, amount, order), at, arriving ?? at);

    public static Decision GetsBack(
        this Life life, string at, decimal? amount = null, string? order = null, string? arriving = null) =>
        life.Does((key, when) => new Refund(key, when, null, order, amount), at, arriving ?? at);

    public static Decision SignsIn(this Life life, string at, string? store = null, string? arriving = null) =>
        life.Does((key, when) => new CheckIn(key, when, Store(store)), at, arriving ?? at);

    public static Decision Acts(this Life life, string at, string name) =>
        life.Does((key, when) => new Act(key, when, null, name), at, at);

    public static Decision GetsCard(this Life life, string at, string card, string? until) => life.Does(
        (key, when) => new IssueCard(key, when, null, new(card), "annual", until is null ? null : Told.Instant(until)), at, at);

    public static Decision Renews(this Life life, string at, string card, string until) =>
        life.Does((key, when) => new RenewCard(key, when, null, new(card), Told.Instant(until)), at, at);

    public static Decision Redeems(this Life life, string at, long? points = null, string? goods = null, int count = 1) =>
        life.Does((key, when) => new RedeemPoints(key, when, null, points, goods, count), at, at);

    public static Decision Adjusts(this Life life, string at, long points) =>
        life.Does((key, when) => new AdjustPoints(key, when, null, points, "goodwill", new("mei")), at, at);

    public static Decision Invites(this Life life, string at, string tier, bool given = true) =>
        life.Does((key, when) => new InviteToTier(key, when, null, tier, given), at, at);

    public static Decision Takes(this Life life, string at, string benefit, string? relative = null) => life.Does(
        (key, when) => new UseBenefit(key, when, null, benefit, relative is null ? null : new MemberId(relative)), at, at);

    public static Decision AddsToFamily(this Life life, string at, string relative) =>
        life.Does((key, when) => new AddToFamily(key, when, null, new(relative)), at, at);

    public static Decision RemovesFromFamily(this Life life, string at, string relative) =>
        life.Does((key, when) => new RemoveFromFamily(key, when, null, new(relative)), at, at);

    public static Decision LeavesFamily(this Life life, string at) => life.Does((key, when) => new LeaveFamily(key, when, null), at, at);

    /// <summary>Somebody takes the task of that kind on and closes it.</summary>
    public static Decision Closes(this Life life, string at, string kind, string outcome)
    {
        var when = Told.Instant(at);
        life.Until(when);
        var number = life.Member.Care.Tasks.Single(task => task.Kind == kind).Number;
        life.Send(new ClaimTask(number, new("mei")), when);
        return life.Send(new CompleteTask(number, new("mei"), outcome), when);
    }

    public static Decision Consents(this Life life, string at, bool given, string? channel = null) =>
        life.Does((key, when) => new Consent(key, when, null, channel, given), at, at);

    public static Life Until(this Life life, string to) => life.Until(Told.Instant(to));

    public static EventKey Key(int number) =>
        new(number.ToString(CultureInfo.InvariantCulture), new ContentFingerprint((UInt128)number));

    public static StoreId? Store(string? name) => name is null ? null : new StoreId(name);

    private static Decision Does(this Life life, Func<EventKey, Instant, ActCommand> act, string at, string clock) =>
        life.Send(act(Key(life.Events.Count + 1), Told.Instant(at)), Told.Instant(clock));
}
