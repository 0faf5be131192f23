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

    /// <summary>Refuses, before any work is done, a path that no file can be written to.</summary>
    /// <exception cref="UnusableInputException">It is a folder, or its folder does not exist.</exception>
    public static void Check(string path)
    {
        if (path == StandardOutput)
        {
            return;
        }

        if (Directory.Exists(path))
        {
            throw new UnusableInputException($"--json {path} is a folder: give the name of a file in it.");
        }

        string? folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (!Directory.Exists(folder))
        {
            throw new UnusableInputException($"--json {path} cannot be written: make the folder {folder} first.");
        }
    }

    /// <summary>
    /// Writes to a file, or to standard output for "-". What stands at the path already, a device or a pipe perhaps, is written into, never replaced.
    /// </summary>
    /// <exception cref="UnusableInputException">It cannot be written; a new file is then gone again.</exception>
    public static void Write(string path, JsonNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        string text = node.ToJsonString(Options);
        if (path == StandardOutput)
        {
            Console.Out.WriteLine(text);
            return;
        }

        bool isNew = !File.Exists(path);
        try
        {
            File.WriteAllText(path, text + Environment.NewLine);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (isNew)
            {
                File.Delete(path);
            }

            throw new UnusableInputException(
                $"--json {path} cannot be written ({exception.Message.TrimEnd('.')}): give a file that you may write to.", exception);
        }
    }
}
