namespace EcgChip.Simulator.FrontEnd;

/// <summary>
/// One step of a first order lag whose input is a straight line during the step: exact, whatever the step is beside the time constant. Made of
/// the four basic operations alone, which give the same bits on every machine.
/// </summary>
internal readonly struct Lag
{
    private readonly double retention;
    private readonly double fromBefore;
    private readonly double fromNow;

    /// <summary>A lag.</summary>
    /// <param name="timeConstant">In seconds.</param>
    /// <param name="step">In seconds.</param>
    public Lag(double timeConstant, double step)
    {
        double part = step / timeConstant;
        retention = 1 / ExponentialOf(part);
        fromNow = 1 - ((1 - retention) / part);
        fromBefore = 1 - retention - fromNow;
    }

    /// <summary>The output at the step's end.</summary>
    /// <param name="output">Output at its beginning.</param>
    /// <param name="before">Input at its beginning.</param>
    /// <param name="now">Input at its end.</param>
    public double Next(double output, double before, double now) => (retention * output) + (fromBefore * before) + (fromNow * now);

    // e^x for x >= 0: Taylor's series of x / 2^n, squared n times.
    private static double ExponentialOf(double x)
    {
        int halvings = 0;
        for (; x > 0.5; x /= 2)
        {
            halvings++;
        }

        double sum = 1;
        double term = 1;
        for (int k = 1; k < 20; k++)
        {
            term *= x / k;
            sum += term;
        }

        for (; halvings > 0; halvings--)
        {
            sum *= sum;
        }

        return sum;
    }
}
