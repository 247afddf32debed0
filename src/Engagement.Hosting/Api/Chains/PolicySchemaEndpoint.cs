using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Hosting.Api.Documentation;
using Engagement.Hosting.Auth;
using Engagement.Journal.Formats;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Hosting.Api.Chains;

/// <summary>What a policy may say, for editors and forms. It is the same for every chain.</summary>
internal static class PolicySchemaEndpoint
{
    private const string ContentType = "application/schema+json";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void MapPolicySchema(this RouteGroupBuilder api) =>
        api.MapGet("/policy/schema", GetAsync).WithName("getPolicySchema").NeedsOnlySigningIn().WithSummary("The JSON Schema of policies")
            .WithDescription("Draft 2020-12, with defaults and bounds. Rules between two fields, and whether a text can be written, are checked only when a policy is put.")
            .Produces<JsonNode>(200, ContentType);

    private static async Task<IResult> GetAsync(
        [FromKeyedServices(ApiDocument.Name)] IOpenApiDocumentProvider documents, CancellationToken cancellation)
    {
        var described = (await documents.GetOpenApiDocumentAsync(cancellation).ConfigureAwait(false)).Components?.Schemas;
        return TypedResults.Text(PolicySchema.Of(Words).ToJsonString(Readable), ContentType);

        // The same words as in the API's description, where the types of the policy go by their own names.
        string? Words(Type type, string field) =>
            described?.TryGetValue(type.Name, out var known) == true && known.Properties?.TryGetValue(field, out var found) == true ? found.Description : null;
    }
}
