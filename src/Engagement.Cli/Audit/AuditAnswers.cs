using System.Security.Cryptography;
using System.Text;

namespace Engagement.Cli.Audit;

internal sealed record AuditPage(IReadOnlyList<AuditEntry> Items, string? Next, AuditHead Head);

/// <summary>An entry as the server has it: the text that was hashed, and the hash.</summary>
internal sealed record AuditEntry(long Number, string Entry, string Hash);

internal sealed record AuditHead(long Number, string Hash);

/// <summary>What the text of an entry says.</summary>
internal sealed record AuditText(
    string? Trail, long Number, string? Time, string? Actor, string? Role, string? Action, string? Subject, string? Outcome, string? Address);

/// <summary>A line of a file of heads: how far a trail had come at some time.</summary>
internal sealed record WrittenHead(string? Time, string? Trail, long Number, string? Hash);

/// <summary>How a trail's hashes are made (docs/security/audit.md).</summary>
internal static class AuditHash
{
    public static readonly string First = new('0', 64);

    public static string Of(string before, string entry) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{before}\n{entry}")));
}
