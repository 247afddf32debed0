using System.Collections.Frozen;
using System.Text.Json;
using Engagement.Domain.Identity;
using Engagement.Domain.Stages;
using Engagement.Domain.Time;
using Engagement.Journal.Formats;

namespace Engagement.Journal.Insights;

/// <summary>Reads traces from stored events. Millions are passed by, so that of most of them not even the content is looked at.</summary>
internal static class TraceFormat
{
    /// <summary>The stored types of which the content is needed; a use of a card is a visit only if its content says so.</summary>
    public static readonly string[] WithContent =
    [
        "stage_changed.v1", "refund.v1", "erased.v1", "card_used.v1", "card_use_cancelled.v1",
        "card_issued.v1", "card_issued.v2", "card_renewed.v1", "card_renewed.v2", "card_frozen.v1", "card_unfrozen.v1",
        "card_sent.v1", "card_received.v1", "card_came_back.v1",
    ];

    private static readonly FrozenSet<string> Needed = WithContent.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The trace of an event.</summary>
    /// <param name="type">Its stored type.</param>
    /// <param name="data">Its content; it may be left out where <see cref="WithContent"/> does not name the type.</param>
    public static Trace Read(long row, ReadOnlySpan<char> type, Instant at, StoreId? store, ReadOnlySpan<byte> data)
    {
        var trace = new Trace(row, at, store, TraceKind.Other);
        if (type is "visit.v1" or "purchase.v1")
            return trace with { Kind = TraceKind.Counted };
        if (!Needed.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(type, out var name))
            return trace;
        return name switch
        {
            "stage_changed.v1" => trace with { Kind = TraceKind.Stage, Stage = StageOf(data) },
            "card_used.v1" => Find(data, "visit"u8, out _) ? trace with { Kind = TraceKind.Counted } : trace,
            _ => trace with { Kind = TraceKind.Told, Happened = EventFormat.Read(name, at, store, null, default, data) },
        };
    }

    private static Stage StageOf(ReadOnlySpan<byte> data) =>
        (Find(data, "to"u8, out var reader) ? Names.Stage(reader.GetString()) : null)
        ?? throw new JournalRefusedException("The journal holds a change of stage that does not say to which.");

    // Stops at the value of one of the object's own fields.
    private static bool Find(ReadOnlySpan<byte> data, ReadOnlySpan<byte> field, out Utf8JsonReader reader)
    {
        reader = new(data);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = reader.ValueTextEquals(field);
            reader.Read();
            if (isIt)
                return true;
            reader.Skip();
        }

        return false;
    }
}
