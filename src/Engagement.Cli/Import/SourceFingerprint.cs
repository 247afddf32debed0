using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Engagement.Cli.Import;

/// <summary>Tells whether a file and what is done with it are those of an earlier run.</summary>
internal static class SourceFingerprint
{
    private const int HeadBytes = 64 * 1024;

    /// <summary>Of size, time of the last change and first bytes of the file, the request, and the server.</summary>
    public static string Of(ImportRequest request, Uri server)
    {
        // Rows up to the checkpoint are skipped unseen, so that a file changed anywhere must count as another one.
        using var file = File.OpenRead(request.File);
        var head = new byte[Math.Min(HeadBytes, file.Length)];
        file.ReadExactly(head);
        var changed = File.GetLastWriteTimeUtc(request.File).ToString("O", CultureInfo.InvariantCulture);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{server}\n{file.Length}\n{changed}\n{request.Describe()}\n")));
        hash.AppendData(head);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
