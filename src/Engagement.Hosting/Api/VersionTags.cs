using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Engagement.Hosting.Api;

/// <summary>Versions as entity tags: what an answer is marked with, and what a change may ask for.</summary>
internal static class VersionTags
{
    public static string Of(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>Whether <c>If-Match</c> lets a change be made to what has this version; null for what is not there.</summary>
    public static bool Match(HttpContext context, long? version)
    {
        var wanted = context.Request.Headers.IfMatch;
        return wanted.Count == 0 || (version is { } there
            && wanted.SelectMany(tags => tags!.Split(',', StringSplitOptions.TrimEntries)).Any(tag => tag == "*" || tag == Of(there)));
    }
}
