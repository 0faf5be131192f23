namespace EcgChip.Cli.Tests;

/// <summary>Tests that catch what goes to the console, one after the other.</summary>
[CollectionDefinition(Name)]
public static class ConsoleTests
{
    public const string Name = "console";
}
