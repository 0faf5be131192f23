using System;

namespace EcgChip.WeightsGen.Report;

/// <summary>How far a layer's int8 outputs are from the float network's, on the same beats from the first layer on.</summary>
/// <param name="Name">The layer.</param>
/// <param name="Step">What one int8 step of its output stands for, in the float network's unit.</param>
/// <param name="Size">Root mean square of the float outputs.</param>
/// <param name="Error">Root mean square of the difference, in percent of the size; null where the size is 0.</param>
/// <param name="AtLimit">Part of the int8 outputs that stand at the end of their range, in percent.</param>
public sealed record LayerError(string Name, double Step, double Size, double? Error, double AtLimit);

/// <summary>Sums of which a layer's error is made.</summary>
internal sealed class LayerErrorSum
{
    private double _squares;
    private double _squaredErrors;
    private long _outputs;
    private long _atLimit;

    public void Add(double right, double found, bool isAtLimit)
    {
        _squares += right * right;
        _squaredErrors += (found - right) * (found - right);
        _outputs++;
        _atLimit += isAtLimit ? 1 : 0;
    }

    public LayerError ToError(string name, double step) => new(
        name, step, Math.Sqrt(_squares / Math.Max(1, _outputs)),
        _squares > 0 ? 100 * Math.Sqrt(_squaredErrors / _squares) : null, 100.0 * _atLimit / Math.Max(1, _outputs));
}
