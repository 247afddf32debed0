using System.Security.Cryptography;
using System.Text;
using Engagement.Domain.Identity;

namespace Engagement.Silo.Members;

/// <summary>
/// A member's key as that of a grain: her chain, and a digest of her id. Orleans writes grains' keys into logs and traces,
/// where an id that may be a telephone number has no place; the id itself travels with the commands.
/// </summary>
internal static class GrainKey
{
    /// <summary>128 bits: no two members of a chain will ever share them.</summary>
    private const int DigestBytes = 16;

    public static string Of(MemberKey member)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(member.Member.Value), digest);
        return string.Concat(member.Chain.Value, "/", Convert.ToHexStringLower(digest[..DigestBytes]));
    }
}
