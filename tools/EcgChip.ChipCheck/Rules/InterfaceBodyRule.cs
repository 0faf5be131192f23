using System;
using System.Collections.Generic;
using System.Linq;

namespace EcgChip.ChipCheck.Rules;

/// <summary>Default interface methods: the interpreter looks for a method in classes alone.</summary>
public sealed class InterfaceBodyRule : IIlRule
{
    /// <inheritdoc/>
    public IEnumerable<Refusal> Check(CheckedAssembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return assembly.MethodsWithBody
            .Where(method => method.DeclaringType.IsInterface)
            .Select(method => new Refusal(
                "default-interface-method", assembly.Where(method),
                "is a method with a body in an interface; put the body into the classes or into an abstract class."));
    }
}
