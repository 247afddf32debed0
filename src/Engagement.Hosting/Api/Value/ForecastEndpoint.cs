using System.Globalization;
using Engagement.Domain.Chains;
using Engagement.Domain.Time;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Time;
using Engagement.Hosting.Value;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Value;

/// <summary>How the members of a chain come, as far as their history tells (docs/domain §5).</summary>
internal static class ForecastEndpoint
{
    private const string DayFormat = "yyyy-MM-dd";

    public static void MapForecast(this RouteGroupBuilder chain) =>
        chain.MapGet("/forecast", FindAsync).WithName("getForecast").Needs(Right.SeeValue).WithSummary("How the chain's members come and stay away, and what that is known from")
            .WithDescription(
                "Without 'at' the latest, which is made every night; where there is none yet it is made now. With 'at', an instant or a day such as 1997-09-30 (which counts whole, by the chain's clock), the one that would have been made then, compared with what came after, up to the day 'until' or to the last on which anybody came.")
            .Produces<ForecastView>().ProducesProblem(400).ProducesProblem(404);

    private static async Task<IResult> FindAsync(
        string chain,
        ChainCatalogue chains,
        NightlyValue value,
        ForecastTrial trial,
        NodeClock clock,
        CancellationToken cancellation,
        string? at = null,
        string? until = null)
    {
        if (await chains.FindAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
            return Problems.UnknownChain(chain);
        if (string.IsNullOrEmpty(at))
            return TypedResults.Ok(ForecastView.Of(await value.ForecastAsync(known.Id, cancellation).ConfigureAwait(false), null));
        if (!TryRead(at, known, out var instant) || instant > clock.Now)
            return Problems.InvalidParameter("at", "must be a past instant, or a day such as 1997-09-30");
        if (!string.IsNullOrEmpty(until) && Day(until) is null)
            return Problems.InvalidParameter("until", "must be a day such as 1998-06-30");
        var (fit, outcome) = await trial.MakeAsync(known.Id, instant, Day(until), cancellation).ConfigureAwait(false);
        return TypedResults.Ok(ForecastView.Of(fit, outcome));
    }

    // A day counts to its last moment.
    private static bool TryRead(string text, Chain chain, out Instant instant)
    {
        if (Day(text) is not { } day || day == DateOnly.MaxValue)
            return Timestamps.TryRead(text, out instant);
        instant = Instant.StartOfDay(day.AddDays(1), TimeZoneInfo.FindSystemTimeZoneById(chain.Policy.TimeZone)) - Instant.Resolution;
        return true;
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1 and < 9999 ? day : null;
}
