using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EcgChip.ChipClock.Costs;

/// <summary>
/// What the chip's interpreter spends on IL, in the instructions that it retires itself. Read from <c>interpreter-costs.json</c>, which names
/// its source.
/// </summary>
public sealed record CostTable
{
    private const string Resource = "interpreter-costs.json";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Where the numbers come from and how far they can be trusted.</summary>
    public required string Source { get; init; }

    /// <summary>Added to every IL instruction: official images carry the debugger.</summary>
    public required double DebuggerSurcharge { get; init; }

    /// <summary>Load or store of a local or argument, constant, add, sub, mul, bitwise, shift, dup, pop, br, brtrue, brfalse, switch.</summary>
    public required double Simple { get; init; }

    /// <summary>conv.*, ceq, cgt, clt.</summary>
    public required double ConvertOrCompare { get; init; }

    /// <summary>blt, bge, beq and their like.</summary>
    public required double CompareAndBranch { get; init; }

    /// <summary>ldelem, stelem, ldind, stind of numbers.</summary>
    public required double ArrayElement { get; init; }

    /// <summary>ldfld, stfld, ldsfld, stsfld.</summary>
    public required double Field { get; init; }

    /// <summary>div, rem of int.</summary>
    public required double DivideInt { get; init; }

    /// <summary>div, rem of long.</summary>
    public required double DivideLong { get; init; }

    /// <summary>Call of a static method, or of an instance method by call.</summary>
    public required double CallStatic { get; init; }

    /// <summary>callvirt of a method that is not virtual.</summary>
    public required double CallNonVirtual { get; init; }

    /// <summary>callvirt through a base class or an interface.</summary>
    public required double CallVirtual { get; init; }

    /// <summary>ret.</summary>
    public required double Return { get; init; }

    /// <summary>Every local of a called method, when it is entered.</summary>
    public required double LocalOfCalledMethod { get; init; }

    /// <summary>Call of a native method, before the work that it does.</summary>
    public required double NativeCall { get; init; }

    /// <summary>newobj.</summary>
    public required double NewObject { get; init; }

    /// <summary>newobj, every field of the object.</summary>
    public required double NewObjectField { get; init; }

    /// <summary>newarr.</summary>
    public required double NewArray { get; init; }

    /// <summary>newarr, every byte of the array.</summary>
    public required double NewArrayByte { get; init; }

    /// <summary>Every byte that an array initialiser copies from flash.</summary>
    public required double InitializeArrayByte { get; init; }

    /// <summary>stelem.ref.</summary>
    public required double StoreReferenceElement { get; init; }

    /// <summary>ldelem.ref.</summary>
    public required double LoadReferenceElement { get; init; }

    /// <summary>box.</summary>
    public required double Box { get; init; }

    /// <summary>unbox.</summary>
    public required double Unbox { get; init; }

    /// <summary>castclass, isinst.</summary>
    public required double Cast { get; init; }

    /// <summary>ldstr.</summary>
    public required double LoadString { get; init; }

    /// <summary>Load of a struct that is a local.</summary>
    public required double LoadStructLocal { get; init; }

    /// <summary>Entering and leaving a try block without a throw.</summary>
    public required double EnterTry { get; init; }

    /// <summary>A throw and its catch.</summary>
    public required double ThrowAndCatch { get; init; }

    /// <summary>Library methods whose whole cost was measured, by the end of their full name.</summary>
    public required IReadOnlyDictionary<string, double> LibraryCalls { get; init; }

    /// <summary>The project's table.</summary>
    public static CostTable Load()
    {
        using Stream stream = typeof(CostTable).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is missing from the assembly.");
        return JsonSerializer.Deserialize<CostTable>(stream, Options)!;
    }
}
