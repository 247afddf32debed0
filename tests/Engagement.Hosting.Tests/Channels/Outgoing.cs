using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Engagement.Hosting.Channels;

namespace Engagement.Hosting.Tests.Channels;

internal static class Outgoing
{
    /// <summary>A message as it is handed to a channel.</summary>
    public static OutgoingMessage Message(string id) => new(
        id, new(new ChainId("glow"), new("li")), "Glow 光彩", "dormancy", "dormant_hello", "zh-CN", "你好 \"李\"", "你好 &quot;李&quot;",
        null, new StoreId("bund"), Instant.FromDateTimeOffset(new(2026, 3, 8, 4, 0, 0, TimeSpan.Zero)));
}
