using Engagement.Domain.Members;
using Engagement.Domain.Tags;

namespace Engagement.Domain.Tests.Support;

/// <summary>Tags as a story tells of them.</summary>
internal static class TagDeeds
{
    public static Decision IsTagged(this Life life, string at, string tag) =>
        life.Send(new Tag(Deeds.Key(life.Events.Count + 1), Told.Instant(at), null, tag), Told.Instant(at));

    public static Decision LosesTag(this Life life, string at, string tag) =>
        life.Send(new Untag(Deeds.Key(life.Events.Count + 1), Told.Instant(at), null, tag), Told.Instant(at));
}
