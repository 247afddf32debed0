using Engagement.Domain.Care;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Recall;
using Engagement.Domain.Time;
using Engagement.Journal.Formats;

namespace Engagement.Journal.Care;

/// <summary>What one append means for one message: where it ends up, and the decisions to add to those before.</summary>
internal sealed class MessageChange(MemberKey member, MessageNumber number)
{
    private readonly List<MessageDecision> _decisions = [];

    public string Id { get; } = PublicIds.OfMessage(member, number);

    public MessageNumber Number { get; } = number;

    /// <summary>The message itself where this append planned it; null where it is listed already.</summary>
    public Waiting? Planned { get; private set; }

    /// <summary>Where it stands now; null for where it stood.</summary>
    public MessageState? State { get; private set; }

    /// <summary>When it goes or was to go; null for no change.</summary>
    public Instant? PlannedAt { get; private set; }

    /// <summary>When it entered the outbox; null if this append did not put it there.</summary>
    public Instant? ReleasedAt { get; private set; }

    /// <summary>When it was first reported to be on its way; null for no news.</summary>
    public Instant? SentAt { get; private set; }

    /// <summary>The decisions to add, as <see cref="DecisionFormat"/> has them.</summary>
    public string Decisions => DecisionFormat.Write(_decisions);

    /// <summary>Adds what <paramref name="happened"/> means to what the events before it meant.</summary>
    public static void Collect(MemberEvent happened, MemberKey member, ref Dictionary<MessageNumber, MessageChange>? into)
    {
        if (NumberOf(happened) is not { } number)
            return;
        into ??= [];
        if (!into.TryGetValue(number, out var change))
            into[number] = change = new(member, number);
        change.Add(happened);
    }

    private static MessageNumber? NumberOf(MemberEvent happened) => happened switch
    {
        MessagePlanned planned => planned.Message.Number,
        MessageMoved moved => moved.Number,
        MessageReleased released => released.Message.Number,
        MessageCancelled cancelled => cancelled.Number,
        MessageReported reported => reported.Number,
        _ => null,
    };

    private void Add(MemberEvent happened)
    {
        switch (happened)
        {
            case MessagePlanned planned:
                (Planned, State, PlannedAt) = (planned.Message, MessageState.Planned, planned.Message.DueAt);
                _decisions.Add(new(planned.At, "planned", ""));
                break;
            case MessageMoved moved:
                (State, PlannedAt) = (MessageState.Moved, moved.To);
                _decisions.Add(new(moved.At, "moved", moved.Why, moved.To));
                break;
            case MessageReleased released:
                (ReleasedAt, PlannedAt) = (released.At, released.At);
                _decisions.Add(new(released.At, "released", ""));
                break;
            case MessageCancelled cancelled:
                // What was not stored yet was in nobody's hands: it need not even enter the outbox.
                (State, ReleasedAt) = (MessageState.Cancelled, null);
                _decisions.Add(new(cancelled.At, "cancelled", cancelled.Why));
                break;
            case MessageReported reported:
                Report(reported);
                break;
        }
    }

    private void Report(MessageReported reported)
    {
        var told = reported.Fate switch
        {
            MessageFate.Sent => MessageState.Sent,
            MessageFate.Delivered => MessageState.Delivered,
            _ => MessageState.Failed,
        };
        // That it was sent may be told after what became of it.
        if (told != MessageState.Sent || State is not (MessageState.Delivered or MessageState.Failed))
            State = told;
        if (told != MessageState.Failed)
            SentAt ??= reported.At;
        _decisions.Add(new(reported.At, Names.Of(reported.Fate), reported.Detail ?? ""));
    }
}
