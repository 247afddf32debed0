using Orleans.CodeGeneration;

namespace Engagement.Silo.SignIn;

/// <summary>The one-time codes of the whole cluster, in one grain: there are few, and each must be good just once.</summary>
[Alias("engagement.sign_in_codes"), Version(1)]
public interface ISignInCodesGrain : IGrainWithIntegerKey
{
    [Alias("keep")]
    Task KeepAsync(string digest, DateTimeOffset until);

    /// <summary>Takes a code away; false if there is none, or none any more.</summary>
    [Alias("take")]
    Task<bool> TakeAsync(string digest);
}
