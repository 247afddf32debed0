using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Engagement.Hosting.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Limits;

/// <summary>Limits, and who may stand between a caller and this node.</summary>
internal static class LimitRegistration
{
    private const string Section = "Engagement:Limits";

    public static void AddLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LimitOptions>().BindConfiguration(Section)
            .Validate(options => options.IsSound, $"{Section}: all numbers must be more than 0, LargestBody 16384 or more, LongestRequest a second or more.")
            .ValidateOnStart();
        services.AddSingleton<IngestPlaces>();
        services.AddSingleton<SignInLimits>();
        services.AddSingleton<LiveLimits>();
        services.Configure<HubOptions>(options => options.AddFilter<LiveLimits>());
        services.AddRateLimiter(limits => limits.OnRejected = TurnAwayAsync);
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<LimitOptions>>((limiter, limits) => limiter.GlobalLimiter = Rates.Of(limits.Value));
        services.AddRequestTimeouts();
        services.AddOptions<RequestTimeoutOptions>().Configure<IOptions<LimitOptions>>((timeouts, limits) => timeouts.DefaultPolicy = new()
        {
            Timeout = limits.Value.LongestRequest,
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
            WriteTimeoutResponse = context => Problems.TooSlow().ExecuteAsync(context),
        });
        if (Origins(configuration) is { Length: > 0 } origins)
        {
            // Never with the cookie: pages of others have keys of their own, or nothing.
            services.AddCors(cors => cors.AddDefaultPolicy(policy => policy.WithOrigins(origins).AllowAnyHeader().AllowAnyMethod()
                .WithExposedHeaders("ETag", "Location", "Retry-After")));
        }

        services.Configure<ForwardedHeadersOptions>(options => Believe(options, configuration));
    }

    /// <summary>What comes before anybody has signed in.</summary>
    public static void UseLimitsOnStrangers(this WebApplication app)
    {
        if (Proxies(app.Configuration).Length > 0)
            app.UseForwardedHeaders();
        app.UseSecurityHeaders();
    }

    /// <summary>What comes once it is known who calls, and before that counts for anything.</summary>
    public static void UseLimitsOnCallers(this WebApplication app)
    {
        app.UseRequestTimeouts();
        if (Origins(app.Configuration).Length > 0)
            app.UseCors();
        app.UseCrossSiteGuard();
        app.UseRateLimiter();
        var signIns = app.Services.GetRequiredService<SignInLimits>();
        app.Use((context, next) => SignInLimits.Concern(context) ? signIns.HoldAsync(context, next) : next(context));
    }

    private static async ValueTask TurnAwayAsync(OnRejectedContext rejected, CancellationToken cancellation)
    {
        var seconds = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, Math.Ceiling(wait.TotalSeconds)) : 1;
        rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await Problems.TooManyRequests().ExecuteAsync(rejected.HttpContext).ConfigureAwait(false);
    }

    private static void Believe(ForwardedHeadersOptions options, IConfiguration configuration)
    {
        if (Proxies(configuration) is not { Length: > 0 } proxies)
            return;
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        // As many as there are proxies that are known; the first that is not is where the call came from.
        options.ForwardLimit = null;
        foreach (var proxy in proxies)
        {
            if (System.Net.IPNetwork.TryParse(proxy, out var network))
                options.KnownIPNetworks.Add(network);
            else if (IPAddress.TryParse(proxy, out var address))
                options.KnownProxies.Add(address);
            else
                throw new OptionsValidationException("Engagement:Proxies", typeof(string), [$"Engagement:Proxies: '{proxy}' is neither an address nor a network such as 10.0.0.0/8."]);
        }
    }

    private static string[] Proxies(IConfiguration configuration) => Listed(configuration, "Engagement:Proxies");

    private static string[] Origins(IConfiguration configuration) => Listed(configuration, "Engagement:Cors:Origins");

    // One text with commas between, or a list.
    private static string[] Listed(IConfiguration configuration, string key) =>
        configuration[key] is { Length: > 0 } text
            ? text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : configuration.GetSection(key).Get<string[]>() ?? [];
}
