using System;
using System.Text.Json;

namespace EcgChip.Cli.Tests;

/// <summary>What came of a command.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Error)
{
    /// <summary>Standard output, which is JSON and nothing else.</summary>
    public JsonElement Json()
    {
        using JsonDocument document = JsonDocument.Parse(Output);
        return document.RootElement.Clone();
    }

    /// <summary>Exit code 2, one sentence on standard error that says this, and nothing else anywhere.</summary>
    public void IsRefusedBecause(string phrase)
    {
        Assert.Equal(Cli.ExitCode.Unusable, ExitCode);
        Assert.Equal("", Output);
        Assert.Contains(phrase, Error, StringComparison.Ordinal);
        Assert.StartsWith("ecgchip: ", Error, StringComparison.Ordinal);
        Assert.EndsWith("." + Environment.NewLine, Error, StringComparison.Ordinal);
        string sentence = Error[..^Environment.NewLine.Length];
        Assert.DoesNotContain('\n', sentence);

        // A second sentence would begin with a capital; a file's name may end with a full stop.
        Assert.DoesNotMatch(@"\. [A-Z]", sentence);
        Assert.DoesNotContain("Exception", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", sentence, StringComparison.Ordinal);

        // What is wrong stands before the colon, what to do behind it or behind a semicolon.
        Assert.Contains(':', sentence["ecgchip: ".Length..]);
    }
}
