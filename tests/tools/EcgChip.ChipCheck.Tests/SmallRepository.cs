using System;
using System.IO;
using System.Linq;
using EcgChip.ChipCheck.Projects;

namespace EcgChip.ChipCheck.Tests;

/// <summary>A repository of two firmware projects in a folder of its own, to be broken by a test.</summary>
internal sealed class SmallRepository : IDisposable
{
    public const string Library = "EcgChip.Signal";
    public const string Program = "EcgChip.Device";

    public SmallRepository()
    {
        Root = Directory.CreateTempSubdirectory("ecgchip").FullName;
        Write($"firmware/{Library}/{Library}.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />");
        Write($"firmware/{Library}/Filters/Baseline.cs", "namespace EcgChip.Signal { public class Baseline { public int Step(int a) { return a; } } }");
        Write(
            $"firmware/{Program}/{Program}.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup>
                <ProjectReference Include="../{Library}/{Library}.csproj" />
                <ProjectReference Include="../../tools/EcgChip.NanoHost/EcgChip.NanoHost.csproj" />
              </ItemGroup>
            </Project>
            """);
        Write(
            $"firmware/{Program}/Program.cs",
            """
            namespace EcgChip.Device
            {
                public static class Program
                {
                    public static void Main()
                    {
                        var bus = new System.Device.Spi.SpiDevice(new System.Device.Spi.SpiConnectionSettings(1, 5));
                        bus.WriteByte((byte)new EcgChip.Signal.Baseline().Step(3));
                    }
                }
            }
            """);
        Write(
            SolutionFile.FileName,
            "\nMicrosoft Visual Studio Solution File, Format Version 12.00\n"
            + string.Concat(new[] { Library, Program }.Select(name =>
                $"Project(\"{NanoProjectWriter.CSharpProjectType}\") = \"{name}\", \"firmware\\{name}\\{name}.csproj\", \"{Guid.NewGuid():B}\"\nEndProject\n"))
            + "Global\n\tGlobalSection(ProjectConfigurationPlatforms) = postSolution\n\tEndGlobalSection\nEndGlobal\n");
        Assert.Empty(ProjectGenerator.Run(Root).Refusals);
    }

    public string Root { get; }

    /// <summary>Path of a program's file.</summary>
    public static string File(string name) => $"firmware/{Program}/{name}";

    public string Read(string path) => System.IO.File.ReadAllText(Path.Combine(Root, path));

    public void Write(string path, string text)
    {
        string full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        System.IO.File.WriteAllText(full, text);
    }

    /// <summary>Replaces some text of a file; the text must be there.</summary>
    public void Change(string path, string from, string to)
    {
        string text = Read(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        Write(path, text.Replace(from, to, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
