using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;
using Engagement.Hosting.Audit;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Due;
using Engagement.Hosting.Limits;
using Engagement.Hosting.Members;
using Engagement.Hosting.Profiles;
using Engagement.Hosting.Time;
using Engagement.Journal;
using Engagement.Journal.Referrals;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Events;

/// <summary>Takes what happened to members, in batches.</summary>
internal static class EventEndpoint
{
    /// <summary>The longest a batch may take, its sending included; in milliseconds.</summary>
    private const int Longest = 10 * 60 * 1000;

    public static void MapEvents(this RouteGroupBuilder chain) => chain.MapPost("/events", TakeAsync)
        .WithName("ingestEvents").Needs(Right.RecordActs, Place.Own)
        .WithMetadata(new AuditedLater(), new RequestTimeoutAttribute(Longest))
        .WithSummary("Takes what happened to members")
        .WithDescription(
            "A JSON array of items, or one item a line as application/x-ndjson; at most 10,000 items and 8 MiB. Answered after "
            + "the commit. A bad item never spoils its neighbours; sending an item again is always safe.")
        .Accepts<IReadOnlyList<EventToSend>>("application/json", EventBody.LineContentType)
        .Produces<IngestAnswer>()
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(413).ProducesProblem(415).ProducesProblem(429).ProducesProblem(503);

    private static async Task<IResult> TakeAsync(
        string chain,
        HttpContext context,
        ChainCatalogue chains,
        IMembers members,
        IJournal journal,
        HistoryGate history,
        IReferrals referrals,
        MemberProfiles profiles,
        NodeClock clock,
        IngestPlaces places,
        CancellationToken cancellation)
    {
        using var place = places.Take(Caller.Of(context.User));
        if (!place.IsAcquired)
        {
            context.Response.Headers.RetryAfter = "1";
            return Problems.Busy();
        }

        ConnectionLimits.AllowBody(context, EventBody.MostBytes);
        var id = new ChainId(chain);
        if (await chains.FindAsync(id, cancellation).ConfigureAwait(false) is null)
            return Problems.UnknownChain(chain);
        var (items, problem) = await EventBody.ReadAsync(context.Request, cancellation).ConfigureAwait(false);
        if (problem is not null)
            return problem;

        // Only now, for a slow sender must not be in the way of those who are here.
        using var turn = await places.GoAsync(cancellation).ConfigureAwait(false);
        await ItemRights.CheckAsync(Caller.Of(context.User)!, id, journal, items, cancellation).ConfigureAwait(false);
        await ReferralCodes.ResolveAsync(referrals, id, items, cancellation).ConfigureAwait(false);
        await CardReceivers.CheckAsync(journal, id, items, cancellation).ConfigureAwait(false);
        var ingest = new Ingest(id, items, clock.Now);
        var isHistory = ingest.Oldest is { } oldest && history.IsHistory(oldest);
        using (isHistory ? await history.ExpectAsync(id, cancellation).ConfigureAwait(false) : null)
        {
            await ingest.SendAsync(members, cancellation).ConfigureAwait(false);
            // Repeats and refusals tell nobody anything new.
            if (isHistory && ingest.Accepted > 0)
                history.Note(id);
        }

        // After the events: a profile of somebody whose joining was refused is not kept. If this fails, sending all again is safe.
        if (ingest is { Fault: null, Words.Count: > 0 })
            await profiles.ChangeAsync(id, ingest.Words, cancellation).ConfigureAwait(false);
        if (ingest.Fault is { } fault)
        {
            context.Response.Headers.RetryAfter = ((int)Math.Ceiling(fault.RetryAfter.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return Problems.Unavailable(
                fault,
                ("accepted", ingest.Accepted),
                ("duplicates", ingest.Duplicates),
                ("rejected", ingest.Rejected),
                ("notTaken", ingest.NotTaken));
        }

        var position = ingest.Position > 0 ? ingest.Position : await journal.HeadAsync(id, cancellation).ConfigureAwait(false);
        return TypedResults.Ok(new IngestAnswer(ingest.Accepted, ingest.Duplicates, ingest.Rejected, position));
    }
}

/// <summary>One batch on its way to its members.</summary>
internal sealed class Ingest
{
    private readonly ChainId _chain;
    private readonly List<EventItem> _items;
    private readonly Dictionary<string, List<int>> _byMember = new(StringComparer.Ordinal);

    public Ingest(ChainId chain, List<EventItem> items, Instant now)
    {
        _chain = chain;
        _items = items;
        for (var index = 0; index < items.Count; index++)
        {
            if (items[index].Command is not { } command)
            {
                Reject(index, items[index].Rejection!);
                continue;
            }

            if (!_byMember.TryGetValue(items[index].Member!, out var indexes))
                _byMember[items[index].Member!] = indexes = [];
            indexes.Add(index);
            var at = command.At ?? now;
            Oldest = Oldest is { } oldest ? Instant.Earlier(oldest, at) : at;
        }

        // A member's items are taken in the order of their time, whatever the order they came in.
        foreach (var indexes in _byMember.Values.Where(indexes => indexes.Count > 1))
            StableSort(indexes, now);
    }

    public Instant? Oldest { get; }

    public int Accepted { get; private set; }

    public int Duplicates { get; private set; }

    public List<RejectedItem> Rejected { get; } = [];

    /// <summary>How many items were not taken because the store failed; sending all of them again is safe.</summary>
    public int NotTaken { get; private set; }

    public long Position { get; private set; }

    public JournalUnavailableException? Fault { get; private set; }

    /// <summary>What the items that were taken say of who members are.</summary>
    public List<ProfileWord> Words { get; } = [];

    public async Task SendAsync(IMembers members, CancellationToken cancellation)
    {
        var turns = new List<(List<int> Indexes, Task<IReadOnlyList<Reply>> Replies)>(_byMember.Count);
        foreach (var (member, indexes) in _byMember)
        {
            var commands = new MemberCommand[indexes.Count];
            for (var place = 0; place < commands.Length; place++)
                commands[place] = _items[indexes[place]].Command!;
            turns.Add((indexes, members.SendAsync(new(_chain, new(member)), commands, cancellation).AsTask()));
        }

        foreach (var (indexes, replies) in turns)
        {
            try
            {
                Gather(indexes, await replies.ConfigureAwait(false));
            }
            catch (JournalUnavailableException exception)
            {
                Fault = exception;
                NotTaken += indexes.Count;
            }
        }

        Rejected.Sort(static (left, right) => left.Index.CompareTo(right.Index));
    }

    private void Gather(List<int> indexes, IReadOnlyList<Reply> replies)
    {
        for (var place = 0; place < indexes.Count; place++)
        {
            var reply = replies[place];
            Position = Math.Max(Position, reply.Position);
            switch (reply.Outcome)
            {
                case Outcome.Accepted:
                    Accepted++;
                    Say(indexes[place], isRepeat: false);
                    break;
                case Outcome.Duplicate:
                    Duplicates++;
                    Say(indexes[place], isRepeat: true);
                    break;
                default:
                    Reject(indexes[place], reply.Rejection!);
                    break;
            }
        }
    }

    // Whoever repeats an item may have been told last time that its profile could not be kept; what was learned since then stays.
    private void Say(int index, bool isRepeat)
    {
        var item = _items[index];
        if (item.Profile is { } said)
            Words.Add(new(new(item.Member!), said, isRepeat ? ProfileWordKind.IfFirst : ProfileWordKind.Change));
        if (item.Stray is { } stray)
            Words.Add(new(new(item.Member!), stray, isRepeat ? ProfileWordKind.IfFirst : ProfileWordKind.Fill));
    }

    private void Reject(int index, Rejection rejection) =>
        Rejected.Add(new(index, _items[index].Id, rejection.Code, rejection.Detail));

    private void StableSort(List<int> indexes, Instant now)
    {
        var sorted = indexes.OrderBy(index => _items[index].Command!.At ?? now).ToList();
        indexes.Clear();
        indexes.AddRange(sorted);
    }
}
