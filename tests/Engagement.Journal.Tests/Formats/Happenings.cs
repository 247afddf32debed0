using Engagement.Domain.Behaviours;
using Engagement.Domain.Cards;
using Engagement.Domain.Care;
using Engagement.Domain.Erasure;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Purchases;
using Engagement.Domain.Recall;
using Engagement.Domain.Stages;
using Engagement.Domain.Streaks;
using Engagement.Domain.Tags;
using Engagement.Domain.Time;
using Engagement.Domain.Value;
using Engagement.Domain.Visits;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Journal.Tests.Formats;

/// <summary>Events of every kind with whatever may be in them, and what members remember of them.</summary>
internal static class Happenings
{
    private static readonly Gen<string> Words = Gen.Elements("welcome", "好", "a \"b\" \\ \n", "<&>", "💧", "");

    private static readonly Gen<string?> MaybeWords = Gen.OneOf(Gen.Constant<string?>(null), Words.Select(word => (string?)word));

    private static readonly Gen<int> Numbers = Gen.OneOf(Gen.Choose(0, 9), Gen.Constant(int.MaxValue));

    // To the microsecond, from the earliest day there is to the latest.
    private static readonly Gen<Instant> Instants =
        from days in Gen.OneOf(Gen.Choose(20_000, 21_000), Gen.Choose(-719_000, 2_932_000))
        from seconds in Gen.Choose(0, 86_399)
        from micros in Gen.Elements(0, 1, 999_999, 120_000)
        select new Instant(days * 86_400_000_000L + seconds * 1_000_000L + micros);

    private static readonly Gen<Instant?> MaybeInstants =
        Gen.OneOf(Gen.Constant<Instant?>(null), Instants.Select(at => (Instant?)at));

    private static readonly Gen<bool> Either = Gen.Elements(true, false);

    private static readonly Gen<decimal> Money = Gen.Choose(0, int.MaxValue).Select(units => units / 10_000m);

    private static readonly Gen<StaffId> People = Words.Select(word => new StaffId(word));

    private static readonly Gen<DateOnly> Days = Gen.Choose(1, 3_652_000).Select(DateOnly.FromDayNumber);

    private static readonly Gen<MessageNumber> MessageNumbers =
        from run in Numbers
        from step in Numbers
        select new MessageNumber(run, step);

    private static readonly Gen<Waiting> Messages =
        from number in MessageNumbers
        from playbook in Words
        from priority in Gen.Choose(0, 100)
        from template in Words
        from channel in Words
        from offer in MaybeWords
        from due in Instants
        from useless in MaybeInstants
        select new Waiting(number, playbook, priority, template, channel, offer, due, useless);

    private static readonly Gen<StaffTask> Tasks =
        from number in Numbers
        from kind in Words
        from source in Words
        from step in Gen.OneOf(Gen.Constant<MessageNumber?>(null), MessageNumbers.Select(step => (MessageNumber?)step))
        from title in Words
        from script in MaybeWords
        from offer in MaybeWords
        from opened in Instants
        from due in Instants
        from expires in MaybeInstants
        select new StaffTask(number, kind, source, step, title, script, offer, opened, due, expires);

    private static readonly MembershipHappenings Membership = new(Instants, Words, Numbers);

    private static readonly Gen<StaffTask> TasksUnderWay =
        from task in Tasks
        from state in Gen.Elements(TaskState.Open, TaskState.Claimed, TaskState.Snoozed)
        from assignee in MaybeWords
        from until in MaybeInstants
        from escalated in Either
        select task with
        {
            State = state,
            Assignee = assignee is null ? null : new StaffId(assignee),
            SnoozedUntil = until,
            IsEscalated = escalated,
        };

    /// <summary>What only an act has: key, store, extra fields, and when it was told if that was late.</summary>
    private static readonly Gen<ActEvent> Acts =
        from at in Instants
        from id in Words
        from fingerprint in Numbers
        from store in MaybeWords
        from extra in Gen.Elements(null, "{}", """{"told":"yesterday","till":7e2}""")
        from word in MaybeWords
        from number in Numbers
        from either in Either
        from day in Days
        from told in MaybeInstants
        from end in MaybeInstants
        from kind in Gen.Choose(0, 18)
        from membership in Membership.Acts
        let key = new EventKey(id, new((UInt128)fingerprint << 77))
        let place = store is null ? (StoreId?)null : new StoreId(store)
        select (ActEvent)(kind switch
        {
            0 => new Joined(at, key, place, extra, word is null ? null : new MemberId(word)),
            1 => new Purchased(at, key, place, number / 100m, word, either ? "[1]" : null, number, either ? 1m : 0.5m, extra),
            2 => new Refunded(at, key, place, word, number / 100m, -number, [new(number, 1.5m, 3, either)], extra),
            3 => new Visited(at, key, place, word, extra),
            4 => new CheckedIn(at, key, place, day, either ? SignInStanding.Counted : SignInStanding.Late, either ? [day] : [], number, 3, extra),
            5 => new Acted(at, key, place, word ?? "", number, either, extra),
            6 => new Surveyed(at, key, place, number, extra),
            7 => new Complained(at, key, place, extra),
            8 => new CardIssued(at, key, place, new(id), word, end, extra),
            9 => new CardRenewed(at, key, place, new(id), end ?? at, extra),
            10 => new Consented(at, key, place, word, either, extra),
            11 => new Tagged(at, key, place, word ?? "", extra),
            12 => new Untagged(at, key, place, word ?? "", extra),
            _ => membership(at, key, place, extra),
        }) with
        { Told = told };

    private static readonly Gen<MemberEvent> Changes =
        from at in Instants
        from to in Instants
        from word in Words
        from maybe in MaybeWords
        from person in People
        from other in People
        from number in Numbers
        from step in Numbers
        from either in Either
        from day in Days
        from message in Messages
        from task in Tasks
        from fate in Gen.Elements(Enum.GetValues<MessageFate>())
        from paid in Money
        from total in Money
        from kind in Gen.Choose(0, 30)
        let place = new MessageNumber(number, step)
        select (MemberEvent)(kind switch
        {
            0 => new PlaybookEntered(at, word, number, either, !either),
            1 => new PlaybookLeft(at, word, number, word),
            2 => new PlaybookPaused(at, word, number, to, word),
            3 => new StepWithheld(at, word, number, step),
            4 => new StepsPassedOver(at, word, number, step),
            5 => new MessagePlanned(at, message),
            6 => new MessageMoved(at, place, to, word),
            7 => new MessageReleased(at, message, day, number),
            8 => new MessageCancelled(at, place, word),
            9 => new MessageReported(at, place, fate, maybe, either ? day : null),
            10 => new TaskOpened(at, either ? task : task with { OpenedAt = at }),
            11 => new TaskClaimed(at, number, person),
            12 => new TaskReleased(at, number, either ? person : null),
            13 => new TaskSnoozed(at, number, person, to),
            14 => new TaskReassigned(at, number, person, other),
            15 => new TaskCompleted(at, number, person, word),
            16 => new TaskEscalated(at, number),
            17 => new TaskExpired(at, number),
            18 => new TaskWithdrawn(at, number, word),
            19 => new MemberTaskDone(at, word, number),
            20 => new MemberTasksAllDone(at, number),
            21 => new HomeStoreSet(at, new(word), Stage.Active, either ? AttentionFlags.None : AttentionFlags.Slipping),
            22 => new StageChanged(at, either ? null : Stage.New, Stage.Dormant, new("no_visit_for", either ? number : null, step)),
            23 => new CampaignReached(at, word, to, number, either),
            24 => new MemberReturned(at, word, number, either, !either, paid, total),
            25 => new ReturnRefunded(at, word, number, either, paid, total),
            26 => new FlagRaised(at, AttentionFlags.SecondVisitOverdue),
            27 => new HighValueActDone(at, word),
            29 => new Erased(at),
            30 => new FamilyCut(at, new(word), either),
            _ => new FlagLowered(at, AttentionFlags.Slipping),
        });

    public static readonly Gen<MemberEvent> Any =
        from happened in Gen.OneOf(
            Acts.Select(act => (MemberEvent)act), Changes, Membership.Changes, CardHappenings.Acts.Select(act => (MemberEvent)act), CardHappenings.Changes)
        from terms in MembershipHappenings.MaybeTerms
        select happened with { Terms = terms };

    private static readonly Gen<Watched> Watches =
        from playbook in Words
        from run in Numbers
        from since in Instants
        from heldOut in Either
        from returned in Either
        from revenue in Money
        select new Watched(playbook, run, since, heldOut, returned, revenue);

    private static readonly Gen<Member> InPlaybooks =
        from lived in Instants
        from history in MaybeInstants
        from number in Numbers
        from runs in Gen.ListOf(
            from playbook in Words
            from run in Numbers
            from since in Instants
            from next in Numbers
            from heldOut in Either
            from paused in MaybeInstants
            select new Run(playbook, run, since, next, heldOut, paused))
        from entries in Gen.ListOf(Words.SelectMany(_ => Instants, (playbook, at) => new Entry(playbook, at)))
        from messages in Gen.ListOf(Messages)
        from days in Gen.ListOf(Days)
        from released in Gen.ListOf(MessageNumbers.SelectMany(_ => Days, (message, day) => new Released(message, day)))
        from watched in Gen.ListOf(Watches)
        from reached in Gen.ListOf(Words.SelectMany(_ => Instants, (campaign, at) => new Reached(campaign, at)))
        from cards in Gen.ListOf(CardHappenings.Cards)
        from called in MaybeInstants
        from refused in Gen.ListOf(Words)
        from wanted in Gen.ListOf(Words)
        from tasks in Gen.ListOf(TasksUnderWay)
        from done in Gen.ListOf(Words)
        from all in Either
        select Member.Unknown with
        {
            Since = lived,
            LivedThrough = lived,
            HistoryUntil = history ?? Member.Unknown.HistoryUntil,
            Recall = new()
            {
                LastRun = number,
                Runs = [.. runs],
                Entries = [.. entries],
                Messages = [.. messages],
                SentOn = [.. days],
                Released = [.. released],
                Watched = [.. watched],
                Campaigns = [.. reached],
                Refused = [.. refused],
                Wanted = [.. wanted],
            },
            Care = new() { LastTask = number, Tasks = [.. tasks], Done = [.. done], HasDoneAll = all, LastCall = called },
            Cards = [.. cards],
            Tags = [.. done.Distinct()],
            ErasedAt = history,
        };

    /// <summary>A member with whatever may be remembered of playbooks, messages and tasks, points, tiers and referrals.</summary>
    public static readonly Gen<Member> Members = Membership.On(InPlaybooks);
}
