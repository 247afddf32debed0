namespace Engagement.Journal.Tallies;

/// <summary>What tallies are kept of. The words are storage format and are never renamed.</summary>
public static class TallySubjects
{
    /// <summary>The answers to surveys; their measures are the scores, <c>0</c> to <c>10</c>.</summary>
    public const string Survey = "survey";

    /// <summary>What is on the cards of members (docs/domain/cards.md).</summary>
    public const string Cards = "cards";

    /// <summary>All tasks of staff.</summary>
    public const string Tasks = "tasks";

    /// <summary>What a playbook's name is put after.</summary>
    public const string Playbook = "playbook:";

    /// <summary>What a campaign's name is put after; its messages name it so as their playbook.</summary>
    public const string Campaign = "campaign:";

    /// <summary>What the subject of those who are left alone is put after.</summary>
    public const string HeldOut = "held_out:";

    /// <summary>What the name of somebody on the staff is put after.</summary>
    public const string Staff = "staff:";

    /// <summary>The subject of a run of what messages call <paramref name="playbook"/>, be it a playbook or a campaign.</summary>
    public static string Of(string playbook, bool isHeldOut = false)
    {
        ArgumentNullException.ThrowIfNull(playbook);
        if (isHeldOut)
            return HeldOut + playbook;
        return playbook.StartsWith(Campaign, StringComparison.Ordinal) ? playbook : Playbook + playbook;
    }
}
