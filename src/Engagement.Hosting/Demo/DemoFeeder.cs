using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Hosting.Members;
using Engagement.Journal;
using Microsoft.Extensions.Logging;

namespace Engagement.Hosting.Demo;

/// <summary>
/// Tells members what happened to them, again and again until it is stored: the ids make repeating harmless.
/// </summary>
internal sealed partial class DemoFeeder(IMembers members, TimeProvider time, ILogger<DemoFeeder> logger)
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(100);

    private int _away;

    public async Task SendAsync(MemberId member, IReadOnlyList<MemberCommand> commands, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                // A turn is not cancelled once begun; a stop does not wait for it.
                var replies = await members.SendAsync(new(DemoChain.Id, member), commands, cancellation)
                    .AsTask().WaitAsync(cancellation).ConfigureAwait(false);
                if (Interlocked.Exchange(ref _away, 0) == 1)
                    JournalIsBack();
                foreach (var reply in replies)
                {
                    if (reply.Rejection is { } rejection)
                        WasRejected(rejection.Code);
                }

                return;
            }
            catch (JournalUnavailableException exception)
            {
                // Many members wait at once; one line says it for all of them.
                if (Interlocked.Exchange(ref _away, 1) == 0)
                    JournalIsAway(exception);
                var wait = exception.RetryAfter > ShortestWait ? exception.RetryAfter : ShortestWait;
                await Task.Delay(wait, time, cancellation).ConfigureAwait(false);
            }
        }
    }
}
