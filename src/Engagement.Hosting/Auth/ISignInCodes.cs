namespace Engagement.Hosting.Auth;

/// <summary>
/// The one-time codes that have been issued and not been used, known by their digests only. A code is good once, on whichever
/// node it is used.
/// </summary>
public interface ISignInCodes
{
    /// <summary>Keeps a code until <paramref name="until"/> in real time.</summary>
    /// <param name="digest">The code's SHA-256 in lower-case hexadecimal digits.</param>
    /// <exception cref="Journal.JournalUnavailableException">It could not be kept; try again later.</exception>
    ValueTask KeepAsync(string digest, DateTimeOffset until, CancellationToken cancellation);

    /// <summary>Takes a code away; false if there is none, or none any more.</summary>
    /// <exception cref="Journal.JournalUnavailableException">The codes cannot be read now; try again later.</exception>
    ValueTask<bool> TakeAsync(string digest, CancellationToken cancellation);
}
