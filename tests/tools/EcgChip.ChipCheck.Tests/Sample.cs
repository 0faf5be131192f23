using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.ChipCheck.ChipApi;
using EcgChip.ChipCheck.Compilation;
using EcgChip.ChipCheck.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EcgChip.ChipCheck.Tests;

/// <summary>Takes a piece of source the way of the firmware: through the compiler, then through the rules.</summary>
internal static class Sample
{
    /// <summary>An assembly that may use every library of the chip.</summary>
    public const string Program = "EcgChip.Device";

    private static readonly Lazy<IReadOnlyList<MetadataReference>> DesktopLibraries = new(() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(System.IO.Path.PathSeparator)
            .Where(path => System.IO.Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))
            .ToList());

    /// <summary>What is refused in a source.</summary>
    public static IReadOnlyList<Refusal> Refusals(string source, string assemblyName = Program, bool allowUnsafe = false)
    {
        CompiledFirmware firmware = Compile(source, assemblyName, allowUnsafe);
        if (firmware.Image is null)
        {
            return firmware.Refusals;
        }

        using CheckedAssembly assembly = CheckedAssembly.Open(firmware);
        return IlRules.Check(assembly);
    }

    /// <summary>Names of the rules that refuse a source, each once.</summary>
    public static IReadOnlyList<string> Rules(string source, string assemblyName = Program, bool allowUnsafe = false) =>
        Refusals(source, assemblyName, allowUnsafe).Select(refusal => refusal.Rule).Distinct().ToList();

    /// <summary>What the compiler makes of a source.</summary>
    public static CompiledFirmware Compile(string source, string assemblyName = Program, bool allowUnsafe = false) =>
        FirmwareCompiler.Compile(
            assemblyName,
            [new SourceFile("Sample.cs", source)],
            ReferenceAssemblies.Default.References(ChipLibraries.Default.FirmwareAssemblies),
            allowUnsafe: allowUnsafe);

    /// <summary>True where a source compiles with the desktop's libraries and the newest C#.</summary>
    public static bool CompilesOnTheDesktop(string source)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Desktop",
            [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest))],
            DesktopLibraries.Value,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        return !compilation.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    /// <summary>A class around some members.</summary>
    public static string Class(string members) => "using System;\nclass Sample\n{\n" + members + "\n}";
}
