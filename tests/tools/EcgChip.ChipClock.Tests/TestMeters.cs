using System.Reflection;

namespace EcgChip.ChipClock.Tests;

/// <summary>What counted code charges besides its own counters.</summary>
public static class TestMeters
{
#pragma warning disable CA2211 // charged by code that is rewritten to do so
    /// <summary>IL instructions.</summary>
    public static long Il;
#pragma warning restore CA2211

    /// <summary>The field, to hand to the counter.</summary>
    public static FieldInfo Of(string name) => typeof(TestMeters).GetField(name)!;
}
