using System;

namespace EcgChip.Simulator.Patients;

/// <summary>
/// The dynamical model of McSharry et al. 2003, equations 1 and 2: a point is drawn to the unit circle of the (x, y) plane and runs around it once a beat,
/// past the R peak at angle 0; each wave pushes z up and down as its angle goes by, and z returns to the baseline, which breathing moves:
/// <code>
/// x' = (1 - r) x - w y        y' = (1 - r) y + w x        z' = -sum a d exp(-d^2 / 2 b^2) - (z - z0)
/// </code>
/// with d the angle from the wave's. What is ours: every beat has its own waves, given in seconds and millivolts. With the angular speed w of the
/// interval between two R peaks, a wave at t seconds, s wide and h high stands at angle w t with b = w s and a = h w / b^2.
/// </summary>
internal sealed class DynamicalModel
{
    // The paper's baseline: 0.15 mV at the frequency of breathing.
    private const double BaselineMillivolts = 0.15;
    private const double BaselineRadiansPerSecond = 2 * Math.PI * HeartRateVariability.RespirationHz;

    private const double Turn = 2 * Math.PI;

    private readonly Wave[][] _beats;
    private readonly double[] _intervals;
    private State _state;
    private double _seconds;

    // Angle gone through since the R peak of beat 0, which is at 0: that of beat k is at k turns.
    private double _angle;

    /// <param name="beats">Waves of each beat.</param>
    /// <param name="intervals">Seconds from each beat to the next.</param>
    /// <param name="seconds">Time of the R peak of beat 0, at which the model starts.</param>
    public DynamicalModel(Wave[][] beats, double[] intervals, double seconds)
    {
        _beats = beats;
        _intervals = intervals;
        _seconds = seconds;
        _state = new State(1, 0, 0);
    }

    /// <summary>Beats whose R peak has gone by, but for beat 0.</summary>
    public int Beat => (int)(_angle / Turn);

    /// <summary>The voltage, in millivolts.</summary>
    public double Millivolts => _state.Z;

    /// <summary>Goes on by a step, by the Runge-Kutta method of fourth order, as the paper does.</summary>
    public void Step(double step)
    {
        State k1 = Slope(_state, _seconds);
        State k2 = Slope(_state.Plus(k1, step / 2), _seconds + step / 2);
        State k3 = Slope(_state.Plus(k2, step / 2), _seconds + step / 2);
        State k4 = Slope(_state.Plus(k3, step), _seconds + step);
        State next = _state.Plus(k1, step / 6).Plus(k2, step / 3).Plus(k3, step / 3).Plus(k4, step / 6);
        _angle = AngleOf(next);
        _state = next;
        _seconds += step;
    }

    private State Slope(State state, double seconds)
    {
        double angle = AngleOf(state);
        int beat = Math.Clamp((int)(angle / Turn), 0, _intervals.Length - 2);
        double speed = Turn / _intervals[beat];
        double pull = 1 - Math.Sqrt(state.X * state.X + state.Y * state.Y);
        double baseline = BaselineMillivolts * Math.Sin(BaselineRadiansPerSecond * seconds);
        double fromR = angle - Turn * beat;

        // Between two R peaks stand the end of the beat before and the beginning of the one behind.
        double push = Push(_beats[beat], fromR, speed) + Push(_beats[beat + 1], fromR - Turn, speed);
        return new State(pull * state.X - speed * state.Y, pull * state.Y + speed * state.X, -push - (state.Z - baseline));
    }

    private static double Push(Wave[] waves, double fromR, double speed)
    {
        double sum = 0;
        foreach (Wave wave in waves)
        {
            double distance = fromR - speed * wave.Offset;
            double width = speed * wave.Width;
            double strength = wave.Millivolts * speed / (width * width);
            sum += strength * distance * Math.Exp(-distance * distance / (2 * width * width));
        }

        return sum;
    }

    /// <summary>The angle of a point that is less than half a turn away from the present one, counted on from it.</summary>
    private double AngleOf(State state) => _angle + Math.IEEERemainder(Math.Atan2(state.Y, state.X) - _angle, Turn);

    private readonly record struct State(double X, double Y, double Z)
    {
        public State Plus(State slope, double step) => new(X + step * slope.X, Y + step * slope.Y, Z + step * slope.Z);
    }
}
