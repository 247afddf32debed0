using System.Xml.Linq;
using Engagement.Journal;
using Engagement.Journal.Postgres;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Databases;

/// <summary>
/// On a database that nodes share, the keys that protect sign-in cookies lie in it: whoever signed in on one node is known to
/// all. A node with a file of its own keeps them beside the file.
/// </summary>
internal sealed class SharedProtectionKeys(IStore store) : IPostConfigureOptions<KeyManagementOptions>
{
    public void PostConfigure(string? name, KeyManagementOptions options)
    {
        if (store is PostgresStore postgres)
            options.XmlRepository = new Repository(postgres.Keys);
    }

    // The framework asks for keys in calls that cannot wait; it does so once a day, and never on the way of a request.
    private sealed class Repository(PostgresProtectionKeys keys) : IXmlRepository
    {
        public IReadOnlyCollection<XElement> GetAllElements() =>
            [.. Task.Run(() => keys.ListAsync(CancellationToken.None)).GetAwaiter().GetResult().Select(XElement.Parse)];

        public void StoreElement(XElement element, string friendlyName) =>
            Task.Run(() => keys.AddAsync(friendlyName, element.ToString(SaveOptions.DisableFormatting), CancellationToken.None))
                .GetAwaiter().GetResult();
    }
}
