using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Engagement.Domain.Behaviours;
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
