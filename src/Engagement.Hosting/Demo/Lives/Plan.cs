using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Engagement.Domain.Behaviours;
using Engagement.Domain.Cards;
using Engagement.Domain.Care;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Points;
using Engagement.Domain.Purchases;
using Engagement.Domain.Streaks;
using Engagement.Domain.Time;
using Engagement.Domain.Visits;

namespace Engagement.Hosting.Demo.Lives;

/// <summary>What a member means to do, until its time has come.</summary>
internal abstract record Plan(DemoStore Store)
{
    /// <summary>It has happened.</summary>
    public abstract ActCommand Happen(string id, Instant at);

    // The same id is only ever made with the same content, unless somebody moved the start of the chain's history.
    protected static EventKey Key(string id, Instant at) => new(id, new(BinaryPrimitives.ReadUInt128BigEndian(
        SHA256.HashData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}@{at.Microseconds}"))))));

    /// <param name="Referrer">Who brings her; null for nobody.</param>
    public sealed record ToJoin(DemoStore Store, MemberId? Referrer) : Plan(Store)
    {
        public override ActCommand Happen(string id, Instant at) => new Join(Key(id, at), at, Store.Store.Id, Referrer: Referrer);
    }

    /// <param name="Points">How many towards a fee; null where she takes goods.</param>
    /// <param name="Goods">What she takes; null where she pays a fee.</param>
    public sealed record ToRedeem(DemoStore Store, long? Points, string? Goods) : Plan(Store)
    {
        public override ActCommand Happen(string id, Instant at) => new RedeemPoints(Key(id, at), at, Store.Store.Id, Points, Goods);
    }

    public sealed record ToVisit(DemoStore Store, Article Service) : Plan(Store)
    {
        public override ActCommand Happen(string id, Instant at) => new Visit(Key(id, at), at, Store.Store.Id, Service.Name);
    }

    public sealed record ToBuy(DemoStore Store, Basket Basket, string Order) : Plan(Store)
    {
        public override ActCommand Happen(string id, Instant at) =>
            new Purchase(Key(id, at), at, Store.Store.Id, Basket.Amount, Order, Basket.Items);
    }

    public sealed record ToReturn(DemoStore Store, string Order) : Plan(Store)
    {
        public override ActCommand Happen(string id, Instant at) =>
            new Refund(Key(id, at), at, Store.Store.Id, Order, Amount: null);
    }

    public sealed record ToGetCard(DemoStore Store, CardId Card, string Kind, decimal Paid, Instant? EndsAt) : Plan(Store)
    {
        public override ActCommand Happen(string id, Instant at) =>
            new IssueCard(Key(id, at), at, Store.Store.Id, Card, Kind, EndsAt) { Paid = Paid };
    }

    public sealed record ToRenewCard(DemoStore Store, CardId Card, Instant EndsAt, decimal Paid) : Plan(Store)
    {
        public override ActCommand Happen(string id, Instant at) =>
            new RenewCard(Key(id, at), at, Store.Store.Id, Card, EndsAt) { Paid = Paid };
    }

    public sealed record ToTopUp(DemoStore Store, CardId Card, decimal Amount) : Plan(Store)
    {
        public override ActCommand Happen(string id, Instant at) => new TopUpCard(Key(id, at), at, Store.Store.Id, Card, Amount);
    }

    /// <param name="Amount">What is paid with it; null where it is a use of it.</param>
    public sealed record ToShowCard(DemoStore Store, CardId Card, decimal? Amount) : Plan(Store)
    {
        // The desk tells of the visit by itself.
        public override ActCommand Happen(string id, Instant at) =>
            new UseCard(Key(id, at), at, Store.Store.Id, Card, Amount, IsVisit: false);
    }

    public sealed record ToAnswer(DemoStore Store, int Score) : Plan(Store)
    {
        public override ActCommand Happen(string id, Instant at) => new Survey(Key(id, at), at, Store.Store.Id, Score);
    }

    public sealed record ToComplain(DemoStore Store) : Plan(Store)
    {
        public override ActCommand Happen(string id, Instant at) => new Complaint(Key(id, at), at, Store.Store.Id);
    }

    /// <param name="Daily">The next day follows by itself.</param>
    public sealed record ToSignIn(DemoStore Store, bool Daily) : Plan(Store)
    {
        public override ActCommand Happen(string id, Instant at) => new CheckIn(Key(id, at), at, Store.Store.Id);
    }

    public sealed record ToAct(DemoStore Store, string Name) : Plan(Store)
    {
        public override ActCommand Happen(string id, Instant at) => new Act(Key(id, at), at, Store.Store.Id, Name);
    }
}
