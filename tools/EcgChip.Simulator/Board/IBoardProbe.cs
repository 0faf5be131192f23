namespace EcgChip.Simulator.Board;

/// <summary>Hears what the firmware asks of the board, at the board's time in microseconds.</summary>
public interface IBoardProbe
{
    /// <summary>The firmware looked at the clock.</summary>
    void ClockRead(long nowUs);

    /// <summary>The firmware reads the ADC.</summary>
    void AdcRead(long nowUs);
}
