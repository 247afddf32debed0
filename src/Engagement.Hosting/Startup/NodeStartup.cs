using Engagement.Hosting.Auth;
using Engagement.Hosting.Auth.Accounts;
using Engagement.Hosting.Demo;
using Engagement.Hosting.Limits;
using Engagement.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Startup;

/// <summary>How a node starts, says what a person needs to know, and ends.</summary>
public static class NodeStartup
{
    /// <summary>The settings a node has before anything is configured.</summary>
    public static void UseEngagementDefaults(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
            builder.WebHost.UseUrls("http://127.0.0.1:5080");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            ConnectionLimits.Apply(kestrel.Limits, builder.Configuration.GetSection("Engagement:Limits").Get<LimitOptions>() ?? new());
        });
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(20));
        // Sign-in cookies outlive a restart; the keys lie beside the data.
        builder.Services.AddDataProtection()
            .SetApplicationName("Engagement")
            .PersistKeysToFileSystem(new(Path.GetFullPath(builder.Configuration["Engagement:KeyFolder"] ?? "data/keys")));
    }

    /// <summary>Runs the node until it is told to stop. 0 after a drained stop; 1, with the reason on the console, if it must not start.</summary>
    /// <param name="reasonOf">
    /// What a person needs to know where one of the host's own parts keeps it from starting; null for what nobody expected.
    /// </param>
    public static async Task<int> RunNodeAsync(this WebApplication app, Func<Exception, string?>? reasonOf = null)
    {
        ArgumentNullException.ThrowIfNull(app);
        try
        {
            app.Services.GetService<DemoChain>()?.ClearAway();
            app.Services.GetRequiredService<IJournal>();
            await app.StartAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (ReasonOf(exception) is not null)
        {
            await app.DisposeAsync().ConfigureAwait(false);
            return Refuse(ReasonOf(exception)!);
        }

        await WelcomeAsync(app).ConfigureAwait(false);
        await app.WaitForShutdownAsync().ConfigureAwait(false);
        await app.DisposeAsync().ConfigureAwait(false);
        return 0;

        string? ReasonOf(Exception exception) =>
            exception is JournalRefusedException or IOException or UnauthorizedAccessException or OptionsValidationException
                ? exception.Message
                : reasonOf?.Invoke(exception);
    }

    /// <summary>Says on the console why this node must not start; returns its exit code.</summary>
    public static int Refuse(string reason)
    {
        Console.Error.WriteLine($"Engagement cannot start: {reason}");
        return 1;
    }

    private static async Task WelcomeAsync(WebApplication app)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        var keys = app.Services.GetRequiredService<AccessKeys>();
        if (app.Services.GetService<DemoChain>() is { } demo)
        {
            Console.WriteLine(demo.Welcome(address, await keys.IssueCodeAsync(CancellationToken.None).ConfigureAwait(false)));
            foreach (var (name, own) in await app.Services.GetRequiredService<DemoAccounts>().LinksAsync(CancellationToken.None).ConfigureAwait(false))
                Console.WriteLine($"  or as {name}: {address}{own.Path}");
        }
        // Somebody has to be let in first.
        else if (await app.Services.GetRequiredService<FirstAdministrator>().LinkAsync(CancellationToken.None).ConfigureAwait(false) is { } link)
            Console.WriteLine($"Nobody administers this system yet. Open {address}{link.Path} to become the one who does (good once, for 24 hours).");
    }
}
