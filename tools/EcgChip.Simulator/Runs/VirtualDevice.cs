using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using EcgChip.Device;
using EcgChip.Device.Link;
using EcgChip.Device.Sampling;
using EcgChip.Device.SelfTest;
using EcgChip.Device.Seams;
using EcgChip.Device.Session;
using EcgChip.Device.Storage;
using EcgChip.Inference;
using EcgChip.NanoHost;
using EcgChip.Records;
using EcgChip.Signal;
using EcgChip.Simulator.Board;
using EcgChip.Simulator.Flash;
using EcgChip.Simulator.FrontEnd;
using EcgChip.Simulator.Patients;

namespace EcgChip.Simulator.Runs;

/// <summary>
/// The firmware on a simulated board with electrodes on a patient, told to record from the first sample on, so that what is stored is what was played. Everything runs
/// on the thread that calls.
/// </summary>
public sealed class VirtualDevice : IDisposable
{
    // After the patient's last sample the detector needs a second; cutting, classifying and storing take what they take.
    private const int DetectorSlots = RPeakDetector.LatestReport + 1;
    private const int LongestFinishSlots = 600 * SignalUnits.SampleRate;
    private const double MicrosecondsPerSecond = 1e6;

    // The signal has to settle and to be judged good, and what is said of it stands for two seconds; then the trace goes once over the screen.
    private const int ResultSlots = 8 * SignalUnits.SampleRate;

    // 4.008 s are 501 samples, though their product may fall short of it by the last bit.
    private const double RoundingError = 1e-6;

    private readonly StayingPatient patient;
    private readonly SimulationOptions options;
    private readonly IDisposable attachment;
    private readonly BeatCollector collector = new();
    private readonly Func<int> nextSample;
    private readonly HighResClock clock = new();
    private readonly OpenedBoard opened;
    private readonly StoredDeviceSettings stored;
    private readonly SerialLink linkPort;
    private readonly LinkServer link;

    /// <summary>A device that has started, with the patient's first moment at its first sample.</summary>
    public VirtualDevice(IPatient patient, SimulationOptions options)
    {
        ArgumentNullException.ThrowIfNull(patient);
        ArgumentNullException.ThrowIfNull(options);
        this.patient = new StayingPatient(patient);
        this.options = options;
        Board = new SimulatedBoard(this.patient, options.FrontEnd);
        attachment = HostBoard.Attach(Board);
        opened = new OpenedBoard();
        DeviceSetUp.Store(options, new FirmwareSettings());
        linkPort = new SerialLink();
        stored = Firmware.OpenSettings(new FirmwareSettings());
        stored.Held.MainsHz = (int)options.Mains;
        stored.Held.RecordingSeconds = (int)Math.Clamp(options.RecordingSeconds ?? Math.Ceiling(patient.Seconds), 1, SimulationOptions.LongestRecordingSeconds);
        link = new LinkServer(linkPort, clock, stored) { Battery = opened.Battery };
        Firmware = new Firmware(Settings(), collector, opened, link, stored);
        nextSample = () => Firmware.NextSample;
        Board.PatientStartUs = Firmware.FirstSampleUs;
    }

    /// <summary>The board.</summary>
    public SimulatedBoard Board { get; }

    /// <summary>The firmware on it.</summary>
    public Firmware Firmware { get; private set; }

    /// <summary>The models on it: the name of what each is for, and the model. The first classifies beats as they come.</summary>
    public IReadOnlyList<(string Role, Model Model)> Models =>
        [
            ("live", Firmware.LiveModel), ("representative", Firmware.AnalysisModel),
            .. Firmware.InfarctionModel is HeadModel head ? [("infarction", head)] : Array.Empty<(string, Model)>(),
        ];

    /// <summary>Hears of every beat when it is found and when it is classified; null when nobody wants to.</summary>
    public IBeatListener? BeatListener
    {
        get => collector.Other;
        set => collector.Other = value;
    }

    /// <summary>Samples that the patient lasts.</summary>
    public int PatientSamples => (int)Math.Floor((patient.Seconds * SignalUnits.SampleRate) + RoundingError);

    /// <summary>Called with the samples played so far, some times a second of the patient's time.</summary>
    public Action<int>? Progress { get; set; }

    /// <summary>Called when the patient's last sample was taken: the moment to look at the screen.</summary>
    public Action? PatientEnded { get; set; }

    /// <summary>
    /// Called at the very end: the moment to see on the screen what the recording said. As what must be done about the signal is shown before it, the
    /// patient stays on the electrodes for it, played from the beginning again. When nobody wants to see it, the patient is gone at the end.
    /// </summary>
    public Action? ResultShown { get; set; }

    /// <summary>Called at the end of every slot, those after the patient's end too, with the sample that is taken next.</summary>
    public Action<int>? SlotEnded { get; set; }

    /// <summary>Plays the patient to the end, or until cancelled, and lets the firmware finish what it has.</summary>
    public SimulationResult Run(CancellationToken cancellation = default)
    {
        int samples = PatientSamples;
        int told = 0;
        int next = 0;
        if (options.Records)
        {
            Firmware.StartRecording();
        }

        while (next < samples && !cancellation.IsCancellationRequested)
        {
            // Samples that a late loop misses pass all the same: the patient does not wait.
            next = RunSlot();
            if (next >= told)
            {
                Progress?.Invoke(told);
                told += SignalUnits.SampleRate;
            }
        }

        int played = Math.Min(next, samples);
        int missed = Firmware.MissedSamples;
        PatientEnded?.Invoke();
        BedsideSession session = Firmware.Session;
        (int Good, int Poor, int NoContact) seconds = SecondsOf(session.Contact.SecondsByState);
        SignalQuality quality = session.Signal.Quality;
        int[] byReason = [.. quality.SecondsByReason];
        double? index = byReason.Sum() > 0 ? quality.IndexSum / (double)byReason.Sum() : null;
        LeadOrientation electrodes = session.Signal.Electrodes;
        Finish();
        SimulationResult result = new()
        {
            Samples = played,
            Beats = collector.Within(played),
            MeanHeartRate = Known(session.Rate.Mean),
            LowestHeartRate = Known(session.Rate.Lowest),
            HighestHeartRate = Known(session.Rate.Highest),
            Seconds = seconds,
            SecondsByReason = byReason,
            QualityIndex = index,
            Electrodes = electrodes,
            MissedSamples = missed,
            State = session.State,
            Records = StoredRecords(),
            RecordingStart = session.RecordingStart,
            Models = [.. Models.Select(each => (each.Model.Name, each.Role, each.Model.Hash))],
            Interrupted = played < samples,
        };
        if (ResultShown is { } shown)
        {
            StayOn();
            shown();
        }

        return result;
    }

    /// <summary>
    /// Leaves the device on its own with what stands on its electrodes, in real time, for whoever asks it something over its link: it answers, and goes
    /// through a self-test when it is asked for one.
    /// </summary>
    /// <param name="cancellation">Ends it.</param>
    public void Serve(CancellationToken cancellation)
    {
        patient.StayFrom((Board.Clock.NowUs - Board.PatientStartUs) / MicrosecondsPerSecond);
        Pace pace = new(Board.Clock);
        while (!cancellation.IsCancellationRequested)
        {
            if (link.SelfTestWanted || Firmware.Session.Flow.MustLeave)
            {
                TestItself(pace, cancellation);
                Firmware = new Firmware(Settings(), collector, opened, link, stored);
            }

            RunSlot();
            pace.Wait(cancellation);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        linkPort.Dispose();
        attachment.Dispose();
    }

    private void TestItself(Pace pace, CancellationToken cancellation)
    {
        Func<bool> step;
        if (link.SelfTestWanted)
        {
            step = new LinkedSelfTest(opened, clock, link).Step;
        }
        else if (Firmware.Session.Flow.SelfTestWanted)
        {
            step = new StoredSelfTest(opened, clock, stored).Step;
        }
        else
        {
            return;
        }

        while (!step() && !cancellation.IsCancellationRequested)
        {
            pace.Wait(cancellation);
        }
    }

    private static int? Known(int rate) => rate == HeartRate.Unknown ? null : rate;

    // The log is read as it would be after a restart: from what stands in flash. Nothing of it is acknowledged yet.
    private static List<byte[]> StoredRecords()
    {
        List<byte[]> records = [];
        LogReader reader = new(Firmware.OpenLog(new FirmwareSettings()));
        while (Next(reader, records.Count == 0 ? 0 : reader.Sequence))
        {
            byte[] record = new byte[reader.Length];
            if (reader.Read(0, record, 0, record.Length) != record.Length)
            {
                throw new IOException($"Record {reader.Sequence} was found in the log but could not be read.");
            }

            records.Add(record);
        }

        return records;
    }

    private static bool Next(LogReader reader, int after)
    {
        reader.BeginNext(after);
        while (!reader.Step())
        {
        }

        return reader.Status == LogStatus.Ok;
    }

    private static (int Good, int Poor, int NoContact) SecondsOf(int[] byState) => (
        byState[(int)ContactState.Good],
        byState[(int)ContactState.Poor] + byState[(int)ContactState.Settling],
        byState[(int)ContactState.NoContact]);

    private FirmwareSettings Settings()
    {
        FirmwareSettings settings = stored.ForSession(false);
        settings.RecordingSeconds = stored.RecordingSeconds;
        settings.SwitchOffSeconds = 0;
        settings.UsesPaperRule = options.UsesPaperRule;
        return settings;
    }

    private int RunSlot()
    {
        Firmware.Loop.RunSlot();
        int next = InstructionMeter.Unmetered(nextSample);
        SlotEnded?.Invoke(next);
        return next;
    }

    // Nothing of this is in the result: it counts what was played before.
    private void StayOn()
    {
        patient.StayFrom((Board.Clock.NowUs - Board.PatientStartUs) / MicrosecondsPerSecond);
        for (int slot = 0; slot < ResultSlots; slot++)
        {
            RunSlot();
        }
    }

    private void Finish()
    {
        BedsideSession session = Firmware.Session;
        RunSlot();
        Firmware.StopRecording();
        for (int slot = 0; slot < DetectorSlots; slot++)
        {
            RunSlot();
        }

        Firmware.EndMonitoring();
        for (int slot = 0; slot < LongestFinishSlots && !session.IsIdle; slot++)
        {
            RunSlot();
        }
    }
}
