using Engagement.Domain.Time;

namespace Engagement.Journal.Tallies;

/// <summary>What one event adds to one tally.</summary>
/// <param name="Home">The member's home store when it happened.</param>
/// <param name="Day">The UTC day it counts on; <see cref="AllDays"/> for what is kept for no day.</param>
/// <param name="Subject">What it is of; null where <paramref name="Message"/> or <paramref name="Run"/> says so.</param>
/// <param name="Message">The public id of the message whose playbook or campaign it is of.</param>
/// <param name="Run">The run of this member: it is of the staff who had done a task of it by <paramref name="At"/>.</param>
internal readonly record struct TallyMove(
    StoreKey Home, long Day, string? Subject, string Measure, decimal Amount, string? Message = null, int? Run = null, Instant? At = null)
{
    /// <summary>The day under which the sum of all days stands.</summary>
    public const long AllDays = int.MinValue;
}
