global using Negotiations.Answers;
global using Negotiations.Coding;
