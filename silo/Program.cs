using Engagement.Hosting;
using Engagement.Hosting.Startup;
using Engagement.Silo.Cluster;
using Engagement.Silo.Members;
using Engagement.Silo.SignIn;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
if (SharedDatabase.RefusalOf(builder.Configuration) is { } refusal)
    return NodeStartup.Refuse(refusal);

builder.UseEngagementDefaults();
// First to start, last to stop: members can be reached for as long as anything in this process may speak to them.
builder.UseCluster();
builder.Services.AddClusteredMembers();
builder.Services.AddClusteredSignInCodes();
builder.Services.AddEngagement(builder.Configuration);

return await builder.Build().MapEngagement().RunNodeAsync(StartFaults.ReasonOf);
