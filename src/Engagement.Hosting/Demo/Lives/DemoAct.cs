using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Hosting.Demo.Lives;

/// <summary>Something that happens to a member of the demonstration chain.</summary>
/// <param name="Command">Its time is always given: it is <paramref name="At"/>.</param>
internal sealed record DemoAct(Instant At, MemberId Member, ActCommand Command);
