namespace Engagement.Hosting.Api.Sessions;

/// <summary>An identity provider that a browser may sign in through.</summary>
/// <param name="Title">What people call it.</param>
/// <param name="Path">Where the browser goes.</param>
public sealed record ProviderView(string Name, string Title, string Path);
