using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Npgsql;
using Restaurant.Domain.Shared;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Web.Commands;

/// <summary>What keeps the program from starting, in words for whoever starts it. What is not known here is a fault of ours and keeps its stack.</summary>
internal static class StartProblem
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteFull = 13;
    private const int SqliteNoDatabase = 26;

    /// <summary>Null where the exception is none of these.</summary>
    public static string? Of(Exception? exception) => exception switch
    {
        null => null,
        UnusableSettingException or CryptographicException => exception.Message,
        InvalidDataException { InnerException: not null } => $"{exception.Message} {Innermost(exception).Message} Put the file right; it must be JSON. Without the file, every setting has its default.",
        IOException { InnerException: AddressInUseException } =>
            $"{exception.Message.TrimEnd('.')}. End the other program, or listen elsewhere: --urls http://localhost:5081",
        FormatException or InvalidOperationException when exception.Source?.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) == true =>
            $"{exception.Message.TrimEnd('.')}. Write the address as --urls http://localhost:5080",
        SocketException socket => $"The address in --urls cannot be listened on: {socket.Message.TrimEnd('.')}. Take another one, for example --urls http://localhost:5081",
        NpgsqlException database => Of(database),
        SqliteException database => Of(database),
        UnauthorizedAccessException or IOException =>
            $"{exception.Message.TrimEnd('.')}. The program writes to its data folder: give its user the right to, make room there, or name another folder with --data.",
        _ => Of(exception.InnerException),
    };

    private static string Of(NpgsqlException exception) => exception is PostgresException said
        ? said.SqlState switch
        {
            PostgresErrorCodes.InvalidCatalogName => $"{First(said.MessageText)}. Make it (createdb), or name another one in ConnectionStrings:Restaurant.",
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
                $"PostgreSQL lets nobody in by these words: {First(said.MessageText)}. Put Username and Password in ConnectionStrings:Restaurant right.",
            PostgresErrorCodes.InsufficientPrivilege =>
                $"PostgreSQL refuses: {First(said.MessageText)}. The user in ConnectionStrings:Restaurant must own the database (ALTER DATABASE … OWNER TO …).",
            _ => $"PostgreSQL refuses: {First(said.MessageText)} ({said.SqlState}). Its own log says more.",
        }
        : $"PostgreSQL does not answer: {First(exception.Message)}: {First(Innermost(exception).Message)}. Start it, or put ConnectionStrings:Restaurant right.";

    private static string Of(SqliteException exception) => exception.SqliteErrorCode switch
    {
        SqliteNoDatabase => "The file of the database is none, or it is damaged. Restore it from a backup, or name another folder with --data.",
        SqliteBusy or SqliteLocked => "The database is in use by another program. End that one, or name another folder with --data.",
        SqliteFull => "The disk of the database is full. Make room, then start again.",
        _ => $"The database cannot be opened or written: {First(exception.Message)}. Give the program's user the right to its folder, or name another one with --data.",
    };

    private static Exception Innermost(Exception exception) => exception.GetBaseException();

    private static string First(string words) => Outages.FirstLine(words).TrimEnd('.');
}
