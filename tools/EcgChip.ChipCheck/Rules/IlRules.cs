using System;
using System.Collections.Generic;
using System.Linq;

namespace EcgChip.ChipCheck.Rules;

/// <summary>Every rule that a compiled assembly of the firmware is held to.</summary>
public static class IlRules
{
    /// <summary>The rules.</summary>
    public static readonly IReadOnlyList<IIlRule> All =
    [
        new ReferencesRule(),
        new GenericsRule(),
        new MultiDimensionalArrayRule(),
        new PointerRule(),
        new FloatingPointRule(),
        new CheckedArithmeticRule(),
        new InterfaceBodyRule(),
        new ByteArrayRule(),
        new UnsignedSignRule(),
        new StaticFieldRule(),
        new StaticTableWriteRule(),
        new StaticInitialiserRule(),
        new AssemblySizeRule(),
        new MethodSizeRule(),
        new SwitchRule(),
        new HandlersRule(),
        new MaxStackRule(),
        new ClassSizeRule(),
    ];

    /// <summary>Everything that the rules refuse in an assembly.</summary>
    public static IReadOnlyList<Refusal> Check(CheckedAssembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return All.SelectMany(rule => rule.Check(assembly)).ToList();
    }
}
