using Engagement.Hosting.Api;
using Engagement.Hosting.Api.Accounts;
using Engagement.Hosting.Api.Audit;
using Engagement.Hosting.Api.Board;
using Engagement.Hosting.Api.Campaigns;
using Engagement.Hosting.Api.Cards;
using Engagement.Hosting.Api.Chains;
using Engagement.Hosting.Api.Channels;
using Engagement.Hosting.Api.Erasure;
using Engagement.Hosting.Api.Events;
using Engagement.Hosting.Api.Health;
using Engagement.Hosting.Api.Insights;
using Engagement.Hosting.Api.Keys;
using Engagement.Hosting.Api.Members;
using Engagement.Hosting.Api.Membership;
using Engagement.Hosting.Api.Messages;
using Engagement.Hosting.Api.PersonalData;
using Engagement.Hosting.Api.Recall;
using Engagement.Hosting.Api.Segments;
using Engagement.Hosting.Api.Sessions;
using Engagement.Hosting.Api.Simulation;
using Engagement.Hosting.Api.Tasks;
using Engagement.Hosting.Api.Value;
using Engagement.Hosting.Api.Webhooks;
using Engagement.Hosting.Audit;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Auth.Oidc;
using Engagement.Hosting.Limits;
using Engagement.Hosting.Live;
using Engagement.Hosting.Staff;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting;

/// <summary>Everything a node answers to.</summary>
public static class EngagementEndpoints
{
    /// <summary>Maps the API, the hub, health, the API's description and the staff app.</summary>
    public static WebApplication MapEngagement(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseLimitsOnStrangers();
        app.UseFaults();
        app.UseAuthentication();
        app.UseLimitsOnCallers();
        app.UseRefusalsInTrail();
        app.UseAuthorization();
        app.UseRights();

        app.MapHealth();
        app.MapOpenApi("/openapi/{documentName}.json");
        var api = app.MapGroup("/v1").RequireAuthorization(Access.Staff).WithTags("v1").AddEndpointFilter<RouteGroupBuilder, AuditFilter>();
        api.MapSessions();
        api.MapOidc();
        api.MapOwnAccount();
        api.MapAdministrators();
        api.MapClock();
        api.MapChains();
        api.MapPolicySchema();
        api.MapAudit();
        api.MapPersonalData();
        var chain = api.MapGroup("/chains/{chain}");
        chain.MapKeys();
        chain.MapStaff();
        chain.MapColleagues();
        chain.MapPolicies();
        chain.MapPolicyVersions();
        chain.MapSimulations();
        chain.MapEvents();
        chain.MapMembers();
        chain.MapMemberSearch();
        chain.MapProfile();
        chain.MapErasure();
        chain.MapProfiles();
        chain.MapConsents();
        chain.MapMemberExport();
        chain.MapSuppressions();
        chain.MapPoints();
        chain.MapReferrals();
        chain.MapQuote();
        chain.MapBoard();
        chain.MapStoreFigures();
        chain.MapRecall();
        chain.MapStandings();
        chain.MapLeaderboard();
        chain.MapCards();
        chain.MapTasks();
        chain.MapMessages();
        chain.MapTemplates();
        chain.MapChannels();
        chain.MapWebhooks();
        chain.MapSegments();
        chain.MapCampaigns();
        chain.MapCampaignRuns();
        chain.MapDigests();
        chain.MapForecast();
        chain.MapRfm();
        chain.MapHighValueActs();
        chain.MapInsights();
        chain.MapRenewals();
        app.MapHub<LiveHub>("/hubs/live").DisableRequestTimeout().NeedsOnlySigningIn();
        app.MapStaffApp();
        return app;
    }
}
