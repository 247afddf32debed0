using System.Text;
using System.Text.Json;
using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Erasure;

/// <summary>
/// Who was erased, in a file outside the database: a line each, flushed to the disk. It holds the member's id and nothing else of her,
/// for that is what a restored backup knows her by.
/// </summary>
public sealed class ErasureLog(IOptions<ErasureOptions> options, IConfiguration configuration)
{
    private readonly Lock _gate = new();

    /// <summary>Where it is; null where none is kept.</summary>
    public string? File { get; } = options.Value.LogFile switch
    {
        null => Path.GetFullPath(Path.Combine(configuration["Engagement:KeyFolder"] ?? "data/keys", "erasures.log")),
        "" => null,
        var named => Path.GetFullPath(named),
    };

    /// <summary>Adds a line.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    public void Note(MemberKey member, Instant at)
    {
        if (File is not { } path)
            return;
        var line = JsonSerializer.Serialize(new Line(member.Chain.Value, member.Member.Value, at.ToString()));
        lock (_gate)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var file = new FileStream(path, Settings());
            // A crash may have left half a line; the next one begins on its own.
            file.Write(Encoding.UTF8.GetBytes(file.Length == 0 ? line + "\n" : "\n" + line + "\n"));
            file.Flush(flushToDisk: true);
        }
    }

    /// <summary>Everybody who is in it, each once. What cannot be read as a line is passed over.</summary>
    public IReadOnlyCollection<MemberKey> Read()
    {
        var members = new HashSet<MemberKey>();
        if (File is not { } path || !System.IO.File.Exists(path))
            return members;
        foreach (var text in System.IO.File.ReadLines(path))
        {
            try
            {
                if (text.Length > 0 && JsonSerializer.Deserialize<Line>(text) is { Chain: { } chain, Member: { } member })
                    members.Add(new(new(chain), new(member)));
            }
            catch (JsonException)
            {
                // Half a line, from a crash while it was written: whoever it was for is in the database.
            }
        }

        return members;
    }

    private static FileStreamOptions Settings()
    {
        var settings = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
            settings.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return settings;
    }

    private sealed record Line(string Chain, string Member, string At);
}
