[assembly: TestFramework("Negotiations.Testing.TestRun", "Negotiations.Testing")]
