using System.Security.Claims;
using System.Text.Json.Nodes;
using Engagement.Domain.Chains;
using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Engagement.Hosting.Auth;
using Engagement.Journal.Formats;
using Engagement.Journal.Policies;

namespace Engagement.Hosting.Api.Chains;

/// <summary>Who changes a policy, and what they say about it.</summary>
internal sealed record PolicyAuthor(string? Name, string? Note)
{
    public const int LongestNote = 500;

    public const string NoteRule = "must have at most 500 characters, none of them a control character";

    public static bool IsNote(string? note) => note is null || (note.Length <= LongestNote && !note.Any(char.IsControl));

    public static PolicyAuthor Of(ClaimsPrincipal user, string? note) =>
        new(Caller.Of(user)?.Id, string.IsNullOrWhiteSpace(note) ? null : note.Trim());
}

/// <summary>Makes the versions that are stored with a changed policy.</summary>
internal static class PolicyHistory
{
    /// <summary>The chain's new version, and the one before: it is not known yet where it is from before versions were kept.</summary>
    public static IEnumerable<PolicyVersion> OfChain(Chain before, Chain after, PolicyAuthor author) => Of(
        null,
        (before.PolicyVersion, PolicyFormat.ToDocument(before.Policy), before.RulesVersion == 1 ? before.RulesSince : null),
        (after.PolicyVersion, PolicyFormat.ToDocument(after.Policy), after.RulesSince),
        author);

    /// <summary>The same of a store.</summary>
    public static IEnumerable<PolicyVersion> OfStore(Store before, Store after, Instant at, PolicyAuthor author) => Of(
        after.Id, (before.PolicyVersion, Document(before), null), (after.PolicyVersion, Document(after), at), author);

    /// <summary>What a store differs in, as a document.</summary>
    public static JsonObject Document(Store store) => store.Overrides is { } overrides ? JsonNode.Parse(overrides)!.AsObject() : [];

    private static PolicyVersion[] Of(
        StoreId? store,
        (long Version, JsonObject Document, Instant? At) before,
        (long Version, JsonObject Document, Instant? At) after,
        PolicyAuthor author) =>
    [
        new(store, before.Version, before.At, null, null, before.Document.ToJsonString(), []),
        new(
            store,
            after.Version,
            after.At,
            author.Name,
            author.Note,
            after.Document.ToJsonString(),
            PolicyFields.Difference(before.Document, after.Document)),
    ];
}
