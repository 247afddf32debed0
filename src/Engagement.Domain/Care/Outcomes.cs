namespace Engagement.Domain.Care;

/// <summary>What can come of a task (docs/domain §8).</summary>
public static class Outcomes
{
    public const string Reached = "reached";
    public const string Booked = "booked";
    public const string NotInterested = "not_interested";
    public const string NotReached = "not_reached";
    public const string WrongNumber = "wrong_number";

    /// <summary>It was done, and nobody needed to be spoken to.</summary>
    public const string Done = "done";

    /// <summary>Whether somebody has spoken to her.</summary>
    public static bool IsContact(string outcome) => outcome is Reached or Booked or NotInterested;
}
