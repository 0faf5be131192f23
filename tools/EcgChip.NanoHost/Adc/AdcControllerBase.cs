namespace System.Device.Adc;

/// <summary>What nanoFramework asks of an ADC's driver.</summary>
public abstract class AdcControllerBase
{
    /// <summary>For the driver.</summary>
    protected AdcControllerBase()
    {
    }

    /// <summary>Number of channels.</summary>
    public abstract int ChannelCount { get; }

    /// <summary>How channels measure.</summary>
    public abstract AdcChannelMode ChannelMode { get; set; }

    /// <summary>Largest reading.</summary>
    public abstract int MaxValue { get; }

    /// <summary>Smallest reading.</summary>
    public abstract int MinValue { get; }

    /// <summary>Bits of a reading.</summary>
    public abstract int ResolutionInBits { get; }

    /// <summary>True when channels can measure this way.</summary>
    public abstract bool IsChannelModeSupported(AdcChannelMode channelMode);

    /// <summary>Prepares a channel for readings.</summary>
    public abstract AdcChannel OpenChannel(int channelNumber);
}
