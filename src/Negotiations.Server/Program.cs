using Negotiations.Server;

return await ServerProgram.RunAsync(args);
