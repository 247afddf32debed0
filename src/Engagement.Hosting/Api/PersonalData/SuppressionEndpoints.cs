using System.Security.Claims;
using Engagement.Domain.Identity;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Profiles;
using Engagement.Journal;
using Engagement.Journal.Profiles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.PersonalData;

/// <summary>Whom nobody is to write to or call. The contacts themselves are never shown: nobody knows them here.</summary>
internal static class SuppressionEndpoints
{
    private const int MostInPage = 500;
    private const int MostCharacters = 64;
    private const string Usual = "asked";

    public static void MapSuppressions(this RouteGroupBuilder chain)
    {
        chain.MapGet("/suppressions", ListAsync).WithName("listSuppressions").WithSummary("The contacts that must not be used, the latest first")
            .WithDescription("Each by an id, why, when and by whom. What the contact is nobody can read here.")
            .Produces<ListOf<SuppressionView>>().ProducesProblem(400).ProducesProblem(404).Needs(Right.EraseMember);
        chain.MapPost("/suppressions", AddAsync).WithName("addSuppression").WithSummary("Puts contacts on the list of those that must not be used")
            .WithDescription("A phone number, a mail address, or the contacts in a member's profile. What is on the list already stays as it is.")
            .Produces<ListOf<SuppressionView>>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(503).Needs(Right.EraseMember);
        chain.MapPost("/suppressions/lift", LiftAsync).WithName("liftSuppression").WithSummary("Takes contacts off the list of those that must not be used")
            .WithDescription("By the phone number, the mail address or the member, for who does not have the id.")
            .Produces<LiftedView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(503).Needs(Right.EraseMember);
        chain.MapDelete("/suppressions/{suppression}", DeleteAsync).WithName("deleteSuppression").WithSummary("Takes a contact off the list by its id")
            .Produces(204).ProducesProblem(404).Needs(Right.EraseMember);
    }

    private static async Task<IResult> ListAsync(
        string chain, ChainCatalogue chains, ISuppressions suppressions, CancellationToken cancellation, string? limit = null, string? cursor = null)
    {
        if (await chains.FindAsync(new(chain), cancellation).ConfigureAwait(false) is null)
            return Problems.UnknownChain(chain);
        if (!Paging.TryLimit(limit, 50, MostInPage, out var count))
            return Problems.InvalidParameter("limit", Paging.LimitRule(MostInPage));
        SuppressionPlace? after = null;
        if (!string.IsNullOrEmpty(cursor))
        {
            if (Paging.InstantAndName(cursor) is not var (at, digest) || DigestOf(digest) is null)
                return Problems.InvalidParameter("cursor", "must be the 'next' of the page before");
            after = new(at, digest);
        }

        var rows = await suppressions.ListAsync(new(chain), after, count + 1, cancellation).ConfigureAwait(false);
        var page = Paging.Page(rows, count, last => Paging.Cursor(last.At, Convert.ToHexStringLower(last.Digest)));
        return TypedResults.Ok(new ListOf<SuppressionView>([.. page.Items.Select(SuppressionView.Of)], page.Next));
    }

    private static async Task<IResult> AddAsync(
        string chain,
        ContactsToSuppress body,
        ClaimsPrincipal user,
        ChainCatalogue chains,
        IJournal journal,
        SuppressionList list,
        CancellationToken cancellation)
    {
        var id = new ChainId(chain);
        if (await chains.FindAsync(id, cancellation).ConfigureAwait(false) is null)
            return Problems.UnknownChain(chain);
        var reason = string.IsNullOrEmpty(body.Reason) ? Usual : body.Reason;
        if (reason.Length > MostCharacters || !reason.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '_'))
            return Problems.InvalidField("reason", $"must be a code of at most {MostCharacters} of a to z, 0 to 9 and _, such as asked");
        var (contacts, problem) = await ContactsAsync(id, body.Phone, body.Email, body.Member, journal, list, cancellation).ConfigureAwait(false);
        if (contacts is null)
            return problem!;
        var added = await list.AddAsync(id, contacts, reason, Caller.Of(user)?.Id ?? "-", cancellation).ConfigureAwait(false);
        return TypedResults.Ok(new ListOf<SuppressionView>([.. added.Where(each => each.IsNew).Select(each => SuppressionView.Of(each.Entry))]));
    }

    private static async Task<IResult> LiftAsync(
        string chain, ContactsToLift body, ChainCatalogue chains, IJournal journal, SuppressionList list, CancellationToken cancellation)
    {
        var id = new ChainId(chain);
        if (await chains.FindAsync(id, cancellation).ConfigureAwait(false) is null)
            return Problems.UnknownChain(chain);
        var (contacts, problem) = await ContactsAsync(id, body.Phone, body.Email, body.Member, journal, list, cancellation).ConfigureAwait(false);
        return contacts is null
            ? problem!
            : TypedResults.Ok(new LiftedView(await list.LiftAsync(id, contacts, cancellation).ConfigureAwait(false)));
    }

    private static async Task<IResult> DeleteAsync(
        string chain, string suppression, ChainCatalogue chains, ISuppressions suppressions, CancellationToken cancellation)
    {
        if (await chains.FindAsync(new(chain), cancellation).ConfigureAwait(false) is null)
            return Problems.UnknownChain(chain);
        return DigestOf(suppression) is { } digest && await suppressions.LiftAsync(new(chain), digest, cancellation).ConfigureAwait(false)
            ? TypedResults.NoContent()
            : Problems.Of(404, "unknown_suppression", "There is no such entry", "The list has no entry with this id.");
    }

    private static async ValueTask<(IReadOnlyList<Contact>? Contacts, IResult? Problem)> ContactsAsync(
        ChainId chain, string? phone, string? email, string? member, IJournal journal, SuppressionList list, CancellationToken cancellation)
    {
        var contacts = new List<Contact>();
        if (!string.IsNullOrEmpty(phone))
        {
            if (list.Of(chain, ContactKind.Phone, phone) is not { } contact)
                return (null, Problems.InvalidField("phone", "must be a phone number of 5 to 15 digits"));
            contacts.Add(contact);
        }

        if (!string.IsNullOrEmpty(email))
        {
            if (list.Of(chain, ContactKind.Email, email) is not { } contact)
                return (null, Problems.InvalidField("email", "must be a mail address"));
            contacts.Add(contact);
        }

        if (!string.IsNullOrEmpty(member))
        {
            var key = new MemberKey(chain, new(member));
            if (!Identifiers.IsText(member) || await journal.FindAsync(key, cancellation).ConfigureAwait(false) is null)
                return (null, Problems.UnknownMember());
            contacts.AddRange((await list.ContactsAsync(key, cancellation).ConfigureAwait(false)).Contacts);
        }
        else if (contacts.Count == 0)
        {
            return (null, Problems.InvalidField("phone", "or 'email' or 'member' must say who"));
        }

        return (contacts, null);
    }

    private static byte[]? DigestOf(string id) =>
        id.Length is > 0 and <= MostCharacters && id.Length % 2 == 0 && id.All(char.IsAsciiHexDigit) ? Convert.FromHexString(id) : null;
}

/// <summary>Whom to put on the list: one or more of a phone number, a mail address and a member's contacts.</summary>
/// <param name="Reason">Why, as a code of yours; asked when missing.</param>
public sealed record ContactsToSuppress(string? Phone = null, string? Email = null, string? Member = null, string? Reason = null);

/// <summary>Whom to take off the list.</summary>
public sealed record ContactsToLift(string? Phone = null, string? Email = null, string? Member = null);

/// <summary>How many were on the list.</summary>
public sealed record LiftedView(int Lifted);

/// <summary>A contact that must not be used.</summary>
/// <param name="Id">A digest, from which nobody learns the contact.</param>
/// <param name="Kind">phone or email.</param>
/// <param name="Reason">Why, as a code: asked, erased, or one of the chain's own.</param>
/// <param name="By">Who put it there.</param>
public sealed record SuppressionView(string Id, string Kind, string Reason, DateTimeOffset At, string By)
{
    internal static SuppressionView Of(Suppression entry) => new(
        Convert.ToHexStringLower(entry.Digest), entry.Kind == ContactKind.Phone ? "phone" : "email", entry.Reason, entry.At.ToDateTimeOffset(), entry.By);
}
