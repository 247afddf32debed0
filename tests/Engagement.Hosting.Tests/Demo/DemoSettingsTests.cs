using Engagement.Hosting.Demo;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Engagement.Hosting.Tests.Demo;

public sealed class DemoSettingsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    [Fact]
    public void The_switch_is_bare_and_swallows_nothing()
    {
        string[] args = ["--demo", "--urls", "http://127.0.0.1:5090"];

        Assert.True(DemoSwitch.IsGiven(args));
        Assert.Equal(["--urls", "http://127.0.0.1:5090"], DemoSwitch.Without(args));
        Assert.False(DemoSwitch.IsGiven(["--urls", "http://127.0.0.1:5090"]));
    }

    [Fact]
    public void It_has_a_database_and_a_clock_of_its_own()
    {
        var configuration = Configuration("--demo", "--urls", "http://127.0.0.1:5090");

        Assert.Equal("Data Source=data/demo/demo.db", configuration.GetConnectionString("Engagement"));
        Assert.Equal("2026-03-02T01:00:00Z", configuration["Engagement:Clock:Start"]);
        Assert.Equal("720", configuration["Engagement:Clock:Speed"]);
        Assert.Equal("http://127.0.0.1:5090", configuration["urls"]);
    }

    [Fact]
    public void What_is_said_for_a_run_wins()
    {
        var configuration = Configuration(
            "--demo", "--Engagement:Clock:Speed=60", "--ConnectionStrings:Engagement", "Data Source=mine.db");

        Assert.Equal("60", configuration["Engagement:Clock:Speed"]);
        Assert.Equal("Data Source=mine.db", configuration.GetConnectionString("Engagement"));
        Assert.Equal("2026-03-02T01:00:00Z", configuration["Engagement:Clock:Start"]);
    }

    private ConfigurationManager Configuration(params string[] args)
    {
        // As in the server's own file, which is meant for a node that is no demonstration.
        File.WriteAllText(
            Path.Combine(_folder, "appsettings.json"),
            """{ "ConnectionStrings": { "Engagement": "Data Source=data/engagement.db" } }""");
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = DemoSwitch.Without(args), ContentRootPath = _folder });
        builder.AddDemoChain();
        return builder.Configuration;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
