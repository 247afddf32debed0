namespace Engagement.Journal.Tallies;

/// <summary>Days as they are stored: so many days since 1970 in UTC, or the one that stands for all.</summary>
internal static class TallyDays
{
    private static readonly int Epoch = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    /// <summary>The first and the last stored day of what was asked; those of all days are kept summed up.</summary>
    public static (long From, long To) Of(TallyQuestion asked) => asked is { From: null, To: null, IsByDay: false }
        ? (TallyMove.AllDays, TallyMove.AllDays)
        : (asked.From is { } from ? from.DayNumber - Epoch : TallyMove.AllDays + 1, (asked.To ?? DateOnly.MaxValue).DayNumber - Epoch);

    /// <summary>The calendar day of a stored one; null for what stands for all days.</summary>
    public static DateOnly? Of(long stored) =>
        stored == TallyMove.AllDays ? null : DateOnly.FromDayNumber((int)Math.Clamp(stored + Epoch, 0, DateOnly.MaxValue.DayNumber));
}
