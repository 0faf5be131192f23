using System;
using EcgChip.Signal;
using EcgChip.Simulator.Patients;

namespace EcgChip.Simulator.FrontEnd;

/// <summary>
/// Front end and ADC read on the firmware's schedule, without the firmware: what a loop that is never late would read. Training gets its
/// samples here.
/// </summary>
public sealed class FrontEndSampler
{
    private readonly AnalogFrontEnd frontEnd;
    private readonly Esp32Adc adc = new();
    private long sample;

    /// <summary>A sampler at the patient's start.</summary>
    public FrontEndSampler(IPatient patient, AnalogSettings settings)
    {
        ArgumentNullException.ThrowIfNull(patient);
        frontEnd = new AnalogFrontEnd(patient, settings);
        SampleCount = (int)(patient.Seconds * SignalUnits.SampleRate);
    }

    /// <summary>Samples that the patient lasts.</summary>
    public int SampleCount { get; }

    /// <summary>Sum of the readings of the next sample, as <see cref="Conditioner.Process"/> takes it.</summary>
    public int NextReadingSum()
    {
        long due = sample++ * SignalUnits.SampleIntervalUs;
        int sum = 0;
        for (int reading = 0; reading < Conditioner.ReadingsPerSample; reading++)
        {
            sum += adc.Convert(frontEnd.VoltsAt((due + (reading * (long)Esp32Adc.ConversionUs)) / 1e6));
        }

        return sum;
    }
}
