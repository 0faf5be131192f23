namespace System.Device.Adc;

/// <summary>What nanoFramework asks of an ADC channel's driver.</summary>
public abstract class AdcChannelBase
{
    private readonly AdcController controller;

    internal AdcChannelBase(AdcController controller) => this.controller = controller;

    /// <summary>The ADC that the channel belongs to.</summary>
    public AdcController Controller => controller;

    /// <summary>One conversion.</summary>
    public abstract int ReadValue();
}
