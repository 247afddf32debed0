using Engagement.Hosting.Channels;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Engagement.Hosting.Api.Webhooks;

/// <summary>What holds for every address that a chain names to be posted to.</summary>
internal static class WebhookTargets
{
    private const int MostSecrets = 3;
    private const int MostCharacters = 2000;

    /// <summary>What is wrong with it; null for nothing.</summary>
    /// <param name="isNew">Only one that exists can do without a secret: it keeps its own.</param>
    public static ProblemHttpResult? FaultOf(string? url, string? secret, bool isNew, SignedPost post)
    {
        if (url is not { Length: <= MostCharacters } || !Uri.TryCreate(url, UriKind.Absolute, out var target) || !post.MayGoTo(target))
            return Problems.InvalidField("url", "must be an https URL that does not lead to a private address");
        if (string.IsNullOrEmpty(secret))
            return isNew ? Problems.InvalidField("secret", WebhookSecret.Rule) : null;
        return secret.Split(' ') is var secrets && (secrets.Length > MostSecrets || secrets.Any(each => WebhookSecret.Read(each) is null))
            ? Problems.InvalidField("secret", $"{WebhookSecret.Rule}; up to 3 of them with a space between")
            : null;
    }
}
