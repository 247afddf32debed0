using System.Net.Mail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Engagement.Hosting.Channels;

/// <summary>Adds the channels. Another is added by registering another <see cref="IChannel"/>.</summary>
internal static class ChannelRegistration
{
    public static void AddChannels(this IServiceCollection services)
    {
        services.AddOptions<ChannelOptions>().BindConfiguration("Engagement:Channels")
            .Validate(
                options => !string.IsNullOrWhiteSpace(options.File.Path),
                "Engagement:Channels:File:Path must name a file.")
            .Validate(
                options => options.Webhook is { Url: null } or { Secrets.Count: > 0 },
                "Engagement:Channels:Webhook:Secrets is missing: a receiver could not tell our messages from anybody's.")
            .Validate(
                options => options.Webhook.Secrets.All(secret => WebhookSecret.Read(secret) is not null),
                $"Engagement:Channels:Webhook:Secrets: each {WebhookSecret.Rule}.")
            .Validate(
                options => options.Webhook.Url is not { } url
                    || (url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttps || (options.AllowPrivateAddresses && url.Scheme == Uri.UriSchemeHttp))),
                "Engagement:Channels:Webhook:Url must be an https URL (http only with Engagement:Channels:AllowPrivateAddresses).")
            .Validate(
                options => options.Webhook.Timeout >= TimeSpan.FromSeconds(0.1) && options.Webhook.Timeout <= TimeSpan.FromSeconds(25),
                "Engagement:Channels:Webhook:Timeout must be from 0.1 to 25 seconds.")
            .Validate(
                options => string.IsNullOrEmpty(options.Smtp.Host) || (MailAddress.TryCreate(options.Smtp.From, out _) && options.Smtp.Port is > 0 and < 65536),
                "Engagement:Channels:Smtp needs From, a mail address, and a Port.")
            .ValidateOnStart();
        services.TryAddSingleton<IAddressBook, EmptyAddressBook>();
        services.AddSingleton<SignedPost>();
        services.AddSingleton<ChainGateways>();
        services.AddSingleton<SealedSecrets>();
        services.AddSingleton<IChannel, FileChannel>();
        services.AddSingleton<IChannel, WebhookChannel>();
        services.AddSingleton<IChannel, SmtpChannel>();
    }
}
