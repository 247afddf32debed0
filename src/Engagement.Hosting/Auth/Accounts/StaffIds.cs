using System.Buffers.Text;
using System.Security.Cryptography;
using Engagement.Journal.Accounts;

namespace Engagement.Hosting.Auth.Accounts;

/// <summary>Ids that say nothing.</summary>
internal static class StaffIds
{
    public static AccountId New() => new("a" + Token());

    public static string NewSession() => "s" + Token();

    private static string Token() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(15));
}
