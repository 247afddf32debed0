using Engagement.Hosting.Auth;
using Engagement.Hosting.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Health;

/// <summary>The clock that members live by, so that a page can show the server's time and not its own.</summary>
internal static class ClockEndpoint
{
    public static void MapClock(this RouteGroupBuilder api) => api.MapGet("/clock", (NodeClock clock) =>
            TypedResults.Ok(new ClockView(clock.Now.ToDateTimeOffset(), clock.Speed)))
        .WithName("getClock").NeedsOnlySigningIn().WithSummary("The time members live by").Produces<ClockView>();
}

/// <summary>What time it is, and how many times faster than real time it passes.</summary>
public sealed record ClockView(DateTimeOffset Now, double Speed);
