using Engagement.Hosting.Auth;
using Engagement.Silo.Tests.Members;

namespace Engagement.Silo.Tests.SignIn;

/// <summary>A sign-in link works once, whichever node it leads to.</summary>
public sealed class SignInCodesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_code_issued_on_one_node_signs_in_on_the_other_and_only_once()
    {
        await using var engine = await ClusterEngine.StartAsync();
        await engine.On<ISignInCodes>(0).KeepAsync("digest", DateTimeOffset.UtcNow.AddHours(1), Cancel);

        var taken = await Task.WhenAll(Enumerable.Range(0, 10).Select(
            turn => engine.On<ISignInCodes>(turn + 1).TakeAsync("digest", Cancel).AsTask()));

        Assert.Single(taken, true);
        Assert.False(await engine.On<ISignInCodes>(0).TakeAsync("digest", Cancel));
    }

    [Fact]
    public async Task A_code_whose_time_is_over_or_that_nobody_issued_signs_nobody_in()
    {
        await using var engine = await ClusterEngine.StartAsync();
        await engine.On<ISignInCodes>(0).KeepAsync("old", DateTimeOffset.UtcNow.AddSeconds(-1), Cancel);

        Assert.False(await engine.On<ISignInCodes>(1).TakeAsync("old", Cancel));
        Assert.False(await engine.On<ISignInCodes>(1).TakeAsync("made up", Cancel));
    }
}
