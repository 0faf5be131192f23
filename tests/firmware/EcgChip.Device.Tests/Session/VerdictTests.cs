using System;
using System.Linq;
using EcgChip.Device.Session;
using EcgChip.Device.Tests.Rig;
using EcgChip.Records;
using EcgChip.Signal;
using EcgChip.Signal.Rhythm;
using EcgChip.Simulator.Display;
using EcgChip.Simulator.Patients;
using EcgChip.Simulator.Runs;

namespace EcgChip.Device.Tests.Session;

/// <summary>What a recording says, from electrodes to record and screen.</summary>
public sealed class VerdictTests
{
    private const ushort Ground = 0x0862;

    private static readonly SyntheticPatientOptions Calm = new() { Seconds = 60, VentricularShare = 0, SupraventricularShare = 0, Seed = 3 };

    [Fact]
    public void A_calm_patient_has_no_finding_and_the_rate_of_its_beats()
    {
        (RecordContents record, string[] screen) = Record(Calm with { HeartRate = 66 }, 30);
        Assert.Equal(0, record.Findings.Count);
        Assert.Equal((int)ScreeningAnswer.NoFinding, record.Summary.Answer);
        Assert.Equal(["NO FINDING", "", ""], screen);
        Assert.InRange(record.Summary.MeanHeartRate, 64, 68);
        Assert.InRange(record.Summary.LowestHeartRate, 58, record.Summary.MeanHeartRate);
        Assert.InRange(record.Summary.HighestHeartRate, record.Summary.MeanHeartRate, 74);
        Assert.Equal(RecordSummary.NotKnown, record.Summary.RmssdMs);
    }

    [Fact]
    public void Fibrillation_in_30_s_is_found_and_shown_to_a_doctor()
    {
        (RecordContents record, string[] screen) = Record(Calm with { Fibrillates = true, HeartRate = 85 }, 30);
        int finding = Find(record, FindingCode.AtrialFibrillation);
        Assert.InRange(record.Findings.Value(finding), 20, 30);
        Assert.InRange(record.Findings.Start(finding), 0, 5 * SignalUnits.SampleRate);
        Assert.Equal((int)ScreeningAnswer.ShowADoctor, record.Summary.Answer);
        Assert.Equal(["SHOW THIS TO A", "DOCTOR", "IRREGULAR PULSE"], screen);
    }

    [Fact]
    public void A_very_fast_regular_heart_is_shown_to_a_doctor()
    {
        (RecordContents record, string[] screen) = Record(Calm with { HeartRate = 160 }, 30);
        Assert.InRange(record.Findings.Value(Find(record, FindingCode.Tachycardia)), 155, 180);
        Assert.Equal(["SHOW THIS TO A", "DOCTOR", "VERY FAST"], screen);
    }

    [Fact]
    public void A_heart_at_46_is_slow_and_no_doctor_need_see_it()
    {
        (RecordContents record, string[] screen) = Record(Calm with { HeartRate = 46 }, 30);
        Assert.InRange(record.Findings.Value(Find(record, FindingCode.Bradycardia)), 41, 46);
        Assert.Equal((int)ScreeningAnswer.NoFinding, record.Summary.Answer);
        Assert.Equal(["NO FINDING", "", ""], screen);
    }

    [Fact]
    public void Variability_is_known_after_a_minute_of_normal_beats()
    {
        (RecordContents record, _) = Record(Calm with { Seconds = 80 }, 70);
        Assert.InRange(record.Summary.RmssdMs, 10, 60);
        Assert.Equal(RecordSummary.NotKnown, record.Summary.SdnnMs);
    }

    [Fact]
    public void Without_contact_for_most_of_the_time_the_answer_is_to_repeat()
    {
        using BedsideRig rig = new(new SyntheticPatient(Calm), new FirmwareSettings { RecordingSeconds = 30 });
        rig.Board.Electrodes.Lose(true, 10, 26);
        rig.RunSeconds(4);
        rig.Record();
        rig.RunSeconds(4);

        RecordContents record = Assert.Single(StoredRecord.ReadAll()).Contents;
        Assert.Equal((int)ScreeningAnswer.Repeat, record.Summary.Answer);
        Assert.Equal((RecordSummary.NotKnown, RecordSummary.NotKnown), (record.Summary.InfarctionScore, record.Summary.InfarctionPatients));
        Assert.Equal(["REPEAT: POOR", "SIGNAL", ""], Screen(rig));
    }

    [Theory]
    [InlineData(66)]
    [InlineData(90)]
    public void What_the_infarction_head_says_stands_in_the_record_and_on_the_screen_as_research_and_changes_no_answer(int rate)
    {
        using BedsideRig rig = new(new SyntheticPatient(Calm with { HeartRate = rate }), new FirmwareSettings { RecordingSeconds = 20 });
        rig.RunSeconds(4);
        rig.Record();
        rig.RunSeconds(10);
        RecordContents record = Assert.Single(StoredRecord.ReadAll()).Contents;
        Assert.Equal((int)ScreeningAnswer.NoFinding, record.Summary.Answer);
        Assert.Equal(rig.Firmware.InfarctionModel.PatientsTrained, record.Summary.InfarctionPatients);
        Assert.InRange(record.Summary.InfarctionScore, 0, RecordSummary.CertainInfarction);
        Assert.Equal(
            (ModelRole.Infarction, rig.Firmware.InfarctionModel.Hash), (record.Model(record.ModelCount - 1).Role, record.Model(record.ModelCount - 1).Hash));
        Assert.Equal("NO FINDING", Screen(rig)[0]);
        Assert.Equal(FormattableString.Invariant($"INFARCT {record.Summary.InfarctionScore / 255.0:0.00}"), PanelText.Read(rig.Board.Panel, 162, 138, 13, Ground).TrimStart());
        Assert.Equal("RESEARCH ONLY", PanelText.Read(rig.Board.Panel, 162, 157, 13, Ground));
    }

    [Fact]
    public void The_next_recording_takes_what_the_last_one_said_off_the_screen()
    {
        using BedsideRig rig = new(new SyntheticPatient(Calm), new FirmwareSettings { RecordingSeconds = 12 });
        rig.RunSeconds(4);
        rig.Record();
        rig.RunSeconds(2);
        Assert.Equal("NO FINDING", Screen(rig)[0]);
        rig.Press();
        rig.RunSeconds(3);
        Assert.Equal(SessionState.Recording, rig.Session.State);
        Assert.Equal("RECORDING", Title(rig.Board.Panel));
        Assert.Null(rig.Session.Flow.Contents.Findings);
    }

    [Fact]
    public void Who_wants_to_see_the_result_of_a_whole_run_sees_it_and_changes_nothing_by_it()
    {
        using VirtualDevice device = new(new SyntheticPatient(Calm with { Seconds = 20 }), new SimulationOptions());
        string[] screen = [];
        device.ResultShown = () => screen = [Title(device.Board.Panel), .. Screen(device.Board.Panel)];
        byte[] seen = Assert.Single(device.Run().Records);
        Assert.Equal(["RESULT", "NO FINDING", "", ""], screen);

        using VirtualDevice unseen = new(new SyntheticPatient(Calm with { Seconds = 20 }), new SimulationOptions());
        Assert.Equal(seen, Assert.Single(unseen.Run().Records));
    }

    private static (RecordContents Record, string[] Screen) Record(SyntheticPatientOptions options, int seconds)
    {
        using BedsideRig rig = new(new SyntheticPatient(options), new FirmwareSettings { RecordingSeconds = seconds });
        rig.RunSeconds(4);
        rig.Record();
        rig.RunSeconds(2);
        return (Assert.Single(StoredRecord.ReadAll()).Contents, Screen(rig));
    }

    private static int Find(RecordContents record, FindingCode code) =>
        Enumerable.Range(0, record.Findings.Count).Single(i => record.Findings.Code(i) == (int)code);

    private static string[] Screen(BedsideRig rig) => Screen(rig.Board.Panel);

    // The answer in two lines, and the finding below it, which is in the middle of its line.
    private static string[] Screen(Ili9341Panel panel)
    {
        string finding = PanelText.ReadLarge(panel, 7, 91, 17, Ground).TrimStart();
        return
        [
            PanelText.ReadLarge(panel, 66, 37, 14, Ground), PanelText.ReadLarge(panel, 66, 65, 14, Ground),
            finding.Contains('~', StringComparison.Ordinal) ? "" : finding,
        ];
    }

    private static string Title(Ili9341Panel panel) => PanelText.ReadLarge(panel, 15, 6, 14, Ground);
}
