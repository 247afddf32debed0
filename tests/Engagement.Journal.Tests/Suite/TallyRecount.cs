using System.Globalization;
using Engagement.Domain.Care;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Recall;

namespace Engagement.Journal.Tests.Suite;

/// <summary>The tallies that the events of members mean, told once more from the start: one event after the other.</summary>
internal sealed class TallyRecount
{
    private readonly Dictionary<(DateOnly? Day, string Store, string Subject, string Measure), decimal> _sums = [];

    public void Live(IEnumerable<CommittedEvent> history)
    {
        var life = new Life(this);
        foreach (var told in history)
            life.Tell(told.Happened);
    }

    public IEnumerable<Tally> Tallies(string prefix, StoreId? store, DateOnly? first, DateOnly? last, bool isByDay) =>
        from sum in _sums
        let isOfAllDays = first is null && last is null && !isByDay
        where sum.Key.Subject.StartsWith(prefix, StringComparison.Ordinal) && (store is null || sum.Key.Store == store.Value.Value)
            && (sum.Key.Day is not { } day ? isOfAllDays : !isOfAllDays && (first is null || day >= first) && (last is null || day <= last))
        group sum.Value by (Day: isByDay ? sum.Key.Day : null, sum.Key.Subject, sum.Key.Measure) into summed
        where summed.Sum() != 0
        select new Tally(summed.Key.Day, summed.Key.Subject, summed.Key.Measure, summed.Sum());

    private void Add(DateOnly? day, StoreId? home, string subject, string measure, decimal amount)
    {
        var key = (day, home?.Value ?? "", subject, measure);
        _sums[key] = _sums.GetValueOrDefault(key) + amount;
    }

    private sealed class Run(string playbook, bool isHeldOut, DateOnly day, Domain.Time.Instant since)
    {
        public string Subject { get; } = isHeldOut ? $"held_out:{playbook}"
            : playbook.StartsWith("campaign:", StringComparison.Ordinal) ? playbook : $"playbook:{playbook}";

        public string Playbook => playbook;

        public string Entrance => playbook.StartsWith("campaign:", StringComparison.Ordinal) ? "reached" : "entered";

        public DateOnly Day => day;

        public Domain.Time.Instant Since => since;

        public int? Taken { get; set; }

        public bool IsWatched { get; set; } = true;

        public bool HasReturned { get; set; }

        public decimal Total { get; set; }

        public List<string> Callers { get; } = [];
    }

    private sealed class Life(TallyRecount sums)
    {
        private readonly Dictionary<int, Run> _runs = [];
        private readonly Dictionary<MessageNumber, string> _messages = [];
        private readonly Dictionary<int, StaffTask> _tasks = [];
        private StoreId? _home;
        private bool _isKnown;

        public void Tell(MemberEvent happened)
        {
            if (!_isKnown)
                (_isKnown, _home) = (true, (happened as ActEvent)?.Store);
            var day = DateOnly.FromDateTime(happened.At.ToDateTimeOffset().UtcDateTime);
            switch (happened)
            {
                case HomeStoreSet set:
                    Move(null, -1);
                    Move(set.Store, 1);
                    _home = set.Store;
                    break;
                case Surveyed surveyed:
                    Count("survey", surveyed.Score.ToString(CultureInfo.InvariantCulture));
                    break;
                case PlaybookEntered entered:
                    Begin(entered.Run, new(entered.Playbook, entered.IsHeldOut, day, entered.At) { Taken = 0 });
                    Stand(_runs[entered.Run], 1);
                    break;
                case CampaignReached reached:
                    Begin(reached.Run, new($"campaign:{reached.Campaign}", reached.IsHeldOut, day, reached.At));
                    break;
                case PlaybookLeft left:
                    Count(_runs[left.Run].Subject, "left");
                    Stand(_runs[left.Run], -1);
                    _runs[left.Run].Taken = null;
                    break;
                case StepWithheld withheld:
                    Count(_runs[withheld.Run].Subject, "withheld");
                    Take(withheld.Run, withheld.Step + 1);
                    break;
                case StepsPassedOver passed:
                    Take(passed.Run, passed.Next);
                    break;
                case MessagePlanned { Message: var message }:
                    _messages[message.Number] = _runs[message.Number.Run].Subject;
                    Take(message.Number.Run, message.Number.Step + 1);
                    break;
                case MessageReleased released:
                    Count(_messages[released.Message.Number], "sent");
                    break;
                case MessageMoved moved:
                    Count(_messages[moved.Number], "moved");
                    break;
                case MessageCancelled cancelled:
                    Count(_messages[cancelled.Number], "cancelled");
                    break;
                case MessageReported { Fate: not MessageFate.Sent } reported when _messages.TryGetValue(reported.Number, out var subject):
                    Count(subject, reported.Fate == MessageFate.Delivered ? "delivered" : "failed");
                    break;
                case TaskOpened { Task: var task }:
                    _tasks[task.Number] = task;
                    Count("tasks", "opened");
                    if (task.Step is { } step)
                    {
                        Count(_runs[step.Run].Subject, "tasks");
                        Take(step.Run, step.Step + 1);
                    }

                    break;
                case TaskCompleted done:
                    Count("tasks", "done");
                    Count($"staff:{done.By}", "done");
                    if (_tasks[done.Number].Step is { } of)
                        _runs[of.Run].Callers.Add(done.By.Value);
                    break;
                case TaskExpired:
                    Count("tasks", "expired");
                    break;
                case TaskEscalated:
                    Count("tasks", "escalated");
                    break;
                case MemberReturned returned:
                    Pay(_runs[returned.Run], returned.Revenue, day);
                    if (!returned.IsFirst)
                        break;
                    _runs[returned.Run].HasReturned = true;
                    Count(_runs[returned.Run].Subject, "returned");
                    Add(_runs[returned.Run].Day, _home, _runs[returned.Run].Subject, "cohort_returned", 1);
                    foreach (var caller in _runs[returned.Run].Callers.Distinct())
                        Count($"staff:{caller}", "returned");
                    break;
                case ReturnRefunded refunded:
                    Pay(_runs[refunded.Run], -refunded.Amount, day);
                    break;
            }

            void Count(string subject, string measure) => Add(day, _home, subject, measure, 1);
        }

        private void Begin(int number, Run run)
        {
            foreach (var earlier in _runs.Values.Where(earlier => earlier.Playbook == run.Playbook || run.Since - earlier.Since > TimeSpan.FromDays(30)))
                earlier.IsWatched = false;
            _runs[number] = run;
            Add(run.Day, _home, run.Subject, run.Entrance, 1);
        }

        private void Take(int number, int taken)
        {
            if (!_runs.TryGetValue(number, out var run) || run.Taken is not { } before || before >= taken)
                return;
            Stand(run, -1);
            run.Taken = taken;
            Stand(run, 1);
        }

        private void Pay(Run run, decimal amount, DateOnly day)
        {
            var (before, after) = (run.Total, run.Total + amount);
            run.Total = after;
            Add(day, _home, run.Subject, "revenue", amount * 10_000);
            Add(run.Day, _home, run.Subject, "cohort_revenue", amount * 10_000);
            Add(run.Day, _home, run.Subject, "cohort_squares", Square(after) - Square(before));
        }

        private void Move(StoreId? home, int sign)
        {
            foreach (var run in _runs.Values)
            {
                if (run.Taken is { } taken)
                    sums.Add(null, home, run.Subject, $"step:{taken}", sign);
                if (!run.IsWatched)
                    continue;
                Add(run.Day, home, run.Subject, run.Entrance, sign);
                Add(run.Day, home, run.Subject, "cohort_returned", run.HasReturned ? sign : 0);
                Add(run.Day, home, run.Subject, "cohort_revenue", sign * run.Total * 10_000);
                Add(run.Day, home, run.Subject, "cohort_squares", sign * Square(run.Total));
            }
        }

        private void Stand(Run run, int sign) => sums.Add(null, _home, run.Subject, $"step:{run.Taken}", sign);

        private void Add(DateOnly day, StoreId? home, string subject, string measure, decimal amount)
        {
            sums.Add(day, home, subject, measure, amount);
            sums.Add(null, home, subject, measure, amount);
        }

        private static decimal Square(decimal money) => Math.Round(money) * Math.Round(money);
    }
}
