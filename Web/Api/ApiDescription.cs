using Microsoft.OpenApi;
using Restaurant.Web.Security;

namespace Restaurant.Web.Api;

internal static class ApiDescription
{
    /// <summary>/openapi/v1.json: what the API takes and gives, and the two ways a program signs in.</summary>
    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi(options =>
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Restaurant";
            document.Info.Description = "Take an access token from POST /api/auth/token, or an API key from Settings.";
            document.Components ??= new();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                ["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT" },
                ["key"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = ApiKeyAuthentication.Header },
            };
            document.Security =
            [
                new() { [new OpenApiSecuritySchemeReference("token", document)] = [] },
                new() { [new OpenApiSecuritySchemeReference("key", document)] = [] },
            ];
            return Task.CompletedTask;
        }));
}
