using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Engagement.Domain.Identity;
using Engagement.Domain.Recall;

namespace Engagement.Journal.Care;

/// <summary>
/// What outside programs know tasks and messages by: a letter and 128 bits that follow from chain, member and number, say
/// nothing of them and never change.
/// </summary>
public static class PublicIds
{
    private const int Bytes = 16;

    public static string OfTask(MemberKey member, int number) =>
        "t" + Digest($"task\0{member.Chain}\0{member.Member}\0{number.ToString(CultureInfo.InvariantCulture)}");

    public static string OfMessage(MemberKey member, MessageNumber number) =>
        "m" + Digest($"message\0{member.Chain}\0{member.Member}\0{number}");

    private static string Digest(string told)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(told), digest);
        return Base64Url.EncodeToString(digest[..Bytes]);
    }
}
