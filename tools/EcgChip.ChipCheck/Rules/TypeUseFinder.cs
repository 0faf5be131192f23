using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace EcgChip.ChipCheck.Rules;

/// <summary>Finds every place where an assembly names a type: signatures, locals, handlers and the operands of instructions.</summary>
internal static class TypeUseFinder
{
    /// <summary>All uses, in the order of the assembly.</summary>
    public static IEnumerable<TypeUse> Find(CheckedAssembly assembly)
    {
        foreach (TypeDefinition type in assembly.Types)
        {
            foreach (TypeReference used in Heads(type).Concat(type.Interfaces.Select(implementation => implementation.InterfaceType)).SelectMany(Parts))
            {
                yield return new TypeUse(used, type, null);
            }

            foreach (FieldDefinition field in type.Fields)
            {
                foreach (TypeReference used in Parts(field.FieldType))
                {
                    yield return new TypeUse(used, field, null);
                }
            }

            foreach (TypeUse use in type.Methods.SelectMany(InMethod))
            {
                yield return use;
            }
        }
    }

    private static IEnumerable<TypeReference> Heads(TypeDefinition type)
    {
        if (type.BaseType is not null)
        {
            yield return type.BaseType;
        }

        foreach (GenericParameter parameter in type.GenericParameters)
        {
            yield return parameter;
        }
    }

    private static IEnumerable<TypeUse> InMethod(MethodDefinition method)
    {
        IEnumerable<TypeReference> named = Signature(method).Concat(method.GenericParameters);
        if (method.HasBody)
        {
            named = named.Concat(method.Body.Variables.Select(variable => variable.VariableType))
                .Concat(method.Body.ExceptionHandlers.Where(handler => handler.CatchType is not null).Select(handler => handler.CatchType));
        }

        foreach (TypeReference used in named.SelectMany(Parts))
        {
            yield return new TypeUse(used, method, null);
        }

        if (!method.HasBody)
        {
            yield break;
        }

        foreach (Instruction instruction in method.Body.Instructions)
        {
            foreach (TypeReference used in InOperand(instruction.Operand).SelectMany(Parts))
            {
                yield return new TypeUse(used, method, instruction);
            }
        }
    }

    private static IEnumerable<TypeReference> InOperand(object? operand) => operand switch
    {
        TypeReference type => [type],
        GenericInstanceMethod method => Signature(method).Append(method.DeclaringType).Concat(method.GenericArguments),
        MethodReference method => Signature(method).Append(method.DeclaringType),
        FieldReference field => [field.FieldType, field.DeclaringType],
        CallSite site => site.Parameters.Select(parameter => parameter.ParameterType).Append(site.ReturnType),
        _ => [],
    };

    private static IEnumerable<TypeReference> Signature(MethodReference method) =>
        method.Parameters.Select(parameter => parameter.ParameterType).Append(method.ReturnType);

    /// <summary>The type and what it is made of: an array and its elements, a generic instance and its arguments.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference type)
    {
        yield return type;
        if (type is IGenericInstance instance)
        {
            foreach (TypeReference part in instance.GenericArguments.SelectMany(Parts))
            {
                yield return part;
            }
        }

        // a function pointer is made of a signature, not of one type
        if (type is TypeSpecification specification and not (GenericInstanceType or FunctionPointerType))
        {
            foreach (TypeReference part in Parts(specification.ElementType))
            {
                yield return part;
            }
        }
    }
}
