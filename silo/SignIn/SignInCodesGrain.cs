using Engagement.Silo.Cluster;

namespace Engagement.Silo.SignIn;

/// <summary>Codes that have been issued, by digest, with their ends. Kept in grain storage, so that they outlive the node.</summary>
public sealed class SignInCodesState
{
    public Dictionary<string, DateTimeOffset> Codes { get; set; } = [];
}

/// <summary>Issues and redeems one at a time. What could not be stored is not answered, and read again before the next.</summary>
[GrainType("sign_in_codes")]
public sealed class SignInCodesGrain(
    [PersistentState("codes", GrainState.Storage)] IPersistentState<SignInCodesState> state, TimeProvider time) : Grain, ISignInCodesGrain
{
    public Task KeepAsync(string digest, DateTimeOffset until)
    {
        var now = time.GetUtcNow();
        foreach (var (old, _) in state.State.Codes.Where(code => code.Value <= now).ToList())
            state.State.Codes.Remove(old);
        state.State.Codes[digest] = until;
        return StoreAsync();
    }

    public async Task<bool> TakeAsync(string digest)
    {
        if (!state.State.Codes.Remove(digest, out var until))
            return false;
        await StoreAsync();
        return time.GetUtcNow() < until;
    }

    private async Task StoreAsync()
    {
        try
        {
            await state.WriteStateAsync();
        }
        catch
        {
            // What is in memory may not be what is stored: wake anew, from what is.
            DeactivateOnIdle();
            throw;
        }
    }
}
