using System;
using System.Globalization;

namespace EcgChip.Cli.SignalChain;

/// <summary>One figure of the signal chain: what is asked, what was measured, and whether that is within its bounds.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Value">The figure; null where there was nothing to measure, which meets no bound.</param>
/// <param name="Unit">Its unit; empty for a mere number.</param>
/// <param name="Digits">Digits behind the point that are told.</param>
public sealed record SignalFigure(string What, double? Value, string Unit, int Digits = 0)
{
    /// <summary>What the standard, or this project, asks for; empty where nobody asks.</summary>
    public string Asked { get; init; } = "";

    /// <summary>The least that is allowed; null without such a bound.</summary>
    public double? AtLeast { get; init; }

    /// <summary>The most that is allowed; null without such a bound.</summary>
    public double? AtMost { get; init; }

    /// <summary>What else there is to say of it.</summary>
    public string Note { get; init; } = "";

    /// <summary>True where it has a bound.</summary>
    public bool IsBound => AtLeast is not null || AtMost is not null;

    /// <summary>True where it has no bound, or is within.</summary>
    public bool IsMet => !IsBound || (Value is double value && value >= (AtLeast ?? double.MinValue) && value <= (AtMost ?? double.MaxValue));

    /// <summary>The figure with its unit.</summary>
    public string Measured => Value is double value ? WithUnit(value.ToString($"F{Digits}", CultureInfo.InvariantCulture)) : "-";

    /// <summary>The bounds with their unit; empty where there are none.</summary>
    public string Bound => (AtLeast, AtMost) switch
    {
        (null, null) => "",
        (double least, null) => WithUnit(string.Create(CultureInfo.InvariantCulture, $"at least {least}")),
        (null, double most) => WithUnit(string.Create(CultureInfo.InvariantCulture, $"at most {most}")),
        (double least, double most) => WithUnit(string.Create(CultureInfo.InvariantCulture, $"{least} to {most}")),
    };

    /// <summary>A word for whether it is met; empty without a bound.</summary>
    public string Verdict => !IsBound ? "" : IsMet ? "met" : "NOT MET";

    private string WithUnit(string text) => Unit.Length == 0 ? text : $"{text} {Unit}";
}
