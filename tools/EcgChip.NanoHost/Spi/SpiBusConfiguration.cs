namespace System.Device.Spi;

/// <summary>Which of a bus's data lines are used, and when.</summary>
public enum SpiBusConfiguration
{
    /// <summary>Both lines at the same time.</summary>
    FullDuplex = 0,

    /// <summary>One after the other; needs no MISO pin.</summary>
    HalfDuplex = 1,

    /// <summary>One line for both; the ESP32's driver refuses it.</summary>
    Simplex = 2,
}
