using Engagement.Hosting.Api.Events;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Engagement.Hosting.Api.Documentation;

/// <summary>The API's description at /openapi/v1.json.</summary>
internal static class ApiDocument
{
    public const string Name = "v1";

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "Engagement",
                Version = "v1",
                Description = "Members of clinics, beauty chains, gyms and schools: what happened to them, where they stand, and "
                    + "what is due. Errors are application/problem+json with a stable 'code'. Live data: SignalR hub /hubs/live, "
                    + "stream Watch({ chain, store?, after? }).",
            };
            document.Servers = [];
            document.Components ??= new();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                ["key"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" },
            };
            document.Security = [new() { [new OpenApiSecuritySchemeReference("key", document)] = [] }];
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            SchemaExamples.Apply(schema, context.JsonTypeInfo.Type);
            PolicySchemas.Apply(schema, context.JsonTypeInfo.Type);
            return Task.CompletedTask;
        });
        options.CreateSchemaReferenceId = type => SchemaNames.Of(type.Type) ?? OpenApiOptions.CreateDefaultSchemaReferenceId(type);
    });
}

/// <summary>What the types on the wire are called in the API's description.</summary>
internal static class SchemaNames
{
    public static string? Of(Type type)
    {
        if (type == typeof(EventToSend))
            return "Event";
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ListOf<>))
            return Of(type.GetGenericArguments()[0]) is { } item ? item + "List" : null;
        var known = type.Namespace?.StartsWith("Engagement.Hosting", StringComparison.Ordinal) == true;
        return known && type.Name.EndsWith("View", StringComparison.Ordinal) ? type.Name[..^4] : known ? type.Name : null;
    }
}
