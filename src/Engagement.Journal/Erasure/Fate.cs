namespace Engagement.Journal.Erasure;

/// <summary>What becomes of a field of a stored event when it is cleaned (docs/domain/erasure.md).</summary>
internal enum Fate
{
    /// <summary>A number, a code, an id of the chain's own: figures and rebuilding need it, and it says nothing of her outside.</summary>
    Kept,

    /// <summary>Words that somebody wrote: they go, also when they have merely become old.</summary>
    Words,

    /// <summary>The same where an event cannot be read without the field: a dash is left.</summary>
    WordsEmptied,

    /// <summary>What leads to a person: it goes when she is forgotten.</summary>
    Personal,

    /// <summary>The same where an event cannot be read without the field: a dash is left.</summary>
    PersonalEmptied,

    /// <summary>What was bought: of each item only what rules read is left.</summary>
    Items,

    /// <summary>What came of a task: one of the known outcomes is kept, other words are not.</summary>
    Outcome,
}

/// <summary>How thoroughly an event is cleaned.</summary>
public enum Depth
{
    /// <summary>Words that have become old, of somebody who goes on being a member: what she remembers stays as it is.</summary>
    OldWords,

    /// <summary>All that leads to somebody who is forgotten.</summary>
    Everything,
}
