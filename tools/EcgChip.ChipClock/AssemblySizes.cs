using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace EcgChip.ChipClock;

/// <summary>
/// What an assembly takes in the chip's flash, as the desktop's compiler wrote it. The packer shortens what follows many instructions from four
/// bytes to two, so that the chip's IL is somewhat smaller.
/// </summary>
/// <param name="Name">The assembly's simple name.</param>
/// <param name="IlBytes">Bytes of IL of all its methods.</param>
/// <param name="ConstantBytes">Bytes of its array initialisers, and of its string literals in UTF-8 with a zero behind each.</param>
public sealed record AssemblySizes(string Name, int IlBytes, int ConstantBytes)
{
    /// <summary>The packer refuses an assembly with more IL: it numbers the bytes in 16 bits.</summary>
    public const int MostIlBytes = 65_535;

    /// <summary>Measures an assembly.</summary>
    /// <exception cref="FileNotFoundException">There is none at the path.</exception>
    public static AssemblySizes Of(string path)
    {
        using AssemblyReader reader = new([path]);
        ModuleDefinition module = reader.Assemblies[0].MainModule;
        List<TypeDefinition> types = [.. module.GetTypes()];
        List<MethodBody> bodies = [.. types.SelectMany(type => type.Methods).Where(method => method.HasBody).Select(method => method.Body)];
        IEnumerable<string> literals = bodies.SelectMany(body => body.Instructions).Where(instruction => instruction.OpCode.Code == Code.Ldstr)
            .Select(instruction => (string)instruction.Operand).Distinct(StringComparer.Ordinal);
        return new AssemblySizes(
            reader.Assemblies[0].Name.Name,
            bodies.Sum(body => body.CodeSize),
            types.SelectMany(type => type.Fields).Sum(field => field.InitialValue?.Length ?? 0)
                + literals.Sum(literal => Encoding.UTF8.GetByteCount(literal) + 1));
    }
}
