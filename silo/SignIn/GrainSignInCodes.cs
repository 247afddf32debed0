using Engagement.Hosting.Auth;
using Engagement.Journal;

namespace Engagement.Silo.SignIn;

/// <summary>A code issued on one node is redeemed, once, on any.</summary>
internal sealed class GrainSignInCodes(IGrainFactory grains) : ISignInCodes
{
    private ISignInCodesGrain Codes => grains.GetGrain<ISignInCodesGrain>(0);

    public async ValueTask KeepAsync(string digest, DateTimeOffset until, CancellationToken cancellation)
    {
        try
        {
            await Codes.KeepAsync(digest, until).WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw Unavailable(exception);
        }
    }

    // Not sent again by itself: a code that was taken without an answer is gone, and its owner asks for another.
    public async ValueTask<bool> TakeAsync(string digest, CancellationToken cancellation)
    {
        try
        {
            return await Codes.TakeAsync(digest).WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw Unavailable(exception);
        }
    }

    private static JournalUnavailableException Unavailable(Exception exception) =>
        new("Sign-in codes cannot be reached now.", exception);
}
