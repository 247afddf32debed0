using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Recall;
using Engagement.Domain.Time;
using Engagement.Journal.Care;
using Engagement.Journal.Errands;
using Engagement.Journal.Formats;
using Engagement.Journal.Tallies;

namespace Engagement.Journal;

/// <summary>
/// An append with everything turned into what is stored. It is made on the thread of whoever appends, so that the one
/// writer has nothing left to do but to write.
/// </summary>
internal sealed class EncodedAppend
{
    public EncodedAppend(Append append)
    {
        Append = append;
        State = MemberFormat.Write(append.State);
        Events = new EncodedEvent[append.Events.Length];
        Dictionary<MessageNumber, MessageChange>? messages = null;
        Dictionary<int, TaskChange>? tasks = null;
        TallyCount? tallies = null;
        List<ErrandRow>? errands = null;
        List<ReferralRow>? referrals = null;
        var settled = IndexOfHomeStore(append.Events.AsSpan());
        for (var index = 0; index < Events.Length; index++)
        {
            var happened = append.Events[index];
            // What came before she had a home store was told of a member without one.
            var home = index < settled ? null : append.State.Home;
            Events[index] = new(happened, StoreOf(happened, home), EventFormat.Write(happened));
            if (TallyCount.Concerns(happened))
                (tallies ??= new(append.Key, append.Found?.State ?? Member.Unknown)).Add(happened, new(home));
            ErrandRow.Collect(happened, append.Key.Member, ref errands);
            if (happened is ActEvent)
                continue;
            ReferralRow.Collect(happened, ref referrals);
            LevelMove.Collect(happened, new(home), Moves ??= []);
            MessageChange.Collect(happened, append.Key, ref messages);
            TaskChange.Collect(happened, append.Key, ref tasks);
        }

        Errands = errands ?? [];
        Referrals = referrals ?? [];
        Tallies = tallies?.Moves ?? [];
        Messages = messages?.Values.ToArray() ?? [];
        Tasks = tasks?.Values.ToArray() ?? [];
        MovesTasks = settled >= 0 && append.State.Care.LastTask > 0;
    }

    public Append Append { get; }

    public byte[] State { get; }

    public EncodedEvent[] Events { get; }

    /// <summary>What the events mean for the counts of boards; null for nothing.</summary>
    public List<LevelMove>? Moves { get; }

    /// <summary>What the events mean for what is counted of playbooks, surveys and staff.</summary>
    public List<TallyMove> Tallies { get; }

    /// <summary>What the events ask of other members.</summary>
    public List<ErrandRow> Errands { get; }

    /// <summary>What the events say of whom she brought.</summary>
    public List<ReferralRow> Referrals { get; }

    /// <summary>What the events mean for the list of messages, one change each.</summary>
    public MessageChange[] Messages { get; }

    /// <summary>What the events mean for the list of tasks, one change each.</summary>
    public TaskChange[] Tasks { get; }

    /// <summary>She has a home store now, and tasks of hers may be listed under none.</summary>
    public bool MovesTasks { get; }

    private static int IndexOfHomeStore(ReadOnlySpan<MemberEvent> events)
    {
        for (var index = 0; index < events.Length; index++)
        {
            if (events[index] is HomeStoreSet)
                return index;
        }

        return -1;
    }

    private static StoreId? StoreOf(MemberEvent happened, StoreId? home) => happened switch
    {
        ActEvent act => act.Store,
        HomeStoreSet set => set.Store,
        _ => home,
    };
}

/// <summary>One event as it is stored.</summary>
internal readonly record struct EncodedEvent(MemberEvent Happened, StoreId? Store, byte[] Data)
{
    public string Name => EventFormat.NameOf(Happened);

    public EventKey? Key => (Happened as ActEvent)?.Key;

    public Instant At => Happened.At;

    public CommittedEvent Committed(long position, MemberId member) =>
        new(position, Name, member, Store, At, Key?.Id, Data) { Happened = Happened };
}
