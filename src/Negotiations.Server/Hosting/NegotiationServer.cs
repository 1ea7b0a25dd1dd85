using JasperFx;
using JasperFx.CodeGeneration;
using JasperFx.Events.Daemon;
using Marten;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Negotiations.Server.Desk;
using Negotiations.Server.Pages;
using Negotiations.Server.Replicas;
using Npgsql;
using Wolverine;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Postgresql;

namespace Negotiations.Server;

/// <summary>Marten, Wolverine's handlers with their outbox, and the questions over HTTP.</summary>
public static class NegotiationServer
{
    /// <summary>The schema of what Wolverine keeps: messages, queues, nodes.</summary>
    public const string MessageSchema = "wolverine";

    // By this the daemon knows what passes by itself. Its own list does not have a failover among several hosts.
    static NegotiationServer() =>
        TransientFailures.AddClassifier(exception => AppendFailure.IsTransient(exception) ? true : null);

    /// <summary>Builds the server. It changes no schema: that is for <see cref="ServerMigration"/>.</summary>
    /// <param name="builder">The configuration of the web application.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="dataSource">Connections to the database (see <see cref="ProgramConnections"/>).</param>
    /// <param name="standbys">Connections to its standbys, which may answer what is bounded on the record clock; null
    /// where there are none (see <see cref="ProgramConnections.CreateForStandbys"/>).</param>
    /// <param name="cancellationToken">Cancels the look at the database.</param>
    /// <exception cref="ArgumentException">It would listen where it cannot, or where its settings do not allow
    /// it.</exception>
    /// <exception cref="NoStoreException">The database has no store.</exception>
    /// <exception cref="NotMigratedException">The database lacks what the server needs beside the store.</exception>
    /// <exception cref="NewerDatabaseException">A newer version of the program has used the database.</exception>
    public static async Task<WebApplication> BuildAsync(
        WebApplicationBuilder builder,
        ServerSettings settings,
        NpgsqlDataSource dataSource,
        NpgsqlDataSource? standbys = null,
        CancellationToken cancellationToken = default
    )
    {
        Listening.RequireAddresses(builder.Configuration);
        if (settings.SingleUser)
            Listening.RequireLoopback(builder.Configuration);
        Listening.RequireHosts(builder.Configuration);
        var store = await MartenEventStore.OpenExistingAsync(dataSource, cancellationToken: cancellationToken);
        await ServerMigration.RequireAsync(dataSource, settings, cancellationToken);
        var replica = standbys is null ? null : store.OnReplica(standbys);
        builder.Services.AddSingleton(services => new ReplicaReader(
            services.GetRequiredService<MartenEventStore>(),
            replica
        ));
        return Build(builder, settings, dataSource, documents =>
            store.WithDocumentStore(documents, settings.WaitForFacts)
        );
    }

    /// <summary>Builds the server without a look at the database.</summary>
    /// <param name="open">Gives the store that appends through a document store.</param>
    internal static WebApplication Build(
        WebApplicationBuilder builder,
        ServerSettings settings,
        NpgsqlDataSource dataSource,
        Func<Func<IDocumentStore>, MartenEventStore> open
    )
    {
        Configure(builder, settings, dataSource, AutoCreate.None);
        builder.Services.AddSingleton(services => open(services.GetRequiredService<IDocumentStore>));
        builder.Services.AddWolverineHttp();
        builder.Services.TryAddSingleton(services => new ReplicaReader(
            services.GetRequiredService<MartenEventStore>(),
            replica: null
        ));
        builder.Services.AddSingleton<AnswerCache>();
        builder.Services.AddSingleton<RecordWatch>();
        builder.Services.AddSingleton<FeedEntries>();
        builder.Services.AddSingleton<PageServices>();
        if (settings.SingleNode)
            builder.Services.AddHostedService<DaemonRestarts>();
        builder.Services.AddProblemDetails(Problems.AddDetail);
        builder.Services.AddExceptionHandler<ProblemResponses>();
        AccessControl.Add(builder.Services, settings);
        ProtectionKeys.Add(builder.Services);
        DeskEndpoints.Add(builder.Services, settings);
        RateLimits.Add(builder.Services, settings);
        HealthChecks.Add(builder.Services, dataSource);
        Telemetry.Add(builder.Services, settings);
        var app = builder.Build();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        // Here, or else it would come before all others, and what fails in it would be nobody's.
        app.UseAuthentication();
        app.Use(HeadRequests.AnswerAsync);
        app.UseRouting();
        app.Use(AccessControl.CheckAsync);
        app.UseRateLimiter();
        app.Use(MediaTypes.RequireAsync);
        app.MapWolverineEndpoints();
        ApiDocument.Map(app, settings);
        HealthChecks.Map(app);
        DeskEndpoints.Map(app);
        PageEndpoints.Map(app);
        return app;
    }

    /// <summary>Configures Marten and Wolverine, to run or to migrate.</summary>
    internal static void Configure(
        WebApplicationBuilder builder,
        ServerSettings settings,
        NpgsqlDataSource dataSource,
        AutoCreate messageTables
    )
    {
        builder.Services.AddSingleton(settings);
        builder
            .Services.AddMarten(options =>
            {
                MartenConfiguration.Configure(options, dataSource);
                options
                    .Schema.For<PublishedChange>()
                    .DocumentAlias("published_change")
                    .Identity(change => change.Id)
                    .Index(change => change.Negotiation);
                options
                    .Schema.For<EarlierIntake>()
                    .DocumentAlias("earlier_intake")
                    .Identity(intake => intake.Id)
                    .Index(intake => intake.At);
                options
                    .Schema.For<SignedIntake>()
                    .DocumentAlias("signed_intake")
                    .Identity(intake => intake.Id)
                    .Index(intake => intake.Negotiation);
                options
                    .Schema.For<CodingDraft>()
                    .DocumentAlias("coding_draft")
                    .Identity(draft => draft.Id)
                    .UseNumericRevisions(true)
                    .Metadata(metadata => metadata.Revision.MapTo(draft => draft.Version));
                options.Schema.For<ApiKey>().DocumentAlias("api_key").Identity(key => key.Name);
                options.Schema.For<ProtectionKey>().DocumentAlias("protection_key").Identity(key => key.Id);
                options.Schema.For<PendingRevisit>().DocumentAlias("due_check").Identity(revisit => revisit.Stream);
            })
            .UseLightweightSessions()
            .IntegrateWithWolverine(integration =>
            {
                integration.MessageStorageSchemaName = MessageSchema;
                integration.TransportSchemaName = MessageSchema;
                integration.AutoCreate = messageTables;
                integration.UseWolverineManagedEventSubscriptionDistribution = true;
            });
        builder.Host.UseWolverine(options =>
        {
            options.ApplicationAssembly = typeof(NegotiationServer).Assembly;
            options.ServiceName = "negotiations";
            options.AutoBuildMessageStorageOnStartup = messageTables;
            // The code is written beforehand, into Internal/Generated: no compiler runs here, and none is there.
            options.CodeGeneration.TypeLoadMode = TypeLoadMode.Static;
            options.Policies.AutoApplyTransactions();
            options.Policies.UseDurableLocalQueues();
            options.Policies.UseDurableOutboxOnAllSendingEndpoints();
            options.DefaultExecutionTimeout = settings.HandleWithin;
            options.Durability.Mode = settings.SingleNode ? DurabilityMode.Solo : DurabilityMode.Balanced;
            // A node that was killed is noticed by its silence. The defaults are ten seconds and a minute.
            options.Durability.HealthCheckPollingTime = TimeSpan.FromSeconds(2);
            options.Durability.StaleNodeTimeout = TimeSpan.FromSeconds(10);
            // A daemon that lost the database goes on soon after it is back, and not five minutes later.
            options.Durability.TransientFailureRestartMaxBackoff = TimeSpan.FromSeconds(30);
            // A dead letter can hold what is to be erased: it may not stay for ever.
            options.Durability.DeadLetterQueueExpirationEnabled = true;
            FailurePolicies.AddTo(options, settings);
            if (settings.ChangesTable is not null)
                options.PublishMessage<AnswerChanged>().ToPostgresqlQueue(settings.ChangesQueue!);
        });
    }
}
