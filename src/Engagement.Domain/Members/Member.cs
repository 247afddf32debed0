using System.Collections.Immutable;
using Engagement.Domain.Benefits;
using Engagement.Domain.Cards;
using Engagement.Domain.Care;
using Engagement.Domain.Families;
using Engagement.Domain.Identity;
using Engagement.Domain.Points;
using Engagement.Domain.Purchases;
using Engagement.Domain.Recall;
using Engagement.Domain.Referral;
using Engagement.Domain.Stages;
using Engagement.Domain.Streaks;
using Engagement.Domain.Tiers;
using Engagement.Domain.Time;
using Engagement.Domain.Value;

namespace Engagement.Domain.Members;

/// <summary>
/// All that a member knows of herself: the fold of her events by <see cref="Evolution.Evolve"/>, and nothing else.
/// </summary>
public sealed record Member
{
    /// <summary>How many of the latest keys a member remembers herself; the journal remembers all.</summary>
    internal const int RememberedKeys = 4;

    /// <summary>A member nobody has heard of yet.</summary>
    public static readonly Member Unknown = new();

    /// <summary>Who she is. Given by whoever loads her; no event says it, and draws that must always fall alike depend on it.</summary>
    public MemberId Id { get; init; }

    /// <summary>When she came into being, by her first event; null while she is unknown.</summary>
    public Instant? Since { get; init; }

    /// <summary>The latest instant that any of her events happened at: what is older arrives late.</summary>
    public Instant LivedThrough { get; init; } = new(long.MinValue);

    /// <summary>Her home store; null until an event names one.</summary>
    public StoreId? Home { get; init; }

    public bool Joined { get; init; }

    /// <summary>Her lifecycle stage (docs/domain §4); null while she is unknown.</summary>
    public Stage? Stage { get; init; }

    public Instant StageSince { get; init; }

    public StageReason? StageReason { get; init; }

    public AttentionFlags Flags { get; init; }

    public CountedActs Acts { get; init; } = CountedActs.None;

    /// <summary>Her cards, in the order in which they were issued (docs/domain §6).</summary>
    public ImmutableArray<Card> Cards { get; init; } = [];

    /// <summary>
    /// The day of the year on which she was born. It is personal data, so no event says it: like <see cref="Id"/> it is given
    /// by whoever loads her.
    /// </summary>
    public Birthday? Birthday { get; init; }

    /// <summary>When she was last here or last spoken to; null for never.</summary>
    public Instant? LastContact => Acts.Last is not { } visit ? Care.LastCall
        : Care.LastCall is { } call ? Instant.Later(visit, call) : visit;

    /// <summary>Her balance of points (docs/domain §6); refunds may take it below zero.</summary>
    public long Points => Ledger.Balance;

    public PointsLedger Ledger { get; init; } = PointsLedger.None;

    /// <summary>When she became a member, by joining or by her first counted act, as it was told; null while she is none.</summary>
    public Instant? MemberSince { get; init; }

    public TierState Tier { get; init; } = TierState.None;

    public ReferralState Referral { get; init; } = ReferralState.None;

    public Family Family { get; init; } = Family.None;

    /// <summary>When she took benefits that are counted, within the last year.</summary>
    public ImmutableArray<BenefitTaken> BenefitsTaken { get; init; } = [];

    public Streak Streak { get; init; } = Streak.None;

    /// <summary>Behaviours that earn once and have done so.</summary>
    public ImmutableArray<string> OnceActs { get; init; } = [];

    /// <summary>Her tags (标签), each once, in the order in which she got them.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>When she was forgotten (docs/domain/erasure.md); null while she is not.</summary>
    public Instant? ErasedAt { get; init; }

    /// <summary>She was forgotten: only time passes for her.</summary>
    public bool IsErased => ErasedAt is not null;

    /// <summary>Up to here her life was told after the fact: nothing is sent for it, and no playbook begins in it.</summary>
    public Instant HistoryUntil { get; init; } = new(long.MinValue);

    public RecallState Recall { get; init; } = RecallState.None;

    public CareState Care { get; init; } = CareState.None;

    public ValueState Value { get; init; } = ValueState.None;

    /// <summary>The keys of the last few acts taken, oldest first.</summary>
    public ImmutableArray<EventKey> LatestKeys { get; init; } = [];

    public bool Equals(Member? other) =>
        other is not null && Since == other.Since && LivedThrough == other.LivedThrough && Home == other.Home
        && Joined == other.Joined && Stage == other.Stage && StageSince == other.StageSince
        && StageReason == other.StageReason && Flags == other.Flags && Acts.Equals(other.Acts)
        && MemberSince == other.MemberSince && Ledger.Equals(other.Ledger) && Tier.Equals(other.Tier)
        && Referral.Equals(other.Referral) && Family.Equals(other.Family) && BenefitsTaken.AsSpan().SequenceEqual(other.BenefitsTaken.AsSpan())
        && Streak.Equals(other.Streak)
        && ErasedAt == other.ErasedAt && HistoryUntil == other.HistoryUntil && Recall.Equals(other.Recall) && Care.Equals(other.Care) && Value.Equals(other.Value)
        && Cards.AsSpan().SequenceEqual(other.Cards.AsSpan())
        && Tags.AsSpan().SequenceEqual(other.Tags.AsSpan())
        && OnceActs.AsSpan().SequenceEqual(other.OnceActs.AsSpan())
        && LatestKeys.AsSpan().SequenceEqual(other.LatestKeys.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Since, LivedThrough, Stage, Acts, Ledger);
}
