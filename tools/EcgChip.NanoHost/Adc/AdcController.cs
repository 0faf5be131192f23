using EcgChip.NanoHost;

namespace System.Device.Adc;

/// <summary>The ESP32's two ADCs as nanoFramework joins them: channels 0 to 9 are ADC1 (8 and 9 internal sensors), 10 to 19 ADC2.</summary>
public class AdcController : AdcControllerBase
{
    private const int Channels = 20;
    private const int Bits = 12;

    private readonly ChipState chip = HostBoard.State;

    /// <summary>The ADC of the attached board.</summary>
    public AdcController()
    {
    }

    /// <inheritdoc/>
    public override int ChannelCount => Channels;

    /// <inheritdoc/>
    public override AdcChannelMode ChannelMode { get; set; } = AdcChannelMode.SingleEnded;

    /// <inheritdoc/>
    public override int MaxValue => (1 << Bits) - 1;

    /// <inheritdoc/>
    public override int MinValue => 0;

    /// <inheritdoc/>
    public override int ResolutionInBits => Bits;

    /// <inheritdoc/>
    public override bool IsChannelModeSupported(AdcChannelMode channelMode) => channelMode == AdcChannelMode.SingleEnded;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There is no such channel.</exception>
    public override AdcChannel OpenChannel(int channelNumber)
    {
        if (channelNumber is < 0 or >= Channels)
        {
            throw new ArgumentException($"The ADC has channels 0 to {Channels - 1}, not {channelNumber}.", nameof(channelNumber));
        }

        return new AdcChannel(chip.Board, this, channelNumber);
    }
}
