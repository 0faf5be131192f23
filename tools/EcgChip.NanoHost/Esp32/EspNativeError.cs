namespace nanoFramework.Hardware.Esp32;

/// <summary>What ESP-IDF says of a call; those that the simulated board gives.</summary>
public enum EspNativeError
{
    /// <summary>It is done.</summary>
    OK = 0,

    /// <summary>An argument is not possible.</summary>
    INVALID_ARG = 258,
}
