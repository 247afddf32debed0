using Engagement.Domain.Identity;

namespace Engagement.Journal;

/// <summary>What is counted of playbooks, campaigns, surveys and staff. It changes with the commits of the members.</summary>
public interface ITallies
{
    /// <summary>
    /// The sums that were asked for, as of one moment, in the order of their days, subjects, measures and stores; none that is 0.
    /// </summary>
    /// <exception cref="JournalUnavailableException">The store cannot be read now.</exception>
    ValueTask<IReadOnlyList<Tally>> TalliesAsync(ChainId chain, TallyQuestion asked, CancellationToken cancellation);
}

/// <summary>Which tallies to sum.</summary>
/// <param name="Prefixes">What their subjects begin with, such as <c>playbook:</c>; no prefix may begin with another.</param>
/// <param name="Store">One home store; null for all, and for members without one.</param>
/// <param name="From">The first UTC day; null for from the beginning.</param>
/// <param name="To">The last UTC day; null for to the end.</param>
/// <param name="IsByDay">Whether each day has sums of its own.</param>
public sealed record TallyQuestion(
    IReadOnlyList<string> Prefixes, StoreId? Store = null, DateOnly? From = null, DateOnly? To = null, bool IsByDay = false)
{
    /// <summary>Whether each home store has sums of its own.</summary>
    public bool IsByStore { get; init; }
}

/// <summary>A sum.</summary>
/// <param name="Day">The UTC day, where days were asked for; else null. What stands for no day has none either.</param>
/// <param name="Subject">What it is of, such as <c>playbook:dormancy</c> (<see cref="Tallies.TallySubjects"/>).</param>
/// <param name="Measure">What was counted, such as <c>entered</c> (<see cref="Tallies.TallyMeasures"/>).</param>
/// <param name="Amount">A count; of money, ten-thousandths.</param>
public sealed record Tally(DateOnly? Day, string Subject, string Measure, decimal Amount)
{
    /// <summary>The home store, where stores were asked for and there is one; else null.</summary>
    public StoreId? Store { get; init; }
}
