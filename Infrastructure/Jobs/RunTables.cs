using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Jobs;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Jobs;

/// <summary>
/// The few runs that are not over, and the fewer that are under way, read by the index that holds nothing else. SQLite keeps no statistics of a table that
/// grew, and would go through the whole history by another index.
/// </summary>
internal static class RunTables
{
    public static IQueryable<JobRun> OpenRuns(this RestaurantDb database) => database.JobRuns.FromSqlRaw(database.IsPostgres
        ? """SELECT * FROM job_runs WHERE "FinishedAt" IS NULL"""
        : """SELECT * FROM job_runs INDEXED BY "IX_job_runs_open" WHERE "FinishedAt" IS NULL""").AsNoTracking();

    public static IQueryable<JobRun> RunningRuns(this RestaurantDb database) => database.JobRuns.FromSqlRaw(database.IsPostgres
        ? """SELECT * FROM job_runs WHERE "State" = 'Running'"""
        : """SELECT * FROM job_runs INDEXED BY "IX_job_runs_running" WHERE "State" = 'Running'""").AsNoTracking();
}
