using System.Globalization;
using System.Runtime.InteropServices;
using Engagement.Journal.Tallies;

namespace Engagement.Journal.Sqlite;

/// <summary>Sums up what the appends of one transaction add to the tallies, and writes each tally once.</summary>
internal sealed class SqliteTallyRows(SqliteSession session)
{
    private readonly Dictionary<Row, decimal> _sums = [];

    /// <param name="member">The number of the row of the member the moves are of, as it is stored by now with her messages and tasks.</param>
    public void Count(long chain, long member, List<TallyMove> moves)
    {
        foreach (var move in moves)
        {
            foreach (var subject in SubjectsOf(chain, member, move))
            {
                Add(new(chain, move.Day, subject, move.Measure, move.Home), move.Amount);
                if (move.Day != TallyMove.AllDays)
                    Add(new(chain, TallyMove.AllDays, subject, move.Measure, move.Home), move.Amount);
            }
        }
    }

    public void Finish()
    {
        foreach (var (row, sum) in _sums)
        {
            if (sum == 0m)
                continue;
            // As text: the column makes a whole number of it, or a floating one where it is too large for that.
            session.Prepared(
                """
                INSERT INTO tallies (chain, day, subject, measure, store, amount) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                ON CONFLICT DO UPDATE SET amount = amount + excluded.amount
                """)
                .Bind(1, row.Chain)
                .Bind(2, row.Day)
                .Bind(3, row.Subject)
                .Bind(4, row.Measure)
                .Bind(5, row.Home.Store?.Value ?? "")
                .Bind(6, sum.ToString("0", CultureInfo.InvariantCulture))
                .Run();
        }
    }

    private void Add(Row row, decimal amount) => CollectionsMarshal.GetValueRefOrAddDefault(_sums, row, out _) += amount;

    private IReadOnlyList<string> SubjectsOf(long chain, long member, TallyMove move) => move switch
    {
        { Subject: { } subject } => [subject],
        { Message: { } message } => OfMessage(chain, message),
        { Run: { } run } => OfStaff(member, run, move.At!.Value.Microseconds),
        _ => [],
    };

    private List<string> OfMessage(long chain, string message)
    {
        var find = session.Prepared("SELECT playbook FROM messages WHERE chain = ?1 AND id = ?2").Bind(1, chain).Bind(2, message);
        return All(find).ConvertAll(playbook => TallySubjects.Of(playbook));
    }

    private List<string> OfStaff(long member, int run, long at) => All(session.Prepared(
        "SELECT DISTINCT assignee FROM tasks WHERE member = ?1 AND run = ?2 AND state = 3 AND closed_at <= ?3")
        .Bind(1, member).Bind(2, run).Bind(3, at)).ConvertAll(staff => TallySubjects.Staff + staff);

    private static List<string> All(Statement rows)
    {
        var all = new List<string>();
        while (rows.Step())
            all.Add(rows.Text(0));
        return all;
    }

    private readonly record struct Row(long Chain, long Day, string Subject, string Measure, StoreKey Home);
}
