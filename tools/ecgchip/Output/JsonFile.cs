using System;
using System.IO;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EcgChip.Cli.Output;

/// <summary>Writes JSON where <c>--json</c> says.</summary>
public static class JsonFile
{
    /// <summary>Stands for standard output.</summary>
    public const string StandardOutput = "-";

    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true };

    /// <summary>Writes to a file, or to standard output for "-".</summary>
    public static void Write(string path, JsonNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        string text = node.ToJsonString(Options);
        if (path == StandardOutput)
        {
            Console.Out.WriteLine(text);
            return;
        }

        File.WriteAllText(path, text + Environment.NewLine);
    }
}
