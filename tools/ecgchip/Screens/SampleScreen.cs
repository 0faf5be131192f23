using System;
using EcgChip.Device.Monitoring;
using EcgChip.Device.Screens;
using EcgChip.Device.Session;
using EcgChip.Inference;
using EcgChip.Records;
using EcgChip.Signal;
using EcgChip.Signal.Rhythm;

namespace EcgChip.Cli.Screens;

/// <summary>A screen with contents as a user may meet them, and what the buttons do there.</summary>
/// <param name="Name">What its picture is called.</param>
/// <param name="State">The session's state that shows it.</param>
/// <param name="Change">Changes the contents; where there is none they are as in <see cref="NewContents"/>.</param>
public sealed record SampleScreen(string Name, BedsideState State, Action<ScreenContents>? Change = null)
{
    private const int Minutes = 29_917_805;

    /// <summary>The screen.</summary>
    public ScreenId Id => SessionTable.Screen(State);

    /// <summary>All screens, those that look different by what they say several times.</summary>
    public static SampleScreen[] All { get; } =
    [
        new("start", BedsideState.Idle),
        new("start-usb", BedsideState.Idle, c =>
        {
            c.OnUsbPower = true;
            c.ClockMinutes = ScreenContents.Unknown;
        }),
        new("contact-guide", BedsideState.ElectrodesOff, c => Say(c, SignalMessage.LeftLegOff)),
        new("contact-guide-all", BedsideState.ElectrodesOff, c => Say(c, SignalMessage.BothOff)),
        new("monitor", BedsideState.Monitoring),
        new("monitor-poor", BedsideState.Monitoring, c => Say(c, SignalMessage.Muscle)),
        new("recording", BedsideState.Recording),
        new("paused", BedsideState.Paused, c => Say(c, SignalMessage.RightArmOff)),
        new("analysing", BedsideState.Analysing, c => c.Progress = 45),
        new("result-no-finding", BedsideState.Result, c => Answer(c, ScreeningAnswer.NoFinding)),
        new("result-doctor", BedsideState.Result, c => Answer(c, ScreeningAnswer.ShowADoctor)),
        new("result-repeat", BedsideState.Result, c => Answer(c, ScreeningAnswer.Repeat)),
        new("findings", BedsideState.Findings, c => Answer(c, ScreeningAnswer.ShowADoctor)),
        new("stored", BedsideState.Stored),
        new("history", BedsideState.History),
        new("settings", BedsideState.Settings),
        new("settings-clock", BedsideState.Settings, c =>
        {
            c.Selected = 4;
            c.ClockField = 1;
        }),
        new("patient-number", BedsideState.PatientNumber, c => c.PatientDigit = 3),
        new("self-test", BedsideState.SelfTest),
        new("about", BedsideState.About),
        new("fault", BedsideState.Fault, c => c.FaultText = TextId.FaultFull),
        new("low-battery", BedsideState.LowBattery, c => c.BatteryPercent = 5),
        new("syncing", BedsideState.Syncing),
    ];

    /// <summary>Writes its contents.</summary>
    /// <param name="contents">What a device in use shows.</param>
    public void Fill(ScreenContents contents)
    {
        Change?.Invoke(contents);
        SessionHints.Show(SessionTable.Rows(), State, contents, holdsRecording: false, noCharge: State == BedsideState.LowBattery);
    }

    /// <summary>What a device in use shows.</summary>
    public static ScreenContents NewContents(int language)
    {
        ScreenContents contents = new()
        {
            SettingLanguage = language,
            BatteryPercent = 78,
            ClockMinutes = Minutes,
            PatientNumber = 4207,
            DurationSeconds = 60,
            SecondsLeft = 42,
            Progress = 70,
            Contact = ContactState.Good,
            Message = SignalMessage.Good,
            FreeRecordings = 312,
            HistoryCount = 5,
        };
        for (int i = 0; i < contents.HistoryCount; i++)
        {
            contents.HistorySequence[i] = 218 - i;
            contents.HistoryMinutes[i] = i == 3 ? ScreenContents.Unknown : Minutes - (i * 97);
            contents.HistoryAnswer[i] = (2 * i) % 3;
            contents.HistorySynced[i] = i > 1 ? 1 : 0;
        }

        return contents;
    }

    /// <summary>An ECG at 70 beats a minute, in 5 uV units.</summary>
    /// <param name="sample">Which sample.</param>
    public static short Units(int sample)
    {
        double phase = sample % Period;
        double units = Wave(phase, 25, 3.5, 24) + Wave(phase, 42, 1.1, -24) + Wave(phase, RPeak, 1.3, 205) + Wave(phase, 48, 1.2, -50) + Wave(phase, 76, 6, 55);
        return (short)Math.Round(units);
    }

    /// <summary>Samples from beat to beat.</summary>
    public const int Period = 107;

    /// <summary>Where in it the R peak stands.</summary>
    public const int RPeak = 45;

    private static double Wave(double phase, double at, double width, double height) => height * Math.Exp(-(phase - at) * (phase - at) / (2 * width * width));

    private static void Say(ScreenContents contents, SignalMessage message)
    {
        contents.Message = message;
        contents.Contact = message == SignalMessage.Muscle ? ContactState.Poor : ContactState.NoContact;
    }

    private static void Answer(ScreenContents contents, ScreeningAnswer answer)
    {
        contents.Answer = answer;
        bool doctor = answer == ScreeningAnswer.ShowADoctor;
        contents.HeartRateMean = doctor ? 118 : 73;
        contents.HeartRateLowest = doctor ? 84 : 61;
        contents.HeartRateHighest = doctor ? 163 : 92;
        contents.QualityPercent = answer == ScreeningAnswer.Repeat ? 31 : 97;
        contents.InfarctionScore = answer == ScreeningAnswer.Repeat ? ScreenContents.Unknown : RecordSummary.CertainInfarction / 8;
        int[] counts = doctor ? [98, 3, 17, 0, 0] : [73, 0, 1, 0, 0];
        counts.CopyTo(contents.ClassCounts, 0);
        if (doctor)
        {
            FindingList findings = new(FindingList.UsualCapacity);
            findings.Add((int)FindingCode.AtrialFibrillation, 2, 34, 500, 4750);
            findings.Add((int)FindingCode.VentricularCouplet, 3, 3, 1800, 6900);
            findings.Add((int)FindingCode.VentricularEctopy, 11, 660, 300, 7100);
            contents.Findings = findings;
        }
    }
}
