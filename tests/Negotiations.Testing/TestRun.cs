using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Negotiations.Testing;

/// <summary>A run of the tests of one assembly: before it ends, so does its server.</summary>
/// <remarks>An assembly asks for it by an attribute, <c>Xunit.TestFramework</c>.</remarks>
public sealed class TestRun(IMessageSink messageSink) : XunitTestFramework(messageSink)
{
    /// <inheritdoc/>
    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) =>
        new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Executor(
        AssemblyName assemblyName,
        ISourceInformationProvider sources,
        IMessageSink diagnostics
    ) : XunitTestFrameworkExecutor(assemblyName, sources, diagnostics)
    {
        protected override async void RunTestCases(
            IEnumerable<IXunitTestCase> testCases,
            IMessageSink sink,
            ITestFrameworkExecutionOptions options
        )
        {
            using var runner = new Runner(TestAssembly, testCases, DiagnosticMessageSink, sink, options);
            await runner.RunAsync();
        }
    }

    private sealed class Runner(
        ITestAssembly assembly,
        IEnumerable<IXunitTestCase> testCases,
        IMessageSink diagnostics,
        IMessageSink sink,
        ITestFrameworkExecutionOptions options
    ) : XunitTestAssemblyRunner(assembly, testCases, diagnostics, sink, options)
    {
        protected override async Task BeforeTestAssemblyFinishedAsync()
        {
            await base.BeforeTestAssemblyFinishedAsync();
            await TestServer.StopAsync();
        }
    }
}
