using System;
using EcgChip.Device.Monitoring;
using EcgChip.Device.Screens;
using EcgChip.Inference;
using EcgChip.Records;
using EcgChip.Signal;
using EcgChip.Signal.Rhythm;

namespace EcgChip.Cli.Screens;

/// <summary>A screen with contents as a user may meet them.</summary>
/// <param name="Name">What its picture is called.</param>
/// <param name="Id">The screen.</param>
/// <param name="Fill">Writes the contents, all else being as it is in <see cref="NewContents"/>.</param>
public sealed record SampleScreen(string Name, ScreenId Id, Action<ScreenContents> Fill)
{
    private const int Minutes = 29_917_805;

    /// <summary>All screens, those that look different by what they say several times.</summary>
    public static SampleScreen[] All { get; } =
    [
        new("start", ScreenId.Start, c => Hints(c, TextId.Record, TextId.Patient, TextId.History, TextId.Settings)),
        new("start-usb", ScreenId.Start, c =>
        {
            c.OnUsbPower = true;
            c.ClockMinutes = ScreenContents.Unknown;
            Hints(c, TextId.None, TextId.None, TextId.History, TextId.Settings);
        }),
        new("contact-guide", ScreenId.ContactGuide, c => Say(c, SignalMessage.LeftLegOff, TextId.Back, TextId.None)),
        new("contact-guide-all", ScreenId.ContactGuide, c => Say(c, SignalMessage.BothOff, TextId.Back, TextId.None)),
        new("monitor", ScreenId.Monitor, c => Hints(c, TextId.Record, TextId.Patient, TextId.Back, TextId.NewPatient)),
        new("monitor-poor", ScreenId.Monitor, c => Say(c, SignalMessage.Muscle, TextId.Record, TextId.Back)),
        new("recording", ScreenId.Recording, c => Hints(c, TextId.Stop, TextId.None, TextId.None, TextId.None)),
        new("paused", ScreenId.Paused, c => Say(c, SignalMessage.RightArmOff, TextId.Stop, TextId.None)),
        new("analysing", ScreenId.Analysing, c => c.Progress = 45),
        new("result-no-finding", ScreenId.Result, c => Answer(c, ScreeningAnswer.NoFinding)),
        new("result-doctor", ScreenId.Result, c => Answer(c, ScreeningAnswer.ShowADoctor)),
        new("result-repeat", ScreenId.Result, c => Answer(c, ScreeningAnswer.Repeat)),
        new("findings", ScreenId.Findings, c =>
        {
            Answer(c, ScreeningAnswer.ShowADoctor);
            Hints(c, TextId.Back, TextId.None, TextId.More, TextId.None);
        }),
        new("stored", ScreenId.Stored, c => Hints(c, TextId.NewPatient, TextId.None, TextId.Details, TextId.None)),
        new("history", ScreenId.History, c => Hints(c, TextId.Back, TextId.None, TextId.Next, TextId.None)),
        new("settings", ScreenId.Settings, c => Hints(c, TextId.Next, TextId.Back, TextId.Change, TextId.SelfTest)),
        new("patient-number", ScreenId.PatientNumber, c =>
        {
            c.PatientDigit = 3;
            Hints(c, TextId.Next, TextId.Save, TextId.More, TextId.Back);
        }),
        new("self-test", ScreenId.SelfTest, c =>
        {
            c.SelfTestPassed = 0b10111;
            c.SelfTestFailed = 0b01000;
            c.SelfTestRunning = 5;
            Hints(c, TextId.Back, TextId.None, TextId.None, TextId.None);
        }),
        new("about", ScreenId.About, c => Hints(c, TextId.Back, TextId.None, TextId.None, TextId.None)),
        new("fault", ScreenId.Fault, c =>
        {
            c.FaultText = TextId.FaultFull;
            Hints(c, TextId.Back, TextId.None, TextId.Sync, TextId.None);
        }),
        new("low-battery", ScreenId.LowBattery, c =>
        {
            c.BatteryPercent = 5;
            Hints(c, TextId.None, TextId.SwitchOff, TextId.None, TextId.None);
        }),
        new("syncing", ScreenId.Syncing, c => Hints(c, TextId.Stop, TextId.None, TextId.None, TextId.None)),
    ];

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

    private static void Hints(ScreenContents contents, int startShort, int startLong, int modeShort, int modeLong)
    {
        contents.HintStartShort = startShort;
        contents.HintStartLong = startLong;
        contents.HintModeShort = modeShort;
        contents.HintModeLong = modeLong;
    }

    private static void Say(ScreenContents contents, SignalMessage message, int start, int mode)
    {
        contents.Message = message;
        contents.Contact = message == SignalMessage.Muscle ? ContactState.Poor : ContactState.NoContact;
        Hints(contents, start, TextId.None, mode, TextId.None);
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

        Hints(contents, TextId.Next, TextId.None, TextId.Details, TextId.None);
    }
}
