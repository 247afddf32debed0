using Engagement.Domain.Identity;
using Engagement.Domain.Policies;
using Engagement.Domain.Recall;
using Engagement.Journal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Engagement.Hosting.Api;

/// <summary>Every error the API answers with: RFC 9457 problem details with a stable code.</summary>
internal static class Problems
{
    public static ProblemHttpResult Unauthorized() =>
        Of(401, "unauthorized", "Sign in, or send a key", "Send 'Authorization: Bearer KEY' with a valid key.");

    public static ProblemHttpResult InvalidKey() =>
        Of(401, "invalid_key", "This key or code is not valid", "Ask your administrator for a key; a sign-in link works once.");

    public static ProblemHttpResult Forbidden() =>
        Of(403, "forbidden", "You may not do this", "Your role does not include it.");

    public static ProblemHttpResult NotYourStore() =>
        Of(403, "not_your_store", "This is not your store", "What you may do reaches the stores you belong to, and the members at home there.");

    public static ProblemHttpResult NotInYourName() => Of(
        403, "not_in_your_name", "You act in your own name", "'by' may name somebody else only where a program acts for the staff who sit at it.", ("field", "by"));

    public static ProblemHttpResult StoreNeeded(IEnumerable<StoreId> stores) => Of(
        400, "store_needed", "Say which of your stores", $"'store' must be one of {string.Join(", ", stores)}.", ("field", "store"));

    public static ProblemHttpResult MemberNeeded() => Of(
        400, "member_needed", "Say which member", "'member' must name a member at home in one of your stores.", ("field", "member"));

    public static ProblemHttpResult UnknownChain(string chain) =>
        Of(404, "unknown_chain", "There is no such chain", $"There is no chain '{chain}'.");

    public static ProblemHttpResult UnknownStore(string store) =>
        Of(404, "unknown_store", "There is no such store", $"The chain has no store '{store}'.");

    public static ProblemHttpResult UnknownMember() =>
        Of(404, "unknown_member", "There is no such member", "Nothing has been heard of a member with this id in this chain.");

    public static ProblemHttpResult NotYetAMember() =>
        Of(404, "not_yet_a_member", "She was no member yet", "At that instant nothing had been heard of her in this chain.");

    public static ProblemHttpResult MemberErased() =>
        Of(409, "member_erased", "This member was erased", "What is left of her is figures; nothing more can be done with her.");

    public static ProblemHttpResult ProfileUnreadable() => Of(
        503, "profile_unreadable", "The profile cannot be read", "The keys it was sealed with are not at hand. Whoever runs this node has to bring their folder back.");

    public static ProblemHttpResult UnknownCard(string card) =>
        Of(404, "unknown_card", "There is no such card", $"This member never had a card '{card}'.");

    public static ProblemHttpResult UnknownVersion(long version) => Of(
        404, "unknown_version", "There is no such version", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"No version {version} of this policy is known."));

    public static ProblemHttpResult UnknownSimulation() => Of(
        404, "unknown_simulation", "There is no such simulation", "This node knows of no such simulation in this chain. They are forgotten after an hour.");

    public static ProblemHttpResult UnknownMessage() =>
        Of(404, "unknown_message", "There is no such message", "The chain has no message with this id.");

    public static ProblemHttpResult MessageNotSent() => Of(
        409, "not_sent", "This message did not go out", "It was never given to a channel, so nothing can have become of it.");

    public static ProblemHttpResult TooManyReports() => Of(
        409, "too_many_reports", "This message has been reported too often", "Its fate has changed so often that no more of it is kept.");

    public static ProblemHttpResult UnknownTask() =>
        Of(404, "unknown_task", "There is no such task", "This chain has no task with this id.");

    public static ProblemHttpResult UnknownKey() =>
        Of(404, "unknown_key", "There is no such key", "The chain has no key with this id, or it has ended.");

    public static ProblemHttpResult UnknownWebhook(string name) =>
        Of(404, "unknown_webhook", "There is no such webhook", $"The chain has no webhook '{name}'.");

    public static ProblemHttpResult TooManyWebhooks(int most) =>
        Of(409, "too_many_webhooks", "The chain has as many webhooks as it may have", $"Delete one of its {most} first.");

    public static ProblemHttpResult TemplateFault(TemplateFault fault) => Of(
        400, "template_fault", "The text cannot be written", $"{char.ToUpperInvariant(fault.Why[0])}{fault.Why[1..]}.", ("placeholder", fault.Placeholder));

    public static ProblemHttpResult InvalidParameter(string name, string why) =>
        Of(400, "invalid_parameter", "A parameter is not valid", $"'{name}' {why}.", ("field", name));

    public static ProblemHttpResult InvalidField(string field, string why) =>
        Of(400, "invalid_field", "A field is not valid", field.Length == 0 ? $"The body {why}." : $"'{field}' {why}.", ("field", field));

    /// <summary>A document with faults, each with its field and why; the first is the detail.</summary>
    public static ProblemHttpResult Invalid(string code, string title, IReadOnlyList<PolicyFault> faults) => Of(
        400,
        code,
        title,
        faults[0].Path.Length == 0 ? faults[0].Why : $"'{faults[0].Path}' {faults[0].Why}",
        ("field", faults[0].Path),
        ("faults", faults.Select(each => new { field = each.Path, why = each.Why }).ToArray()));

    public static ProblemHttpResult InvalidBody(string why) =>
        Of(400, "invalid_body", "The body cannot be read", why);

    public static ProblemHttpResult UnsupportedBody() => Of(
        415, "unsupported_media_type", "This kind of body is not understood", "Send application/json or application/x-ndjson.");

    public static ProblemHttpResult TooLarge(string why) =>
        Of(413, "too_large", "Too much in one request", why);

    public static ProblemHttpResult VersionConflict() => Of(
        412, "version_conflict", "Somebody else changed it", "Read it again and repeat your change on what it is now.");

    public static ProblemHttpResult Busy() =>
        Of(429, "busy", "Too many requests at once", "Wait as long as Retry-After says, then send the same again.");

    public static ProblemHttpResult TooManyRequests() => Of(
        429, "too_many_requests", "You ask too much of this node", "Wait as long as Retry-After says. Programs send many events in one request.");

    public static ProblemHttpResult TooManySignIns() => Of(
        429, "too_many_sign_ins", "Too many tries to sign in", "Wait as long as Retry-After says, then try again.");

    public static ProblemHttpResult CrossSite() => Of(
        403, "cross_site", "This came from a page of another site", "Only the staff app's own pages may do this with its cookie; programs send a key.");

    public static ProblemHttpResult TooSlow() => Of(
        503, "too_slow", "It took too long", "Nobody waits for it any longer. What was sent may have been done; look before you send it again.");

    public static ProblemHttpResult NotReady() => Of(
        503, "not_ready", "This node is not ready", "It is joining its cluster or leaving it. Ask another node, or this one again.");

    public static ProblemHttpResult Unavailable(JournalUnavailableException exception, params (string Name, object? Value)[] extra) =>
        Of(503, "store_unavailable", "The store cannot take this now", exception.Message, extra);

    public static ProblemHttpResult Of(
        int status, string code, string title, string detail, params (string Name, object? Value)[] extra)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = code };
        foreach (var (name, value) in extra)
            extensions[name] = value;
        return TypedResults.Problem(detail, null, status, title, $"urn:engagement:problem:{code}", extensions);
    }
}
