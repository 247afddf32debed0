using System.Security.Cryptography;

namespace Engagement.Journal.Referrals;

/// <summary>A code that can be told on the phone and written by hand: no letter in it is taken for a digit.</summary>
internal static class ReferralCode
{
    private const int Length = 8;

    public static string New() => RandomNumberGenerator.GetString("23456789ABCDEFGHJKMNPQRSTUVWXYZ", Length);
}
