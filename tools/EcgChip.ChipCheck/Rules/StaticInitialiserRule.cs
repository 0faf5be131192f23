using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace EcgChip.ChipCheck.Rules;

/// <summary>
/// A static initialiser holds constants, and nothing of another class. The chip runs the initialisers in the order of the types' names: one that
/// reads another class's static, or calls code that may, sees 0 or null, and an exception in one is swallowed.
/// Read is: a load or store of a static field of another class, the library's included, or any call but the one that fills an array from its
/// initialiser.
/// </summary>
public sealed class StaticInitialiserRule : IIlRule
{
    private const string Name = "static-initialiser";
    private const string FillArray = "System.Void System.Runtime.CompilerServices.RuntimeHelpers::InitializeArray(System.Array,System.RuntimeFieldHandle)";
    private static readonly Code[] FieldAccess = [Code.Ldsfld, Code.Ldsflda, Code.Stsfld];
    private static readonly Code[] Calls = [Code.Call, Code.Callvirt, Code.Newobj];

    /// <inheritdoc/>
    public IEnumerable<Refusal> Check(CheckedAssembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return assembly.MethodsWithBody
            .Where(method => method.IsConstructor && method.IsStatic && !StaticFieldRule.IsWrittenByCompiler(method.DeclaringType))
            .SelectMany(method => method.Body.Instructions
                .Select(instruction => (instruction, Sentence: Sentence(method, instruction)))
                .Where(refused => refused.Sentence is not null)
                .Select(refused => new Refusal(Name, assembly.Where(method, refused.instruction), refused.Sentence!)))
            .Distinct();
    }

    private static string? Sentence(MethodDefinition initialiser, Instruction instruction)
    {
        Code code = instruction.OpCode.Code;
        if (Array.IndexOf(FieldAccess, code) >= 0)
        {
            var field = (FieldReference)instruction.Operand;
            return field.DeclaringType.FullName == initialiser.DeclaringType.FullName
                ? null
                : $"uses {field.DeclaringType.Name}.{field.Name}, a static of another class, which may not be set yet; write the value, or make it const.";
        }

        if (Array.IndexOf(Calls, code) >= 0)
        {
            var method = (MethodReference)instruction.Operand;
            return method.FullName == FillArray
                ? null
                : $"calls {method.DeclaringType.Name}.{method.Name}, which may need a static that is not set yet; "
                    + "write the values out, or compute them in an object's constructor.";
        }

        return code == Code.Newarr && StaticTables.Constant(instruction.Previous) is null
            ? "makes an array whose length is no constant; write its values out."
            : null;
    }
}
