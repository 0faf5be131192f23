using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace EcgChip.ChipCheck.Rules;

/// <summary>
/// Static fields hold constants and small read-only tables alone: every static is made before Main, whatever depends on what, and stays in the
/// heap for good.
/// </summary>
public sealed class StaticFieldRule : IIlRule
{
    /// <summary>Name of the rule, and of what else is refused about statics.</summary>
    internal const string Name = "static-field";

    /// <inheritdoc/>
    public IEnumerable<Refusal> Check(CheckedAssembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        foreach (FieldDefinition field in assembly.Types.Where(type => !IsWrittenByCompiler(type)).SelectMany(type => type.Fields))
        {
            if (!field.IsStatic || field.IsLiteral)
            {
                continue;
            }

            if (!field.IsInitOnly)
            {
                yield return new Refusal(
                    Name, assembly.Where(field),
                    "is a static field that can change; make it const, or a field of an object that Main makes and hands on.");
            }
            else if (!IsConstantOrTable(field.FieldType))
            {
                yield return new Refusal(
                    Name, assembly.Where(field),
                    $"is a static {field.FieldType.Name}; statics are numbers, strings and arrays of them, anything else is made in Main.");
            }
        }

        int bytes = assembly.StaticTableBytes;
        if (bytes > ChipLimits.StaticTableBytes)
        {
            yield return new Refusal(
                Name, assembly.Name,
                $"keeps {bytes} bytes of static tables in the heap for good, {ChipLimits.StaticTableBytes} are the most; "
                + "return a new array from a method and drop it after use.");
        }
    }

    /// <summary>
    /// True for the classes in which the compiler keeps array initialisers and the lambdas that capture nothing: their statics are filled on
    /// first use and read by nobody else.
    /// </summary>
    internal static bool IsWrittenByCompiler(TypeDefinition type) =>
        type.Name == "<>c" || type.Name.StartsWith("<PrivateImplementationDetails>", StringComparison.Ordinal);

    private static bool IsConstantOrTable(TypeReference type)
    {
        TypeReference element = type;
        while (element is ArrayType array)
        {
            element = array.ElementType;
        }

        return element.IsPrimitive || element.MetadataType == MetadataType.String || IsEnum(element);
    }

    private static bool IsEnum(TypeReference type) => type switch
    {
        TypeDefinition definition => definition.IsEnum,

        // an enumeration of another assembly is a value type with no more to see; so is a struct, whose static value needs a constructor
        // to run, which StaticInitialiserRule refuses
        _ => type.IsValueType,
    };
}
