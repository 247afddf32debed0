using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Engagement.Journal;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Profiles;

/// <summary>
/// The keys that wrap the keys of profiles. They lie in a folder of their own, never in the database, and are other keys than those
/// of sign-in cookies (docs/security, personal data).
/// </summary>
public sealed class MasterKeys : IDisposable
{
    private const string Purpose = "Engagement.PersonalData.v1";
    private const string SecretPurpose = "Engagement.PersonalData.SearchSecret.v1";
    private const string SecretFile = "search-secret";
    private const int SecretBytes = 32;

    // What is protected begins with four bytes that say so, then the id of the key.
    private const int IdAt = 4;
    private const int IdBytes = 16;

    private readonly ServiceProvider _services;
    private readonly IDataProtector _protector;
    private readonly Lazy<byte[]> _secret;

    public MasterKeys(IConfiguration configuration, IOptions<PersonalDataOptions> options, ILoggerFactory? logging = null)
        : this(FolderOf(configuration, options.Value), options.Value.Certificate, logging)
    {
    }

    /// <param name="logging">Where new and unreadable keys are told; null for nowhere.</param>
    public MasterKeys(string folder, PersonalDataCertificate certificate, ILoggerFactory? logging = null)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        Folder = Path.GetFullPath(folder);
        var services = new ServiceCollection();
        if (logging is not null)
            services.AddSingleton(logging);
        var keys = services.AddDataProtection().SetApplicationName("Engagement").PersistKeysToFileSystem(MakeFolder());
        if (certificate.Path is { Length: > 0 } path)
        {
            var sealing = Load(path, certificate.Password);
            keys.ProtectKeysWithCertificate(sealing).UnprotectKeysWithAnyCertificate(sealing);
        }

        _services = services.BuildServiceProvider();
        var protection = _services.GetRequiredService<IDataProtectionProvider>();
        _protector = protection.CreateProtector(Purpose);
        _secret = new(() => ReadSecret(protection.CreateProtector(SecretPurpose)));
    }

    public string Folder { get; }

    /// <summary>The secret that all digests are made with. It is made once, and is the same for as long as the folder is.</summary>
    /// <exception cref="ProfilesUnreadableException">It cannot be read, or is not the one that belongs to this database.</exception>
    public byte[] SearchSecret => IsForeign
        ? throw new ProfilesUnreadableException("The folder of the keys of profiles is not the one that this database's profiles were kept with.")
        : _secret.Value;

    /// <summary>The folder was found to belong to another database, or to have been lost: nothing is to be kept with it.</summary>
    public bool IsForeign { get; set; }

    /// <summary>The id of the key that wraps now.</summary>
    public string NewestId() => IdOf(_protector.Protect([]));

    /// <summary>Makes a new master key, as happens by itself every 90 days; whoever opens the folder next wraps with it.</summary>
    internal void MakeNew(DateTimeOffset now) => _services.GetRequiredService<IKeyManager>().CreateNewKey(now, now + TimeSpan.FromDays(90));

    /// <summary>A key as the store may have it, with the id of the master key that wrapped it.</summary>
    public (string Id, byte[] Wrapped) Wrap(byte[] key)
    {
        var wrapped = _protector.Protect(key);
        return (IdOf(wrapped), wrapped);
    }

    /// <summary>The key that was wrapped; null where its master key is not there any more, or it is none of ours.</summary>
    public byte[]? Unwrap(byte[] wrapped)
    {
        try
        {
            return _protector.Unprotect(wrapped);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Dispose() => _services.Dispose();

    // Whoever can read it has half of what opens every profile.
    private DirectoryInfo MakeFolder() => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(Folder)
        : Directory.CreateDirectory(Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    private static X509Certificate2 Load(string path, string? password)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(path, password);
        }
        catch (CryptographicException exception)
        {
            throw new JournalRefusedException($"Engagement:PersonalData:Certificate: '{path}' cannot be opened: {exception.Message}", exception);
        }
    }

    private static string IdOf(byte[] wrapped) => new Guid(wrapped.AsSpan(IdAt, IdBytes)).ToString("N");

    private static string FolderOf(IConfiguration configuration, PersonalDataOptions options) => options.KeyFolder is { Length: > 0 } folder
        ? folder
        : Path.Combine(Path.GetDirectoryName(Path.GetFullPath(configuration["Engagement:KeyFolder"] ?? "data/keys")) ?? "/", "profile-keys");

    private byte[] ReadSecret(IDataProtector protector)
    {
        var file = Path.Combine(Folder, SecretFile);
        if (!File.Exists(file))
        {
            var made = $"{file}.{Guid.NewGuid():N}";
            File.WriteAllBytes(made, protector.Protect(RandomNumberGenerator.GetBytes(SecretBytes)));
            // Of nodes that start at once one is first, and its secret is everybody's.
            try
            {
                File.Move(made, file, overwrite: false);
            }
            catch (IOException)
            {
                File.Delete(made);
                if (!File.Exists(file))
                    throw;
            }
        }

        try
        {
            return protector.Unprotect(File.ReadAllBytes(file));
        }
        catch (CryptographicException exception)
        {
            throw new ProfilesUnreadableException("The secret behind search cannot be read: the keys in its folder are others.", exception);
        }
    }
}
