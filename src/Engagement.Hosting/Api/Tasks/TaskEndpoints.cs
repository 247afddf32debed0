using System.Globalization;
using System.Security.Claims;
using Engagement.Domain.Care;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Members;
using Engagement.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Tasks;

/// <summary>The care queue (待办): what staff are to do, and what they do with it (docs/domain §8).</summary>
internal static class TaskEndpoints
{
    private const int MostInPage = 500;
    private const int MostCharacters = 64;

    public static void MapTasks(this RouteGroupBuilder chain)
    {
        chain.MapGet("/tasks", ListAsync).WithName("listTasks").WithSummary("The care queue, what is due first to begin with")
            .WithDescription("'state' takes one or several of open, claimed, snoozed, done, expired and withdrawn, separated by commas.")
            .Produces<ListOf<TaskView>>().ProducesProblem(400).ProducesProblem(404);
        Action(chain, "claim", "Takes a task on; of many who try one has it", (number, by, _) => new(new ClaimTask(number, by)));
        Action(chain, "release", "Gives a task back", (number, by, _) => new(new ReleaseTask(number, by)));
        Action(chain, "snooze", "Puts a task off", Snooze);
        Action(chain, "reassign", "Gives a task to somebody else", Reassign);
        Action(chain, "complete", "Closes a task with what came of it", Complete);
    }

    private static void Action(
        RouteGroupBuilder chain, string action, string summary, Func<int, StaffId, TaskAction, Wish> wish) =>
        chain.MapPost($"/tasks/{{task}}/{action}", (
                string chain,
                string task,
                TaskAction? body,
                ClaimsPrincipal user,
                ChainCatalogue chains,
                ICareQueries care,
                IMembers members,
                CancellationToken cancellation) =>
                ActAsync(new(chain), task, body ?? new(), user, wish, chains, care, members, cancellation))
            .WithName($"{action}Task").WithSummary(summary)
            .Produces<TaskView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(503);

    private static Wish Snooze(int number, StaffId by, TaskAction body) => body.Until is { } until
        ? new(new SnoozeTask(number, by, Instant.FromDateTimeOffset(until)))
        : new(Problems.InvalidField("until", "must say when the task comes back"));

    private static Wish Reassign(int number, StaffId by, TaskAction body) => IsWord(body.To)
        ? new(new ReassignTask(number, by, new(body.To!)))
        : new(Problems.InvalidField("to", $"must have 1 to {MostCharacters} characters"));

    private static Wish Complete(int number, StaffId by, TaskAction body) => IsWord(body.Outcome)
        ? new(new CompleteTask(number, by, body.Outcome!))
        : new(Problems.InvalidField("outcome", $"must have 1 to {MostCharacters} characters, such as reached, booked or wrong_number"));

    private static async Task<IResult> ActAsync(
        ChainId chain,
        string id,
        TaskAction body,
        ClaimsPrincipal user,
        Func<int, StaffId, TaskAction, Wish> wish,
        ChainCatalogue chains,
        ICareQueries care,
        IMembers members,
        CancellationToken cancellation)
    {
        if (await chains.FindAsync(chain, cancellation).ConfigureAwait(false) is null)
            return Problems.UnknownChain(chain.Value);
        if (body.By is not null && !IsWord(body.By))
            return Problems.InvalidField("by", $"must have 1 to {MostCharacters} characters");
        if (!Identifiers.IsValid(id) || await care.TaskAsync(chain, id, cancellation).ConfigureAwait(false) is not { } row)
            return UnknownTask();
        var (command, problem) = wish(row.Task.Number, new(body.By ?? user.Identity?.Name ?? "unknown"), body);
        if (command is null)
            return problem!;
        var replies = await members.SendAsync(new(chain, row.Member), [command], cancellation).ConfigureAwait(false);
        if (replies[0].Rejection is { } refused)
            return await RefusedAsync(chain, id, refused, care, cancellation).ConfigureAwait(false);
        return TypedResults.Ok(TaskView.Of((await care.TaskAsync(chain, id, cancellation).ConfigureAwait(false))!));
    }

    private static async Task<IResult> RefusedAsync(
        ChainId chain, string id, Rejection refused, ICareQueries care, CancellationToken cancellation)
    {
        if (refused.Code is "unknown_task" or "unknown_member")
            return UnknownTask();
        if (refused.Code == "invalid_field")
            return Problems.InvalidField("until", "must be later than now");
        var holder = (await care.TaskAsync(chain, id, cancellation).ConfigureAwait(false))?.Task.Assignee?.Value;
        return Problems.Of(409, refused.Code, "This cannot be done with the task now", refused.Detail, ("assignee", holder));
    }

    private static async Task<IResult> ListAsync(
        string chain,
        ChainCatalogue chains,
        ICareQueries care,
        CancellationToken cancellation,
        string? state = null,
        string? store = null,
        string? assignee = null,
        string? member = null,
        string? limit = null,
        string? cursor = null)
    {
        var id = new ChainId(chain);
        if (await chains.FindAsync(id, cancellation).ConfigureAwait(false) is not { } known)
            return Problems.UnknownChain(chain);
        if (!Paging.TryLimit(limit, 50, MostInPage, out var count))
            return Problems.InvalidParameter("limit", Paging.LimitRule(MostInPage));
        var states = (state ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(TaskStates.Of).ToList();
        if (states.Contains(null))
            return Problems.InvalidParameter("state", "must be open, claimed, snoozed, done, expired or withdrawn, or several with commas between");
        if (!string.IsNullOrEmpty(store) && known.Find(new(store)) is null)
            return Problems.UnknownStore(store);
        if (!Identifiers.IsText(assignee) || !Identifiers.IsText(member))
            return Problems.InvalidParameter(Identifiers.IsText(member) ? "assignee" : "member", "must not contain control characters");
        TaskPlace? after = null;
        if (!string.IsNullOrEmpty(cursor) && (after = PlaceOf(cursor)) is null)
            return Problems.InvalidParameter("cursor", "must be the 'next' of the page before");

        var search = new TaskSearch(
            [.. states.Select(wanted => wanted!.Value)],
            string.IsNullOrEmpty(store) ? null : new StoreId(store),
            string.IsNullOrEmpty(assignee) ? null : new StaffId(assignee),
            string.IsNullOrEmpty(member) ? null : new MemberId(member),
            after,
            count + 1);
        var page = Paging.Page(await care.TasksAsync(id, search, cancellation).ConfigureAwait(false), count, last => CursorOf(last));
        return TypedResults.Ok(new ListOf<TaskView>([.. page.Items.Select(TaskView.Of)], page.Next));
    }

    private static string CursorOf(TaskRow row) =>
        Paging.Cursor(string.Create(CultureInfo.InvariantCulture, $"{row.Task.DueAt.Microseconds}.{row.Id}"));

    private static TaskPlace? PlaceOf(string cursor) =>
        Paging.Text(cursor)?.Split('.', 2) is [var due, var id] && Identifiers.IsText(id)
        && long.TryParse(due, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var at)
            ? new TaskPlace(new(at), id)
            : null;

    private static bool IsWord(string? text) =>
        text is { Length: > 0 and <= MostCharacters } && Identifiers.IsText(text) && !string.IsNullOrWhiteSpace(text);

    private static IResult UnknownTask() =>
        Problems.Of(404, "unknown_task", "There is no such task", "This chain has no task with this id.");

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
