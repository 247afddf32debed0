using System.Globalization;
using System.Threading.RateLimiting;
using Engagement.Hosting.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Limits;

/// <summary>
/// Holds up whoever guesses: of the calls that are made to sign in, an address may make so many, and may fail in far fewer. An
/// account that is guessed at from many addresses is locked by itself.
/// </summary>
internal sealed class SignInLimits : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _tries;
    private readonly PartitionedRateLimiter<HttpContext> _failures;

    public SignInLimits(IOptions<LimitOptions> options)
    {
        _tries = Of(options.Value.SignIns);
        _failures = Of(options.Value.FailedSignIns);
    }

    public void Dispose()
    {
        _tries.Dispose();
        _failures.Dispose();
    }

    public async Task HoldAsync(HttpContext context, RequestDelegate next)
    {
        // Asking for nothing tells whether there is anything left.
        using var room = _failures.AttemptAcquire(context, 0);
        using var place = room.IsAcquired ? _tries.AttemptAcquire(context) : room;
        if (!place.IsAcquired)
        {
            context.Response.Headers.RetryAfter = (place.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? (int)Math.Ceiling(wait.TotalSeconds) : 10)
                .ToString(CultureInfo.InvariantCulture);
            await Problems.TooManySignIns().ExecuteAsync(context).ConfigureAwait(false);
            return;
        }

        await next(context).ConfigureAwait(false);
        if (context.Response.StatusCode is >= 400 and < 500)
            _failures.AttemptAcquire(context).Dispose();
    }

    /// <summary>Whether the call is one of those by which people sign in: they need no signing in, and change something.</summary>
    public static bool Concern(HttpContext context) =>
        !HttpMethods.IsGet(context.Request.Method)
        && context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null
        && context.Request.Path.StartsWithSegments("/v1");

    private static PartitionedRateLimiter<HttpContext> Of(int perMinute) => PartitionedRateLimiter.Create<HttpContext, string>(
        context => RateLimitPartition.GetTokenBucketLimiter(Rates.AddressKey(context), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinute,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) / perMinute,
            QueueLimit = 0,
        }));
}
