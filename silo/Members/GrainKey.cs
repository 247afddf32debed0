using Engagement.Domain.Identity;

namespace Engagement.Silo.Members;

/// <summary>A member's key as that of a grain: chain, slash, member. A chain's id has no slash in it, a member's may.</summary>
internal static class GrainKey
{
    public static string Of(MemberKey member) => string.Concat(member.Chain.Value, "/", member.Member.Value);

    public static MemberKey Parse(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return new(new(key[..slash]), new(key[(slash + 1)..]));
    }
}
