using Engagement.Hosting.Channels;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Engagement.Hosting.Api.Webhooks;

/// <summary>What holds for every address that a chain names to be posted to.</summary>
internal static class WebhookTargets
{
    private const int MostSecrets = 3;
    private const int MostCharacters = 2000;

    /// <summary>What is wrong with it; null for nothing.</summary>
    /// <param name="secret">When missing, one that exists keeps its own, and for a new one a secret is made up.</param>
    public static ProblemHttpResult? FaultOf(string? url, string? secret, SignedPost post)
    {
        if (url is not { Length: <= MostCharacters } || !Uri.TryCreate(url, UriKind.Absolute, out var target) || !post.MayGoTo(target))
            return Problems.InvalidField("url", "must be an https URL that does not lead to a private address");
        if (string.IsNullOrEmpty(secret))
            return null;
        return secret.Split(' ') is var secrets && (secrets.Length > MostSecrets || secrets.Any(each => WebhookSecret.Read(each) is null))
            ? Problems.InvalidField("secret", $"{WebhookSecret.Rule}; up to 3 of them with a space between")
            : null;
    }
}
