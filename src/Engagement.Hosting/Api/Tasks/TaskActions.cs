using System.Security.Claims;
using Engagement.Domain.Care;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Members;
using Engagement.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Tasks;

/// <summary>What staff do with tasks (docs/domain §8). What somebody has done already may be asked for again.</summary>
internal static class TaskActions
{
    private const int MostCharacters = 64;
    private const string AlreadyClaimed = "already_claimed";

    public static void MapTaskActions(this RouteGroupBuilder chain)
    {
        Map(chain, Right.WorkOnTasks, "claim", "Takes a task on; of many who try one has it", (number, by, _) => new(new ClaimTask(number, by)));
        Map(chain, Right.WorkOnTasks, "release", "Gives a task back", (number, by, _) => new(new ReleaseTask(number, by)));
        Map(chain, Right.WorkOnTasks, "snooze", "Puts a task off", Snooze);
        Map(chain, Right.AssignTasks, "reassign", "Gives a task to somebody else", Reassign);
        Map(chain, Right.WorkOnTasks, "complete", "Closes a task with what came of it", Complete);
    }

    private static void Map(RouteGroupBuilder chain, Right right, string action, string summary, Func<int, StaffId, TaskAction, Wish> wish) =>
        chain.MapPost($"/tasks/{{task}}/{action}", (
                string chain,
                string task,
                TaskAction? body,
                ClaimsPrincipal user,
                HttpRequest request,
                ChainCatalogue chains,
                ICareQueries care,
                IJournalQueries journal,
                IMembers members,
                CancellationToken cancellation,
                string? language = null) =>
                ActAsync(new(new(chain), task, body ?? new(), user, Reading.LanguageOf(request, language)), wish, chains, care, journal, members, cancellation))
            .WithName($"{action}Task").Needs(right, Place.TaskInPath).WithSummary(summary)
            .Produces<TaskView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(503);

    private static Wish Snooze(int number, StaffId by, TaskAction body) => body.Until is { } until
        ? new(new SnoozeTask(number, by, Instant.FromDateTimeOffset(until)))
        : new(Problems.InvalidField("until", "must say when the task comes back, as an instant such as 2026-03-08T06:30:00Z"));

    private static Wish Reassign(int number, StaffId by, TaskAction body) => IsWord(body.To)
        ? new(new ReassignTask(number, by, new(body.To!)))
        : new(Problems.InvalidField("to", $"must name who gets the task, in 1 to {MostCharacters} characters"));

    private static Wish Complete(int number, StaffId by, TaskAction body) => IsWord(body.Outcome)
        ? new(new CompleteTask(number, by, body.Outcome!))
        : new(Problems.InvalidField(
            "outcome", $"must be reached, booked, not_interested, not_reached, wrong_number, done, or a word of 1 to {MostCharacters} characters"));

    private static async Task<IResult> ActAsync(
        Call call,
        Func<int, StaffId, TaskAction, Wish> wish,
        ChainCatalogue chains,
        ICareQueries care,
        IJournalQueries journal,
        IMembers members,
        CancellationToken cancellation)
    {
        if (await chains.FindAsync(call.Chain, cancellation).ConfigureAwait(false) is null)
            return Problems.UnknownChain(call.Chain.Value);
        if (call.Body.By is not null && !IsWord(call.Body.By))
            return Problems.InvalidField("by", $"must have 1 to {MostCharacters} characters, none of them a control character");
        var caller = Caller.Of(call.User)!;
        if (call.Body.By is { } named && named != caller.Id && !caller.May(Right.ActForOthers, call.Chain))
            return Problems.NotInYourName();
        if (call.Language is null)
            return Problems.InvalidParameter("language", Reading.Rule);
        if (!Identifiers.IsValid(call.Task) || await care.TaskAsync(call.Chain, call.Task, cancellation).ConfigureAwait(false) is not { } row)
            return Problems.UnknownTask();
        var (command, problem) = wish(row.Task.Number, TaskEndpoints.By(call.User, call.Body.By), call.Body);
        if (command is null)
            return problem!;

        var key = new MemberKey(call.Chain, row.Member);
        var replies = await members.SendAsync(key, [command], cancellation).ConfigureAwait(false);
        if (replies[0].Rejection is { Code: "unknown_task" or "unknown_member" })
            return Problems.UnknownTask();
        row = (await care.TaskAsync(call.Chain, call.Task, cancellation).ConfigureAwait(false))!;
        if (replies[0].Rejection is not { } refused || IsDoneAlready(command, row))
            return TypedResults.Ok(TaskView.Of(row, await chains.RulesAsync(call.Chain, cancellation).ConfigureAwait(false), call.Language));
        if (refused.Code == Rejection.SnoozedIntoThePast.Code)
            return Problems.InvalidField("until", "must be later than now");
        return await RefusedAsync(refused, key, row, journal, cancellation).ConfigureAwait(false);
    }

    // Whoever asks again has not heard the answer to what was done.
    private static bool IsDoneAlready(TaskCommand command, TaskRow row) => row.Task.Assignee == command.By && command switch
    {
        CompleteTask complete => row.Task.State == TaskState.Done && row.Outcome == complete.Outcome,
        SnoozeTask snooze => row.Task.State == TaskState.Snoozed && row.Task.SnoozedUntil == snooze.Until,
        _ => false,
    };

    private static async Task<IResult> RefusedAsync(
        Rejection refused, MemberKey key, TaskRow row, IJournalQueries journal, CancellationToken cancellation)
    {
        var (holder, detail) = (row.Task.Assignee, $"{char.ToUpperInvariant(refused.Detail[0])}{refused.Detail[1..]}.");
        if (refused.Code != AlreadyClaimed)
            return Problems.Of(409, refused.Code, "This cannot be done with the task now", detail, ("assignee", holder?.Value), ("state", TaskStates.NameOf(row.Task.State)));
        var since = await TaskHolding.SinceAsync(journal, key, row.Task, cancellation).ConfigureAwait(false);
        return Problems.Of(
            409,
            refused.Code,
            "Somebody else has this task",
            since is { } at ? $"{holder} has had it since {at}." : detail,
            ("assignee", holder?.Value),
            ("since", since?.ToDateTimeOffset()));
    }

    private static bool IsWord(string? text) =>
        text is { Length: > 0 and <= MostCharacters } && Identifiers.IsText(text) && !string.IsNullOrWhiteSpace(text);

    private readonly record struct Call(ChainId Chain, string Task, TaskAction Body, ClaimsPrincipal User, string? Language);

    /// <summary>What is to be done, or what is wrong with the request.</summary>
    private readonly record struct Wish(TaskCommand? Command, IResult? Problem)
    {
        public Wish(TaskCommand command)
            : this(command, null)
        {
        }

        public Wish(IResult problem)
            : this(null, problem)
        {
        }
    }
}
