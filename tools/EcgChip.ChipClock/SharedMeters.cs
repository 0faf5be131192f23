using System.Reflection;

namespace EcgChip.ChipClock;

/// <summary>Public static <c>long</c> fields outside the counted assemblies that are charged beside the counters of the methods.</summary>
/// <param name="Cost">Charged what the instructions cost; null for none.</param>
/// <param name="Il">Charged 1 for every IL instruction; null for none.</param>
internal sealed record SharedMeters(FieldInfo? Cost, FieldInfo? Il);
