using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Engagement.Domain.Time;

namespace Engagement.Hosting.Auth.Accounts;

/// <summary>One-time passwords from an app (RFC 6238): six digits, a new one every 30 seconds, SHA-1 as all apps know it.</summary>
internal static class OneTimePasswords
{
    public const int Digits = 6;

    /// <summary>Seconds.</summary>
    public const int StepLength = 30;

    private const int SecretLength = 20;

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretLength);

    /// <summary>The number of the step of time that an instant lies in.</summary>
    public static long StepOf(Instant at) => Math.DivRem(at.Microseconds, StepLength * 1_000_000L).Quotient;

    /// <summary>The password of a step.</summary>
    public static string Of(ReadOnlySpan<byte> secret, long step, int digits = Digits)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // What RFC 6238 names and apps know; its weakness against collisions is none here.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 15)..]) & int.MaxValue;
        return (number % (int)Math.Pow(10, digits)).ToString(new string('0', digits), CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The step that a password belongs to: the present one, the one before or the one after, for clocks differ. Null for a
    /// password of none of them, or of one up to <paramref name="lastStep"/>, which has been used.
    /// </summary>
    public static long? StepOf(ReadOnlySpan<byte> secret, string password, Instant now, long lastStep)
    {
        var given = Encoding.ASCII.GetBytes(password.Replace(" ", "", StringComparison.Ordinal));
        long? found = null;
        var present = StepOf(now);
        for (var step = present - 1; step <= present + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Of(secret, step)), given) && step > lastStep)
                found = step;
        }

        return found;
    }
}
