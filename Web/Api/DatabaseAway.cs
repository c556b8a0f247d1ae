using System.Data.Common;

namespace Restaurant.Web.Api;

internal static class DatabaseAway
{
    /// <summary>503 where the database is away, full or too busy: the same request will work in a while. Everything else is an error of ours.</summary>
    public static int StatusOf(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is DbException { IsTransient: true })
                return StatusCodes.Status503ServiceUnavailable;
        }

        return StatusCodes.Status500InternalServerError;
    }
}
