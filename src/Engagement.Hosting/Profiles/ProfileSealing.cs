using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Engagement.Domain.Identity;
using Engagement.Domain.Profiles;
using Engagement.Journal.Profiles;

namespace Engagement.Hosting.Profiles;

/// <summary>
/// Seals profiles: each with a key of its own that is made anew whenever it changes (AES-256-GCM), and that a master key wraps. Whose
/// profile it is is part of the seal, so that a row that was copied to another member does not open.
/// </summary>
public sealed class ProfileSealing(MasterKeys masterKeys)
{
    private const byte Version = 1;
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int TextAt = 1 + NonceBytes + TagBytes;

    public SealedProfile Seal(MemberKey member, Profile profile)
    {
        var text = ProfileJson.Write(profile);
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        var sealedText = new byte[TextAt + text.Length];
        sealedText[0] = Version;
        var nonce = sealedText.AsSpan(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using (var cipher = new AesGcm(key, TagBytes))
            cipher.Encrypt(nonce, text, sealedText.AsSpan(TextAt), sealedText.AsSpan(1 + NonceBytes, TagBytes), WhoseIs(member));
        var (id, wrapped) = masterKeys.Wrap(key);
        CryptographicOperations.ZeroMemory(key);
        CryptographicOperations.ZeroMemory(text);
        return new(id, wrapped, sealedText);
    }

    /// <summary>The profile; null where it cannot be opened: its master key is lost, or it was changed or moved from outside.</summary>
    public Profile? Open(MemberKey member, SealedProfile content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var bytes = content.Bytes.AsSpan();
        if (bytes.Length < TextAt || bytes[0] != Version || masterKeys.Unwrap(content.WrappedKey) is not { Length: KeyBytes } key)
            return null;
        var text = new byte[bytes.Length - TextAt];
        try
        {
            using var cipher = new AesGcm(key, TagBytes);
            cipher.Decrypt(bytes.Slice(1, NonceBytes), bytes[TextAt..], bytes.Slice(1 + NonceBytes, TagBytes), text, WhoseIs(member));
            return ProfileJson.Read(text);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
            CryptographicOperations.ZeroMemory(text);
        }
    }

    // The length of the chain's name before it: no two members are ever written alike.
    private static byte[] WhoseIs(MemberKey member)
    {
        var chain = Encoding.UTF8.GetBytes(member.Chain.Value);
        var id = Encoding.UTF8.GetBytes(member.Member.Value);
        var whose = new byte[1 + sizeof(int) + chain.Length + id.Length];
        whose[0] = Version;
        BinaryPrimitives.WriteInt32BigEndian(whose.AsSpan(1), chain.Length);
        chain.CopyTo(whose.AsSpan(1 + sizeof(int)));
        id.CopyTo(whose.AsSpan(1 + sizeof(int) + chain.Length));
        return whose;
    }
}
