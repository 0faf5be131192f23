using System;
using System.Collections.Generic;

namespace EcgChip.ChipCheck.ChipApi;

/// <summary>A type as its library's list has it.</summary>
/// <param name="Assembly">Assembly that it is in.</param>
/// <param name="FullName">Name with namespace and enclosing types, dots between them, and <c>`n</c> for n type parameters.</param>
/// <param name="Kind">Class, struct and so on.</param>
/// <param name="Modifiers">Some of abstract, sealed, static.</param>
/// <param name="Bases">Base class and interfaces, or the type that an enumeration counts in.</param>
public sealed record ApiType(string Assembly, string FullName, ApiKind Kind, IReadOnlySet<string> Modifiers, IReadOnlyList<string> Bases)
{
    /// <summary>What stands in the list for this type: fields, methods, properties, events.</summary>
    public List<ApiMember> Members { get; } = [];

    /// <summary>Number of its type parameters.</summary>
    public int GenericArity
    {
        get
        {
            int mark = FullName.LastIndexOf('`');
            return mark < 0 ? 0 : int.Parse(FullName.AsSpan(mark + 1), System.Globalization.CultureInfo.InvariantCulture);
        }
    }
}
