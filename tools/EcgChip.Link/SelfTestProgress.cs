using System.Collections.Generic;

namespace EcgChip.Link;

/// <summary>What a line of a self-test came to.</summary>
public enum LineVerdict
{
    /// <summary>It is not as it has to be.</summary>
    Failed = 0,

    /// <summary>It is as it has to be.</summary>
    Passed = 1,

    /// <summary>There is nothing to test.</summary>
    NotThere = 2,
}

/// <summary>A line of a self-test.</summary>
/// <param name="Name">What was tested.</param>
/// <param name="Verdict">What it came to.</param>
/// <param name="Value">What was measured; null where nothing is.</param>
/// <param name="Unit">us, mV or MIPS; null where nothing is measured.</param>
/// <param name="Least">The least that it may be; null for no such bound.</param>
/// <param name="Most">The most that it may be; null for no such bound.</param>
public sealed record TestLine(string Name, LineVerdict Verdict, int? Value, string? Unit, int? Least, int? Most);

/// <summary>How far a self-test is, and some of its lines.</summary>
/// <param name="State">A <see cref="Records.Link.SelfTestState"/>.</param>
/// <param name="LinesDone">Lines that are there.</param>
/// <param name="LinesInAll">Lines that there will be; 0 before it has begun.</param>
/// <param name="Lines">Lines from the one asked for on, as many as came.</param>
public sealed record SelfTestProgress(int State, int LinesDone, int LinesInAll, IReadOnlyList<TestLine> Lines);
