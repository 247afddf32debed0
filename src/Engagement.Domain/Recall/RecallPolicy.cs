using System.Collections.Immutable;

namespace Engagement.Domain.Recall;

/// <summary>What should happen next by itself (docs/domain §9).</summary>
public sealed record RecallPolicy
{
    /// <summary>By name. A chain changes, adds or switches off what it likes; the defaults are those of docs/domain §9.</summary>
    public ImmutableSortedDictionary<string, Playbook> Playbooks
    {
        get;
        // They are gone through in this order, which must be the same on every machine.
        init => field = value.WithComparers(StringComparer.Ordinal);
    } = DefaultPlaybooks.All;

    public MessagePolicy Messages { get; init; } = new();

    /// <summary>
    /// The texts of messages, by the names that playbooks call them. A name that is not here has the text that came with the
    /// program, where there is one.
    /// </summary>
    public ImmutableSortedDictionary<string, Template> Templates { get; init; } = DefaultTemplates.All;

    /// <summary>
    /// Offers in the languages of messages, by the words that steps have for them. An offer that is not here is told in just
    /// those words.
    /// </summary>
    public ImmutableSortedDictionary<string, Template> Offers { get; init; } = DefaultTemplates.Offers;

    /// <summary>
    /// What staff may say on a call, in the languages they read, by the kind of task. A step that brings words of its own has those;
    /// a kind that is not here has the words that came with the program, where there are any.
    /// </summary>
    public ImmutableSortedDictionary<string, Template> Scripts { get; init; } = DefaultScripts.All;

    public bool Equals(RecallPolicy? other) =>
        other is not null && Messages.Equals(other.Messages) && Playbooks.SequenceEqual(other.Playbooks)
        && Templates.SequenceEqual(other.Templates) && Offers.SequenceEqual(other.Offers)
        && Scripts.SequenceEqual(other.Scripts);

    public override int GetHashCode() => HashCode.Combine(Playbooks.Count, Messages);
}

/// <summary>The one rule of sending (docs/domain §9): when a message may go, whoever wants it sent.</summary>
public sealed record MessagePolicy
{
    /// <summary>From this local time of day on nothing is sent. Default 21:00.</summary>
    public TimeOnly QuietFrom { get; init; } = new(21, 0);

    /// <summary>From this local time of day on messages go again. Default 09:00. The same as <see cref="QuietFrom"/>: no quiet hours.</summary>
    public TimeOnly QuietUntil { get; init; } = new(9, 0);

    /// <summary>The most messages a member gets on one local calendar day. Default 1.</summary>
    public int MostADay { get; init; } = 1;

    /// <summary>The most within <see cref="WindowDays"/> local calendar days on end. Default 3.</summary>
    public int MostInWindow { get; init; } = 3;

    /// <summary>Default 7.</summary>
    public int WindowDays { get; init; } = 7;

    /// <summary>
    /// What waited for the morning does not go at one stroke: each member has a moment of her own within so many minutes after
    /// <see cref="QuietUntil"/>. Default 60.
    /// </summary>
    public int SpreadMinutes { get; init; } = 60;

    /// <summary>Which way messages go that name none. Default <c>file</c>.</summary>
    public string Channel { get; init; } = "file";

    /// <summary>Whether a member must have said yes before anything is sent. Default no: she may say no at any time.</summary>
    public bool NeedsConsent { get; init; }

    /// <summary>The language messages are written in: <c>zh-CN</c> (default) or <c>en</c>.</summary>
    public string Language { get; init; } = Languages.Chinese;
}
