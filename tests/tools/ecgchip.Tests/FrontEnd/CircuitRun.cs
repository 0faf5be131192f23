using System;
using System.Collections.Generic;
using System.IO;
using EcgChip.Cli.FrontEnd;
using EcgChip.Testing;

namespace EcgChip.Cli.Tests.FrontEnd;

/// <summary>One run of all netlists for all tests.</summary>
public sealed class CircuitRun
{
    private readonly Lazy<FrontEndBench> bench = new(() =>
    {
        using NgSpice spice = new();
        return new FrontEndBench(spice, Netlists);
    });

    private readonly Lazy<IReadOnlyList<Figure>> figures;

    public CircuitRun() => figures = new(() => Bench.Figures());

    /// <summary>Folder of the committed page.</summary>
    public static string Hardware { get; } = Path.Combine(SharedData.RepositoryRoot, "hardware");

    /// <summary>Folder of the netlists.</summary>
    public static string Netlists { get; } = Path.Combine(Hardware, "frontend");

    /// <summary>The run; skips the test, with a sentence, where there is no ngspice.</summary>
    public FrontEndBench Bench
    {
        get
        {
            RequireNgSpice();
            return bench.Value;
        }
    }

    public IReadOnlyList<Figure> Figures => figures.Value;

    public static void RequireNgSpice() => Skip.If(NgSpice.Find() is null, "Needs ngspice in PATH: install it (Debian: apt-get install ngspice).");
}
