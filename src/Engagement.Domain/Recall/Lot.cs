using Engagement.Domain.Identity;

namespace Engagement.Domain.Recall;

/// <summary>Draws a lot that falls the same way for ever, on every machine (FNV-1a over the characters, mixed).</summary>
internal static class Lot
{
    public static ulong Of(string matter, MemberId member)
    {
        var lot = 14695981039346656037UL;
        foreach (var character in matter)
            lot = (lot ^ character) * 1099511628211UL;
        lot = (lot ^ '/') * 1099511628211UL;
        foreach (var character in member.Value ?? "")
            lot = (lot ^ character) * 1099511628211UL;
        // The low bits of such a product know little of the last characters.
        lot ^= lot >> 33;
        lot *= 0xff51afd7ed558ccdUL;
        return lot ^ (lot >> 33);
    }
}
