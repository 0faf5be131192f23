using System;
using System.Collections.Generic;

namespace EcgChip.ChipCheck.Compilation;

/// <summary>
/// The little that the lists of names do not say and the compiler must know. Nothing here adds a type or a member that firmware could call.
/// Source: the public sources of nanoFramework's CoreLibrary (String.cs, SpanByte.cs, InternalsVisibleToAttribute.cs).
/// </summary>
public static class ReferenceSupplements
{
    /// <summary>
    /// Methods of <c>System.String</c> whose last parameter is <c>params</c>: without it an interpolated string has no
    /// <c>string.Format</c> to compile to.
    /// </summary>
    public static readonly IReadOnlySet<string> StringMethodsWithParams =
        new HashSet<string>(["Format", "Concat", "Split", "Trim", "TrimStart", "TrimEnd"], StringComparer.Ordinal);

    /// <summary>Structs declared <c>readonly ref</c>: they live on the stack alone, in no field and no array.</summary>
    public static readonly IReadOnlySet<string> RefStructs = new HashSet<string>(["System.SpanByte"], StringComparer.Ordinal);

    /// <summary>Attributes that may stand more than once on the same thing.</summary>
    public static readonly IReadOnlySet<string> RepeatableAttributes =
        new HashSet<string>(["System.Runtime.CompilerServices.InternalsVisibleToAttribute"], StringComparer.Ordinal);

    /// <summary>
    /// Attributes that only the compiler emits, by name: it writes the type into the assembly that needs it (a readonly struct, an
    /// <c>in</c> parameter, a ref struct), the program's packer drops it, and the chip never sees it.
    /// </summary>
    public static readonly IReadOnlySet<string> CompilerEmittedAttributes = new HashSet<string>(
        [
            "Microsoft.CodeAnalysis.EmbeddedAttribute",
            "System.Runtime.CompilerServices.IsReadOnlyAttribute",
            "System.Runtime.CompilerServices.IsByRefLikeAttribute",
        ],
        StringComparer.Ordinal);
}
