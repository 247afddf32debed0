using System.Collections.Immutable;
using Engagement.Domain.Time;

namespace Engagement.Domain.Recall;

/// <summary>Where a member stands in her playbooks, what she is about to be sent, and what she was sent lately.</summary>
public sealed record RecallState
{
    public static readonly RecallState None = new();

    /// <summary>The number of the latest run of any playbook; each run gets the next.</summary>
    public int LastRun { get; init; }

    /// <summary>The playbooks she is in, in the order in which she entered; none of them twice.</summary>
    public ImmutableArray<Run> Runs { get; init; } = [];

    /// <summary>When she last entered each playbook that asks for a pause before it takes her again.</summary>
    public ImmutableArray<Entry> Entries { get; init; } = [];

    /// <summary>Messages that are to go and have not gone, in the order in which they were planned.</summary>
    public ImmutableArray<Waiting> Messages { get; init; } = [];

    /// <summary>Messages that are in the outbox and of which nobody has said yet what became of them, in the order in which they were released.</summary>
    public ImmutableArray<Released> Released { get; init; } = [];

    /// <summary>The local calendar days of the messages that were handed over, as far back as the policy's window.</summary>
    public ImmutableArray<DateOnly> SentOn { get; init; } = [];

    /// <summary>The latest run of each playbook or campaign that began within the last 30 days, ended or not: what she does now is put down to it.</summary>
    public ImmutableArray<Watched> Watched { get; init; } = [];

    /// <summary>The campaigns that reached her, with the latest occurrence of each.</summary>
    public ImmutableArray<Reached> Campaigns { get; init; } = [];

    /// <summary>The channels on which she wants no messages; an empty name stands for all.</summary>
    public ImmutableArray<string> Refused { get; init; } = [];

    /// <summary>The channels on which she said she wants them; an empty name stands for all.</summary>
    public ImmutableArray<string> Wanted { get; init; } = [];

    public bool Equals(RecallState? other) =>
        other is not null && LastRun == other.LastRun
        && Runs.AsSpan().SequenceEqual(other.Runs.AsSpan()) && Entries.AsSpan().SequenceEqual(other.Entries.AsSpan())
        && Messages.AsSpan().SequenceEqual(other.Messages.AsSpan()) && SentOn.AsSpan().SequenceEqual(other.SentOn.AsSpan())
        && Released.AsSpan().SequenceEqual(other.Released.AsSpan())
        && Refused.AsSpan().SequenceEqual(other.Refused.AsSpan()) && Wanted.AsSpan().SequenceEqual(other.Wanted.AsSpan())
        && Watched.AsSpan().SequenceEqual(other.Watched.AsSpan())
        && Campaigns.AsSpan().SequenceEqual(other.Campaigns.AsSpan());

    public override int GetHashCode() => HashCode.Combine(LastRun, Runs.Length, Messages.Length, SentOn.Length);
}

/// <summary>One time through a playbook.</summary>
/// <param name="Number">Unique among the runs of a member.</param>
/// <param name="Since">When she entered.</param>
/// <param name="Next">Which of the playbook's steps comes next, from 0.</param>
/// <param name="IsHeldOut">She is left alone, to be compared with.</param>
/// <param name="PausedUntil">Nothing of it happens before then; null where it is not paused.</param>
public sealed record Run(string Playbook, int Number, Instant Since, int Next, bool IsHeldOut, Instant? PausedUntil = null);

/// <summary>A run whose success is being watched.</summary>
/// <param name="HasReturned">She has come back since.</param>
/// <param name="Revenue">What she has paid since, less what of that was given back, in the chain's currency.</param>
public sealed record Watched(string Playbook, int Run, Instant Since, bool IsHeldOut, bool HasReturned = false, decimal Revenue = 0m);

/// <summary>A message in the outbox.</summary>
/// <param name="Day">The local calendar day on which it was released.</param>
public readonly record struct Released(MessageNumber Number, DateOnly Day);

/// <summary>When a playbook last took her.</summary>
public sealed record Entry(string Playbook, Instant At);

/// <summary>Which message of a member: the run and the step it comes from. It is the same for ever, whatever crashes.</summary>
public readonly record struct MessageNumber(int Run, int Step)
{
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Run}.{Step}");
}

/// <summary>A message that is to go.</summary>
/// <param name="DueAt">When it goes if it may then.</param>
/// <param name="UselessAt">From when on it is not worth sending; null for never.</param>
public sealed record Waiting(
    MessageNumber Number, string Playbook, int Priority, string Template, string Channel, string? Offer, Instant DueAt, Instant? UselessAt);
