using System.Collections.Generic;
using System.Linq;
using EcgChip.Device;
using EcgChip.NanoHost;
using EcgChip.Signal;
using EcgChip.Simulator.Board;
using EcgChip.Simulator.FrontEnd;
using EcgChip.Simulator.Patients;
using EcgChip.Simulator.Tests.Board;

namespace EcgChip.Simulator.Tests.FrontEnd;

/// <summary>
/// What training reads against what the firmware reads: the whole firmware runs on the simulated board, every conversion that its loop
/// asks for is written down on the way, and the sums of four must be the sampler's, bit for bit, noise included.
/// </summary>
public class FrontEndSamplerTests
{
    private static readonly SyntheticPatient Patient = new(new() { Seconds = 20 });

    [Fact]
    public void The_sampler_reads_exactly_what_the_firmware_reads_from_the_same_patient()
    {
        FrontEndSampler sampler = new(Patient, new AnalogSettings());
        Assert.Equal(20 * SignalUnits.SampleRate, sampler.SampleCount);
        int[] expected = [.. Enumerable.Range(0, sampler.SampleCount).Select(_ => sampler.NextReadingSum())];
        Assert.Equal(expected, FirmwareSums(new AnalogSettings()));
    }

    [Fact]
    public void The_sampler_reads_the_same_as_the_firmware_on_an_off_the_shelf_module_too()
    {
        AnalogSettings module = AnalogSettings.Module;
        FrontEndSampler sampler = new(Patient, module);
        int[] expected = [.. Enumerable.Range(0, sampler.SampleCount).Select(_ => sampler.NextReadingSum())];
        Assert.Equal(expected, FirmwareSums(module));
    }

    private static int[] FirmwareSums(AnalogSettings settings)
    {
        SimulatedBoard board = new(Patient, settings);
        ListeningBoard listening = new(board);
        using (HostBoard.Attach(listening))
        {
            Firmware firmware = new(new FirmwareSettings(), null!);
            board.PatientStartUs = firmware.FirstSampleUs;
            for (int slot = 0; slot < Patient.Seconds * SignalUnits.SampleRate; slot++)
            {
                firmware.Loop.RunSlot();
            }
        }

        IEnumerable<(long TimeUs, int Code)[]> samples = listening.Conversions.Chunk(Conditioner.ReadingsPerSample);
        return [.. samples.Select(readings => readings.Sum(reading => reading.Code))];
    }
}
