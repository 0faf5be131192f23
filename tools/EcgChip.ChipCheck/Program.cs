using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;
using EcgChip.ChipCheck.Projects;

namespace EcgChip.ChipCheck;

/// <summary>The command line: checks the firmware, or writes its chip projects.</summary>
public static class Program
{
    private const int Done = 0;
    private const int Refused = 1;
    private const int Unusable = 2;

    /// <summary>Runs a command.</summary>
    /// <returns>0 done, 1 something is refused, 2 unusable arguments or input.</returns>
    public static int Main(string[] args)
    {
        ParseResult parsed = Commands().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            Console.Error.WriteLine($"{parsed.Errors[0].Message} See --help.");
            return Unusable;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException or System.Xml.XmlException)
        {
            Console.Error.WriteLine(error.Message);
            return Unusable;
        }
    }

    private static RootCommand Commands()
    {
        var root = new Option<string?>("--root")
        {
            Description = "Folder of EcgChip.sln; without it, the nearest folder upwards that has it.",
            Recursive = true,
        };
        var check = new Command(
            "check",
            "Compiles the firmware against reference assemblies of the chip's libraries, holds the result to the chip's limits and the .nfproj "
            + "files to the folders, and prints what is refused.");
        check.SetAction(parsed => Report(FirmwareCheck.Run(Root(parsed.GetValue(root)))));
        var write = new Command(
            "write-projects",
            "Writes the .nfproj and packages.config of each folder of the firmware from its sources, its .csproj and what the compiled code uses, "
            + "and adds missing ones to the solution.");
        write.SetAction(parsed => WriteProjects(Root(parsed.GetValue(root))));
        return new RootCommand("Refuses here what the chip would refuse.") { root, check, write };
    }

    private static int Report(IReadOnlyList<Refusal> refusals)
    {
        foreach (Refusal refusal in refusals)
        {
            Console.WriteLine(refusal);
        }

        Console.WriteLine(refusals.Count == 0 ? "OK" : $"{refusals.Count} refused");
        return refusals.Count == 0 ? Done : Refused;
    }

    private static int WriteProjects(string root)
    {
        (IReadOnlyList<string> written, IReadOnlyList<Refusal> refusals) = ProjectGenerator.Run(root);
        foreach (string file in written)
        {
            Console.WriteLine($"wrote {Path.GetRelativePath(root, file)}");
        }

        return Report(refusals);
    }

    private static string Root(string? given)
    {
        string? folder = Path.GetFullPath(given ?? Directory.GetCurrentDirectory());
        while (folder is not null && !File.Exists(Path.Combine(folder, SolutionFile.FileName)))
        {
            folder = given is null ? Path.GetDirectoryName(folder) : null;
        }

        return folder ?? throw new InvalidDataException($"There is no {SolutionFile.FileName} in {given ?? "this folder or above it"}; name its folder with --root.");
    }
}
