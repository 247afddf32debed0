using Engagement.Domain.Members;
using Engagement.Hosting.Demo.Lives;
using Engagement.Hosting.Profiles;

namespace Engagement.Hosting.Demo;

/// <summary>Gives the members of the demonstration chain names and phones.</summary>
internal sealed class DemoFaces(MemberProfiles profiles, Population population)
{
    private const int BatchSize = 500;

    /// <summary>All who joined in the past.</summary>
    public async Task FillAsync(CancellationToken cancellation)
    {
        foreach (var batch in Enumerable.Range(1, population.LastOfPast).Chunk(BatchSize))
        {
            await profiles.PutAsync(
                DemoChain.Id, batch.Select(number => (Life.IdOf(number), Faces.Of(population.Seed, number))), cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Those of these acts that join.</summary>
    public async Task WelcomeAsync(IEnumerable<DemoAct> acts, CancellationToken cancellation)
    {
        var newcomers = acts.Where(act => act.Command is Join).Select(act => act.Member).ToList();
        if (newcomers.Count > 0)
        {
            await profiles.PutAsync(
                DemoChain.Id, newcomers.Select(member => (member, Faces.Of(population.Seed, Life.NumberOf(member)))), cancellation).ConfigureAwait(false);
        }
    }
}
