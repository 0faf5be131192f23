using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace EcgChip.ChipCheck.Compilation;

/// <summary>
/// Compiles firmware as the chip's build does: C# 9, optimised, no implicit usings, no nullable annotations, and no library but those it is given.
/// </summary>
public static class FirmwareCompiler
{
    private static readonly CSharpParseOptions ParseOptions =
        new(LanguageVersion.CSharp9, DocumentationMode.None, SourceCodeKind.Regular);

    /// <summary>Compiles an assembly.</summary>
    /// <param name="assemblyName">Its name.</param>
    /// <param name="sources">Its sources.</param>
    /// <param name="references">All that it may use.</param>
    /// <param name="isProgram">True when it must have a Main.</param>
    /// <param name="allowUnsafe">True lets pointers through to the rules behind the compiler; the chip's build has it off.</param>
    public static CompiledFirmware Compile(
        string assemblyName, IEnumerable<SourceFile> sources, IEnumerable<MetadataReference> references, bool isProgram = false, bool allowUnsafe = false)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var options = new CSharpCompilationOptions(
            isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            allowUnsafe: allowUnsafe,
            nullableContextOptions: NullableContextOptions.Disable,
            deterministic: true);
        CSharpCompilation compilation = CSharpCompilation.Create(
            assemblyName,
            sources.Select(source => CSharpSyntaxTree.ParseText(SourceText.From(source.Text, Encoding.UTF8), ParseOptions, source.Path)),
            references,
            options);
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        EmitResult result = compilation.Emit(
            image, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        List<Refusal> refusals = result.Diagnostics
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => AsRefusal(assemblyName, diagnostic))
            .ToList();
        return result.Success
            ? new CompiledFirmware(assemblyName, image.ToArray(), symbols.ToArray(), refusals)
            : new CompiledFirmware(assemblyName, null, null, refusals);
    }

    private static Refusal AsRefusal(string assemblyName, Diagnostic diagnostic)
    {
        string where = assemblyName;
        if (diagnostic.Location.IsInSource)
        {
            FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
            where = $"{span.Path}({span.StartLinePosition.Line + 1})";
        }

        return new Refusal(diagnostic.Id, where, diagnostic.GetMessage(CultureInfo.InvariantCulture));
    }
}
