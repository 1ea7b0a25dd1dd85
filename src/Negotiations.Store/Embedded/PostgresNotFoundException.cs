namespace Negotiations.Store;

/// <summary>This machine has no PostgreSQL that could be started for the store.</summary>
/// <param name="found">What was found instead: where was looked, or which versions are too old.</param>
public sealed class PostgresNotFoundException(string found)
    : StoreUnavailableException(
        $"the store needs PostgreSQL {PostgresBinaries.OldestMajor} or later, and none was found on this machine "
            + $"""
            ({found}).
            Do one of these:
              Debian, Ubuntu      sudo apt install postgresql
              Fedora, RHEL        sudo dnf install postgresql-server
              Alpine              apk add postgresql
              macOS               brew install postgresql@17
              Windows             winget install PostgreSQL.PostgreSQL.17
              with Docker         docker compose up -d, then give the connection of docker-compose.yml
              a server elsewhere  --connection "Host=...;Username=...;Database=..."
              installed somewhere else: set NEGOTIATIONS_POSTGRES_BIN to the folder that holds initdb and pg_ctl
            """
    );
