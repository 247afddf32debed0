using Engagement.Domain.Chains;
using Engagement.Domain.Members;
using Engagement.Domain.Time;
using Engagement.Hosting.Demo;
using Engagement.Hosting.Members;
using Engagement.Hosting.Startup;
using Engagement.Journal;
using Engagement.Journal.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Hosting.Tests.Demo;

public sealed class DemoNodeTests : IDisposable
{
    private static readonly Instant Start = Instant.FromDateTimeOffset(new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private string ConnectionString => $"Data Source={Path.Combine(_folder, "demo.db")}";

    [Fact]
    public async Task A_node_tells_the_past_and_goes_on_living_until_it_stops()
    {
        await using var app = Build();
        var journal = app.Services.GetRequiredService<IJournal>();
        var lively = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        journal.Committed += batch =>
        {
            // Acts, not stage changes: those come by themselves.
            if (batch.Events.Any(committed => committed.Happened is ActEvent act && act.At >= Start + TimeSpan.FromDays(1)))
                lively.TrySetResult();
        };

        await app.StartAsync(TestContext.Current.CancellationToken);
        await lively.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        var board = await app.Services.GetRequiredService<IJournalQueries>().BoardAsync(
            DemoChain.Id, new(null, Start), TestContext.Current.CancellationToken);
        await app.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(3, board.Levels.Count(level => level.Key.Store is not null));
    }

    [Fact]
    public async Task Putting_a_node_together_opens_no_database_yet()
    {
        // It may have to be cleared away first, or be refused with a word to the person who started the node.
        await using var app = Build();

        Assert.False(File.Exists(Path.Combine(_folder, "demo.db")));
    }

    [Fact]
    public async Task It_keeps_away_from_a_database_with_other_chains()
    {
        using (var store = new SqliteStore(new SqliteOptions { ConnectionString = ConnectionString }))
        {
            var other = new Chain(new("other"), "Other", "CNY") { Version = 1 };
            await store.Chains.SaveAsync(other, TestContext.Current.CancellationToken);
        }

        await using var app = Build();

        var refusal = await Assert.ThrowsAsync<JournalRefusedException>(
            () => app.StartAsync(TestContext.Current.CancellationToken));
        Assert.Contains("other", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_configured_database_is_never_deleted()
    {
        var file = Path.Combine(_folder, "demo.db");
        File.WriteAllText(file, "somebody's");
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("ConnectionStrings:Engagement", ConnectionString)]).Build();

        using (var database = new DemoDatabase(configuration))
            database.ClearAway();

        Assert.Equal("somebody's", File.ReadAllText(file));
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args =
            [
                "--urls", "http://127.0.0.1:0",
                "--ConnectionStrings:Engagement", ConnectionString,
                "--Engagement:KeyFolder", Path.Combine(_folder, "keys"),
                "--Engagement:Demo:Members", "60",
                "--Engagement:Clock:Speed", "86400",
                "--Logging:LogLevel:Default", "Warning",
            ],
            ContentRootPath = _folder,
        });
        builder.UseEngagementDefaults();
        builder.Services.AddEngagement(builder.Configuration).AddLocalMembers();
        builder.AddDemoChain();
        return builder.Build().MapEngagement();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
