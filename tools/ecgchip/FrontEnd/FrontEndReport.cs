using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace EcgChip.Cli.FrontEnd;

/// <summary>hardware/frontend.md and its pictures.</summary>
public static class FrontEndReport
{
    /// <summary>The pictures by their file names.</summary>
    public static IReadOnlyDictionary<string, string> Pictures(FrontEndBench bench)
    {
        ArgumentNullException.ThrowIfNull(bench);
        (string, double, double, double[]) volts = ("V at the ADC's pin", 0, 3.3, [0, 0.15, 1.3, 2.45, 3.3]);
        double[] delays = [.. bench.Circuit.Hertz.Select(bench.Circuit.GroupDelayMs)];
        return new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["frontend-response.svg"] = new LineChart("Frequency response", ("Hz", 0.05, 200, [0.1, 0.3, 1, 3, 10, 45, 100]), ("dB", 20, 60, [20, 30, 40, 49, 52]), true)
                .Add("circuit", bench.Circuit.Hertz, bench.Circuit.Decibels)
                .Add("model", bench.Model.Hertz, bench.Model.Decibels, dashed: true).ToSvg(),
            ["frontend-delay.svg"] = new LineChart("Group delay", ("Hz", 1, 60, [1, 2, 5, 10, 20, 45]), ("ms", 0, 10, [0, 2, 4, 5.5, 8, 10]), true)
                .Add("circuit", bench.Circuit.Hertz, delays)
                .Add("model", bench.Model.Hertz, [.. bench.Model.Hertz.Select(bench.Model.GroupDelayMs)], dashed: true).ToSvg(),
            ["frontend-clipping.svg"] = new LineChart("5 Hz, growing by 1 mV a second", ("s, which is mV at the electrodes", 2, 6, [2, 2.8, 4, 5, 6]), volts)
                .Add("circuit", bench.Clipping.Seconds, bench.Clipping.Volts)
                .Add("model", bench.ModelClipping.Seconds, bench.ModelClipping.Volts, dashed: true).ToSvg(),
            ["frontend-restored.svg"] = new LineChart("Left leg on again, with fast restore", ("s", 4.9, 5.4, [4.9, 5, 5.1, 5.2, 5.3, 5.4]), volts)
                .Add("circuit", bench.Restored.Seconds, bench.Restored.Volts)
                .Add("model", bench.ModelRestored.Seconds, bench.ModelRestored.Volts, dashed: true).ToSvg(),
            ["frontend-slow.svg"] = new LineChart("Left leg off from 1 to 5 s, without fast restore", ("s", 0, 18, [0, 1, 5, 10, 15, 18]), volts)
                .Add("circuit", bench.Slow.Seconds, bench.Slow.Volts)
                .Add("model", bench.ModelSlow.Seconds, bench.ModelSlow.Volts, dashed: true).ToSvg(),
            ["frontend-impulse.svg"] = new LineChart("3 mV for 100 ms", ("s", 0.3, 2.5, [0.5, 1, 1.5, 2, 2.5]), volts)
                .Add("circuit", bench.Impulse.Seconds, bench.Impulse.Volts)
                .Add("model", bench.ModelImpulse.Seconds, bench.ModelImpulse.Volts, dashed: true).ToSvg(),
        };
    }

    /// <summary>The page.</summary>
    public static string Markdown(IReadOnlyList<Figure> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        StringBuilder text = new();
        text.Append("# The front end, simulated\n\n");
        text.Append("Written by `dotnet run --project tools/ecgchip -- frontend`; what is changed here by hand is lost. The circuit and why it has these parts stands in\n");
        text.Append("[frontend](frontend/README.md). \"Circuit\" is its netlist in ngspice, \"model\" what the simulator plays recordings through\n");
        text.Append("(`tools/EcgChip.Simulator/FrontEnd`), measured with the same input. Nothing of this was measured on a board.\n\n");
        text.Append("| | circuit | model | bounds | |\n| --- | ---: | ---: | --- | --- |\n");
        foreach (Figure figure in figures)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {figure.What} | {Number(figure.Circuit, figure)} | ");
            text.Append(CultureInfo.InvariantCulture, $"{(figure.Model is double model ? Number(model, figure) : "")} | {figure.Lowest:0.###} to {figure.Highest:0.###} | ");
            text.Append(figure.IsMet ? "ok |\n" : "**outside** |\n");
        }

        text.Append("\n![Frequency response of circuit and model](images/frontend-response.svg)\n\n![Group delay](images/frontend-delay.svg)\n");
        text.Append("\n## Clipping\n\nThe second stage clips before the first (which would at -13 and +20 mV), and the ADC's good range, 0.15 to 2.45 V, ends before either.\n\n");
        text.Append("![A sine that grows until it clips](images/frontend-clipping.svg)\n");
        text.Append("\n## A lost electrode\n\nThe pull-ups take the input to the supply and the output to the rail of its side, and the integrator runs on. With fast restore the output is\n");
        text.Append("back in about a tenth of a second; without, for longer than the electrode was off.\n\n");
        text.Append("![Contact made again, with fast restore](images/frontend-restored.svg)\n\n![The same without](images/frontend-slow.svg)\n");
        text.Append("\n## An impulse of 0.3 mVs\n\nAs IEC 60601-2-47 tests with, here at the pin. A high-pass of 0.3 Hz leaves an undershoot, which is why ST segments are not judged from this signal.\n\n");
        text.Append("![Answer to 3 mV for 100 ms](images/frontend-impulse.svg)\n");
        text.Append("\n## What the parts' tolerance does\n\n2,000 boards, every resistor anywhere within 1 %, the 10 nF capacitors within 5 %, 100 nF and 4.7 uF within 10 %, reckoned from the transfer\n");
        text.Append("function.\n\n| | least | middle | most |\n| --- | ---: | ---: | ---: |\n");
        foreach ((string what, double least, double middle, double most) in PartsTolerance.Of(FrontEndBench.Parts))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {what} | {least:G4} | {middle:G4} | {most:G4} |\n");
        }

        return text.ToString();
    }

    private static string Number(double value, Figure figure) => value.ToString($"F{figure.Digits}", CultureInfo.InvariantCulture);
}
