using System.Collections.Concurrent;

namespace Engagement.Hosting.Auth;

/// <summary>The codes of a node that stands alone: in its memory, so that a restart ends them all.</summary>
internal sealed class LocalSignInCodes(TimeProvider time) : ISignInCodes
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _codes = new(StringComparer.Ordinal);

    public ValueTask KeepAsync(string digest, DateTimeOffset until, CancellationToken cancellation)
    {
        foreach (var (old, end) in _codes)
        {
            if (end <= time.GetUtcNow())
                _codes.TryRemove(old, out _);
        }

        _codes[digest] = until;
        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> TakeAsync(string digest, CancellationToken cancellation) =>
        new(_codes.TryRemove(digest, out var until) && time.GetUtcNow() < until);
}
