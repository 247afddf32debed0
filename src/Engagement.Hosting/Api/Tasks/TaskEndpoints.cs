using System.Security.Claims;
using Engagement.Domain.Care;
using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Time;
using Engagement.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Tasks;

/// <summary>The care queue (待办): what staff are to do (docs/domain §8).</summary>
internal static class TaskEndpoints
{
    private const int MostInPage = 500;

    private static readonly TimeSpan Soon = TimeSpan.FromHours(1);

    public static void MapTasks(this RouteGroupBuilder chain)
    {
        chain.MapGet("/tasks", ListAsync).WithName("listTasks").Needs(Right.SeeTasks, Place.StoreInQuery).WithSummary("The care queue, what is due first to begin with")
            .WithDescription(
                "'state' takes one or several of open, claimed, snoozed, done, expired and withdrawn, separated by commas. 'overdue=true' "
                + "leaves those that are not closed and should have been done by now, 'escalated=true' those that the manager was shown. "
                + "With 'at' they are the tasks that were open at that past instant, shown as open and nobody's: who held them then is not told, so 'state' and "
                + "'assignee' do not go with it. Words are in 'language' (en or zh-CN), else as Accept-Language says, else in English.")
            .Produces<ListOf<TaskView>>().ProducesProblem(400).ProducesProblem(404);
        chain.MapGet("/tasks/summary", CountAsync).WithName("countTasks").Needs(Right.SeeTasks, Place.StoreInQuery).WithSummary("How much there is in the care queue")
            .WithDescription("Of what is not closed; 'assignee' says whose tasks are 'mine': the one's who is signed in, when missing.")
            .Produces<TaskSummaryView>().ProducesProblem(400).ProducesProblem(404);
        chain.MapGet("/tasks/{task}", FindAsync).WithName("getTask").Needs(Right.SeeTasks, Place.TaskInPath).WithSummary("A task")
            .Produces<TaskView>().ProducesProblem(400).ProducesProblem(404);
        chain.MapTaskActions();
    }

    /// <summary>Who acts or asks: the one who is named, else the one who is signed in.</summary>
    internal static StaffId By(ClaimsPrincipal user, string? named) => new(string.IsNullOrEmpty(named) ? Caller.Of(user)!.Id : named);

    private static async Task<IResult> CountAsync(
        string chain,
        ClaimsPrincipal user,
        ChainCatalogue chains,
        ICareQueries care,
        NodeClock clock,
        CancellationToken cancellation,
        string? store = null,
        string? assignee = null)
    {
        var id = new ChainId(chain);
        if (await chains.FindAsync(id, cancellation).ConfigureAwait(false) is not { } known)
            return Problems.UnknownChain(chain);
        if (!string.IsNullOrEmpty(store) && known.Find(new(store)) is null)
            return Problems.UnknownStore(store);
        if (!Identifiers.IsText(assignee))
            return Problems.InvalidParameter("assignee", "must not contain control characters");
        var now = clock.Now;
        var asked = new TaskCountAsked(string.IsNullOrEmpty(store) ? null : new StoreId(store), By(user, assignee), now, now + Soon);
        var counts = await care.CountTasksAsync(id, asked, cancellation).ConfigureAwait(false);
        return TypedResults.Ok(new TaskSummaryView(
            counts.Open, counts.Claimed, counts.Snoozed, counts.Overdue, counts.Escalated, counts.DueSoon, counts.Mine, now.ToDateTimeOffset()));
    }

    private static async Task<IResult> FindAsync(
        string chain, string task, HttpRequest request, ChainCatalogue chains, ICareQueries care, CancellationToken cancellation, string? language = null)
    {
        var id = new ChainId(chain);
        if (await chains.FindAsync(id, cancellation).ConfigureAwait(false) is null)
            return Problems.UnknownChain(chain);
        if (Reading.LanguageOf(request, language) is not { } words)
            return Problems.InvalidParameter("language", Reading.Rule);
        if (!Identifiers.IsValid(task) || await care.TaskAsync(id, task, cancellation).ConfigureAwait(false) is not { } row)
            return Problems.UnknownTask();
        return TypedResults.Ok(TaskView.Of(row, await chains.RulesAsync(id, cancellation).ConfigureAwait(false), words));
    }

    private static async Task<IResult> ListAsync(
        string chain,
        HttpRequest request,
        ChainCatalogue chains,
        ICareQueries care,
        NodeClock clock,
        CancellationToken cancellation,
        string? state = null,
        string? store = null,
        string? assignee = null,
        string? member = null,
        string? escalated = null,
        string? overdue = null,
        string? language = null,
        string? limit = null,
        string? cursor = null,
        string? at = null)
    {
        var id = new ChainId(chain);
        if (await chains.FindAsync(id, cancellation).ConfigureAwait(false) is not { } known)
            return Problems.UnknownChain(chain);
        if (!PastInstant.TryRead(at, clock.Now, out var past, out var problem))
            return problem;
        if (past is not null && !(string.IsNullOrEmpty(state) && string.IsNullOrEmpty(assignee)))
            return Problems.InvalidParameter(string.IsNullOrEmpty(state) ? "assignee" : "state", "is not known of the past");
        if (!Paging.TryLimit(limit, 50, MostInPage, out var count))
            return Problems.InvalidParameter("limit", Paging.LimitRule(MostInPage));
        var states = (state ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(TaskStates.Of).ToList();
        if (states.Contains(null))
            return Problems.InvalidParameter("state", "must be open, claimed, snoozed, done, expired or withdrawn, or several with commas between");
        if (!string.IsNullOrEmpty(store) && known.Find(new(store)) is null)
            return Problems.UnknownStore(store);
        if (!Identifiers.IsText(assignee) || !Identifiers.IsText(member))
            return Problems.InvalidParameter(Identifiers.IsText(member) ? "assignee" : "member", "must not contain control characters");
        if (!IsSwitch(escalated) || !IsSwitch(overdue))
            return Problems.InvalidParameter(IsSwitch(escalated) ? "overdue" : "escalated", "must be true, or false for all");
        if (Reading.LanguageOf(request, language) is not { } words)
            return Problems.InvalidParameter("language", Reading.Rule);
        TaskPlace? after = null;
        if (!string.IsNullOrEmpty(cursor) && (after = PlaceOf(cursor)) is null)
            return Problems.InvalidParameter("cursor", "must be the 'next' of the page before");

        var search = new TaskSearch(
            [.. states.Select(wanted => wanted!.Value)],
            string.IsNullOrEmpty(store) ? null : new StoreId(store),
            string.IsNullOrEmpty(assignee) ? null : new StaffId(assignee),
            string.IsNullOrEmpty(member) ? null : new MemberId(member),
            after,
            count + 1)
        {
            IsEscalated = past is null && escalated == "true",
            // What is not done in time is the manager's from that instant on, so of the past one is the other.
            OverdueAt = overdue == "true" || (past is not null && escalated == "true") ? past ?? clock.Now : null,
            OpenAt = past,
        };
        var rules = await chains.RulesAsync(id, cancellation).ConfigureAwait(false);
        var page = Paging.Page(await care.TasksAsync(id, search, cancellation).ConfigureAwait(false), count, last => Paging.Cursor(last.Task.DueAt, last.Id));
        var items = page.Items.Select(row => TaskView.Of(past is { } then ? OpenAt(row, then) : row, rules, words));
        return TypedResults.Ok(new ListOf<TaskView>([.. items], page.Next));
    }

    // As it was then, as far as that is known.
    private static TaskRow OpenAt(TaskRow row, Instant at) => row with
    {
        Task = row.Task with { State = TaskState.Open, Assignee = null, SnoozedUntil = null, IsEscalated = row.Task.DueAt <= at },
        Outcome = null,
        ClosedAt = null,
    };

    private static bool IsSwitch(string? text) => text is null or "" or "true" or "false";

    private static TaskPlace? PlaceOf(string cursor) => Paging.InstantAndName(cursor) is var (due, id) ? new TaskPlace(due, id) : null;
}
