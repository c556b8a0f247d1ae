using System.Security.Claims;

namespace Restaurant.Web.Security;

internal static class Identities
{
    extension(ClaimsPrincipal user)
    {
        /// <summary>The name for the audit: a person's e-mail or a key's name. Never empty, because every place that acts asks for a role.</summary>
        public string Who => user.Identity?.Name is { Length: > 0 } name
            ? name
            : throw new InvalidOperationException("An act needs somebody who is signed in: the place that calls this must ask for a role.");
    }
}
