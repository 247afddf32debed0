using Engagement.Hosting;
using Engagement.Hosting.Demo;
using Engagement.Hosting.Members;
using Engagement.Hosting.Startup;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = DemoSwitch.Without(args), ContentRootPath = AppContext.BaseDirectory });
builder.UseEngagementDefaults();
builder.Services.AddEngagement(builder.Configuration).AddLocalMembers();
if (DemoSwitch.IsGiven(args))
    builder.AddDemoChain();

return await builder.Build().MapEngagement().RunNodeAsync();
