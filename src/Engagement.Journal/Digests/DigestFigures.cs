namespace Engagement.Journal.Digests;

/// <summary>What a day brought a store. Acts count where they happened, all else for the home store of the member.</summary>
public sealed record DigestFigures
{
    /// <summary>Join acts.</summary>
    public int Joined { get; init; }

    public int Purchases { get; init; }

    /// <summary>Paid for purchases, before refunds, in the chain's currency.</summary>
    public decimal Revenue { get; init; }

    public int Visits { get; init; }

    /// <summary>Sign-ins, without repeats of a day.</summary>
    public int Checkins { get; init; }

    /// <summary>From which stage to which how many members went, the most first.</summary>
    public IReadOnlyList<DigestMovement> Movements { get; init; } = [];

    public DigestTasks Tasks { get; init; } = new(0, 0, 0, 0);

    public DigestMessages Messages { get; init; } = new(0, 0);
}

/// <summary>So many members went from one stage to another; from none: they came into being.</summary>
public sealed record DigestMovement(string? From, string To, int Count);

/// <summary>How the tasks of staff stand.</summary>
/// <param name="Open">Not closed at the end of the day.</param>
/// <param name="Overdue">Those of them that should have been done by then.</param>
/// <param name="Escalated">Went to the manager on that day.</param>
/// <param name="Done">Done on that day.</param>
public sealed record DigestTasks(long Open, long Overdue, int Escalated, int Done);

/// <summary>What became of messages on that day.</summary>
/// <param name="Sent">Taken by their channel.</param>
/// <param name="Failed">Reported as failed.</param>
public sealed record DigestMessages(int Sent, int Failed);
