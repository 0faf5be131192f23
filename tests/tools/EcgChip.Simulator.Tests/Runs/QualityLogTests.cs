using System.Collections.Generic;
using EcgChip.Simulator.Patients;
using EcgChip.Simulator.Runs;

namespace EcgChip.Simulator.Tests.Runs;

public class QualityLogTests
{
    [Fact]
    public void A_good_signal_is_judged_from_its_first_sample_on_though_it_settles_there()
    {
        (SimulationResult result, IReadOnlyList<(int First, int End)> refused) = Play(new SyntheticPatient(new SyntheticPatientOptions { Seconds = 12 }));
        Assert.Empty(refused);
        Assert.True(result.Seconds.Poor > 0, "It counts as settling first.");
    }

    [Fact]
    public void A_flat_signal_is_not_judged_from_its_sixth_second_on()
    {
        (int first, int end) = Assert.Single(Play(new Flat(12)).Refused);
        Assert.InRange(first, (5 * 125) - 2, 5 * 125);
        Assert.Equal(12 * 125, end);
    }

    [Fact]
    public void Without_an_electrode_nothing_is_judged_until_the_signal_has_settled_and_is_good()
    {
        using VirtualDevice device = new(new SyntheticPatient(new SyntheticPatientOptions { Seconds = 30 }), new SimulationOptions { Records = false });
        device.Board.Electrodes.Lose(positive: true, 10.2, 15.2);
        QualityLog log = new(device);
        (int first, int end) = Assert.Single(log.Refused(device.Run().Samples));

        // The second in which the electrode comes off is lost with it; half a second after it is back there is contact, which is judged then.
        Assert.InRange(first, (int)(9.9 * 125), (int)(10.3 * 125));
        Assert.InRange(end, (int)(15.2 * 125), (int)(16.2 * 125));
    }

    private static (SimulationResult Result, IReadOnlyList<(int First, int End)> Refused) Play(IPatient patient)
    {
        using VirtualDevice device = new(patient, new SimulationOptions { Records = false });
        QualityLog log = new(device);
        SimulationResult result = device.Run();
        return (result, log.Refused(result.Samples));
    }

    private sealed class Flat(double seconds) : IPatient
    {
        public string Name => "flat";

        public string Lead => "II";

        public double Seconds => seconds;

        public double MillivoltsAt(double seconds) => 0;
    }
}
