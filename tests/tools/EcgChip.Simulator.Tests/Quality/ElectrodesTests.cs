using System.Collections.Generic;
using System.IO;
using System.Linq;
using EcgChip.Device.Session;
using EcgChip.Signal;
using EcgChip.Simulator.Patients;
using EcgChip.Simulator.Runs;
using EcgChip.Testing;

namespace EcgChip.Simulator.Tests.Quality;

/// <summary>Electrodes that come off, that are put on again, and that are put on the wrong way round.</summary>
public class ElectrodesTests
{
    private const int Both = ContactMonitor.PositiveLead | ContactMonitor.NegativeLead;

    [Fact]
    public void Every_loss_is_told_by_its_electrode_and_contact_settles_before_it_is_good_again()
    {
        using VirtualDevice device = new(new SyntheticPatient(new() { Seconds = 50 }), new SimulationOptions { Records = false });
        device.Board.Electrodes.Lose(true, 10, 13);
        device.Board.Electrodes.Lose(false, 23, 26);
        device.Board.Electrodes.Lose(true, 36, 39);
        device.Board.Electrodes.Lose(false, 36, 39);
        List<ContactState> walk = [];
        List<int> leadsOff = [];
        device.SlotEnded = next =>
        {
            BedsideSession session = device.Firmware.Session;
            ContactState state = session.Contact.State;
            if (next < device.PatientSamples && (walk.Count == 0 || walk[^1] != state))
            {
                walk.Add(state);
            }

            // In the middle of each loss: the comparators are looked at in turn, so that both never come and go within the same sample.
            if (next is 11 * SignalUnits.SampleRate or 24 * SignalUnits.SampleRate or 37 * SignalUnits.SampleRate)
            {
                Assert.Equal(ContactState.NoContact, state);
                leadsOff.Add(session.Contact.LeadsOff);
            }

            Assert.True(session.Rate.Now is HeartRate.Unknown or > 0);
            Assert.True(state != ContactState.NoContact || session.Rate.Now == HeartRate.Unknown);
        };
        device.Run();

        Assert.Equal([ContactMonitor.PositiveLead, ContactMonitor.NegativeLead, Both], leadsOff);
        Assert.Equal(3, walk.Count(state => state == ContactState.NoContact));
        Assert.All(
            Enumerable.Range(1, walk.Count - 1).Where(i => walk[i - 1] == ContactState.NoContact), i => Assert.Equal(ContactState.Settling, walk[i]));
        Assert.Equal(ContactState.Good, walk[^1]);
    }

    [Theory]
    [InlineData(60, false, LeadOrientation.Upright)]
    [InlineData(60, true, LeadOrientation.LikelySwapped)]
    [InlineData(75, true, LeadOrientation.LikelySwapped)]
    [InlineData(150, true, LeadOrientation.Unknown)]
    public void A_patient_in_sinus_rhythm_tells_which_way_round_they_are(double heartRate, bool swapped, LeadOrientation expected)
    {
        SyntheticPatient patient = new(new() { Seconds = 30, HeartRate = heartRate, VentricularShare = 0, SupraventricularShare = 0 });
        Assert.Equal(expected, Play(new ScaledPatient(patient, 1, swapped))[^1]);
    }

    [SkippableTheory]
    [InlineData("100")]
    [InlineData("101")]
    [InlineData("103")]
    [InlineData("115")]
    [InlineData("122")]
    [InlineData("205")]
    [InlineData("234")]
    public void Recordings_in_sinus_rhythm_are_called_upright_and_swapped_within_half_a_minute(string record)
    {
        Assert.Equal(LeadOrientation.Upright, Play(Recording(record, 30, false))[^1]);
        Assert.Equal(LeadOrientation.LikelySwapped, Play(Recording(record, 30, true))[^1]);
    }

    /// <summary>Atrial fibrillation (202 in part, 210, 221), pacemakers (102, 104, 107, 217), bundle branch blocks (109, 118, 207, 214).</summary>
    [SkippableTheory]
    [InlineData("102")]
    [InlineData("104")]
    [InlineData("107")]
    [InlineData("109")]
    [InlineData("118")]
    [InlineData("202")]
    [InlineData("207")]
    [InlineData("210")]
    [InlineData("214")]
    [InlineData("217")]
    [InlineData("221")]
    public void Recordings_without_a_clear_P_wave_are_never_called_swapped(string record) =>
        Assert.DoesNotContain(LeadOrientation.LikelySwapped, Play(Recording(record, 120, false)));

    private static ScaledPatient Recording(string record, double seconds, bool swapped) =>
        new(WfdbPatient.Open(Path.Combine(SharedData.Mitdb(), record), seconds: seconds), 1, swapped);

    // What is said at the end of each second.
    private static List<LeadOrientation> Play(IPatient patient)
    {
        using VirtualDevice device = new(patient, new SimulationOptions { Records = false });
        List<LeadOrientation> said = [];
        device.SlotEnded = next =>
        {
            if (next % SignalUnits.SampleRate == 0 && next < device.PatientSamples)
            {
                said.Add(device.Firmware.Session.Signal.Electrodes);
            }
        };
        SimulationResult result = device.Run();
        said.Add(result.Electrodes);
        return said;
    }
}
