using Engagement.Domain.Cards;
using Engagement.Domain.Care;
using Engagement.Domain.Stages;
using Engagement.Domain.Streaks;

namespace Engagement.Journal.Formats;

/// <summary>The words that stand for the domain's terms in storage and on the wire. They are never renamed.</summary>
public static class Names
{
    private static readonly string[] Stages = ["potential", "lost", "dormant", "new", "effective", "active", "loyal"];

    public static string Of(Stage stage) => Stages[(int)stage];

    public static Stage? Stage(string? name) => Array.IndexOf(Stages, name) is >= 0 and var index ? (Stage)index : null;

    public static string Of(AttentionFlags flag) => flag switch
    {
        AttentionFlags.SecondVisitOverdue => "second_visit_overdue",
        AttentionFlags.Slipping => "slipping",
        _ => throw new ArgumentOutOfRangeException(nameof(flag), flag, "one flag has a name, not several"),
    };

    public static AttentionFlags? Flag(string? name) => name switch
    {
        "second_visit_overdue" => AttentionFlags.SecondVisitOverdue,
        "slipping" => AttentionFlags.Slipping,
        _ => null,
    };

    /// <summary>The names of all flags that are set.</summary>
    public static IReadOnlyList<string> All(AttentionFlags flags) =>
        [.. Enum.GetValues<AttentionFlags>().Where(flag => flag != AttentionFlags.None && (flags & flag) != 0).Select(Of)];

    public static string Of(SignInStanding standing) => standing switch
    {
        SignInStanding.Counted => "counted",
        SignInStanding.Repeat => "repeat",
        _ => "late",
    };

    public static SignInStanding Standing(string? name) => name switch
    {
        "counted" => SignInStanding.Counted,
        "repeat" => SignInStanding.Repeat,
        _ => SignInStanding.Late,
    };

    private static readonly string[] TaskStates = ["open", "claimed", "snoozed", "done", "expired", "withdrawn"];

    public static string Of(TaskState state) => TaskStates[(int)state];

    public static TaskState? TaskState(string? name) => Array.IndexOf(TaskStates, name) is >= 0 and var index ? (TaskState)index : null;

    private static readonly string[] Fates = ["sent", "delivered", "failed"];

    public static string Of(MessageFate fate) => Fates[(int)fate];

    public static MessageFate? Fate(string? name) => Array.IndexOf(Fates, name) is >= 0 and var index ? (MessageFate)index : null;

    private static readonly string[] CardForms = ["stored_value", "count", "period", "discount"];

    public static string Of(CardForm form) => CardForms[(int)form];

    public static CardForm? CardForm(string? name) => Array.IndexOf(CardForms, name) is >= 0 and var index ? (CardForm)index : null;

    private static readonly string[] CardStatuses = ["active", "frozen", "expired", "refunded"];

    public static string Of(CardStatus status) => CardStatuses[(int)status];

    public static CardStatus? CardStatus(string? name) =>
        Array.IndexOf(CardStatuses, name) is >= 0 and var index ? (CardStatus)index : null;

    private static readonly string[] MessageStates = ["planned", "moved", "sent", "delivered", "failed", "cancelled"];

    public static string Of(MessageState state) => MessageStates[(int)state];

    public static MessageState? MessageState(string? name) =>
        Array.IndexOf(MessageStates, name) is >= 0 and var index ? (MessageState)index : null;
}
