using System.Collections.Generic;

namespace EcgChip.Scoring;

/// <summary>
/// The MIT-BIH Arrhythmia Database split by patient (de Chazal, O'Dwyer and Reilly 2004, table I). Records with paced beats are in neither half, as
/// AAMI EC57 asks.
/// </summary>
public static class PatientSplit
{
    /// <summary>Records to learn from.</summary>
    public static IReadOnlyList<string> Ds1 { get; } =
    [
        "101", "106", "108", "109", "112", "114", "115", "116", "118", "119", "122", "124", "201", "203", "205", "207", "208", "209", "215", "220",
        "223", "230",
    ];

    /// <summary>Records to test with.</summary>
    public static IReadOnlyList<string> Ds2 { get; } =
    [
        "100", "103", "105", "111", "113", "117", "121", "123", "200", "202", "210", "212", "213", "214", "219", "221", "222", "228", "231", "232",
        "233", "234",
    ];
}
