using System.Diagnostics.CodeAnalysis;
using Engagement.Domain.Time;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Engagement.Hosting.Api;

/// <summary>The parameter <c>at</c> of calls that answer as of any past instant.</summary>
internal static class PastInstant
{
    /// <param name="past">The instant; null where none was asked for, which means now.</param>
    public static bool TryRead(string? at, Instant now, out Instant? past, [NotNullWhen(false)] out ProblemHttpResult? problem)
    {
        (past, problem) = (null, null);
        if (string.IsNullOrEmpty(at))
            return true;
        if (!Timestamps.TryRead(at, out var instant))
            problem = Problems.InvalidParameter("at", "must be an RFC 3339 instant such as 2026-01-31T09:30:00Z");
        else if (instant > now)
            problem = Problems.InvalidParameter("at", "must not lie in the future");
        else
            past = instant;
        return problem is null;
    }
}
