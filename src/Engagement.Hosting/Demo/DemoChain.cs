using Microsoft.AspNetCore.Builder;

namespace Engagement.Hosting.Demo;

public sealed class DemoChain
{
    public const string Name = "Glow";
    public static bool IsWanted(string[] args) => args.Contains("--demo");
}
public static class DemoRegistration { public static void AddDemoChain(this WebApplicationBuilder builder) { } }
