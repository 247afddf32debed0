namespace Engagement.Cli.Api;

/// <summary>Paths of the contract, with names from users escaped.</summary>
internal static class ApiPath
{
    public const string Chains = "v1/chains";

    public const string PolicySchema = "v1/policy/schema";

    public static string Chain(string chain) => $"{Chains}/{Uri.EscapeDataString(chain)}";

    public static string Store(string chain, string store) => $"{Chain(chain)}/stores/{Uri.EscapeDataString(store)}";

    public static string Member(string chain, string member) =>
        $"{Chain(chain)}/members/{Uri.EscapeDataString(member)}";

    public static string Points(string chain, string member) => $"{Member(chain, member)}/points";

    public static string Task(string chain, string task) => $"{Chain(chain)}/tasks/{Uri.EscapeDataString(task)}";

    public static string Message(string chain, string message) =>
        $"{Chain(chain)}/messages/{Uri.EscapeDataString(message)}";

    public static string Campaigns(string chain) => $"{Chain(chain)}/campaigns";

    public static string Campaign(string chain, string campaign) => $"{Campaigns(chain)}/{Uri.EscapeDataString(campaign)}";

    /// <summary>A chain's staff; of null the administrators.</summary>
    public static string Staff(string? chain) => chain is null ? "v1/administrators" : $"{Chain(chain)}/staff";

    public static string Account(string? chain, string account) => $"{Staff(chain)}/{Uri.EscapeDataString(account)}";

    /// <summary>The path with those of the arguments that have a value.</summary>
    public static string With(string path, params ReadOnlySpan<(string Name, string? Value)> arguments)
    {
        var separator = '?';
        foreach (var (name, value) in arguments)
        {
            if (value is null)
                continue;
            path += $"{separator}{name}={Uri.EscapeDataString(value)}";
            separator = '&';
        }

        return path;
    }
}
