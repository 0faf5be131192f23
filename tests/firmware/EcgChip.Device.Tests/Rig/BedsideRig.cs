using System;
using System.Collections.Generic;
using EcgChip.Device.Link;
using EcgChip.Device.Sampling;
using EcgChip.Device.Seams;
using EcgChip.Device.Session;
using EcgChip.Device.Storage;
using EcgChip.NanoHost;
using EcgChip.Signal;
using EcgChip.Simulator.Board;
using EcgChip.Simulator.Flash;
using EcgChip.Simulator.Patients;

namespace EcgChip.Device.Tests.Rig;

/// <summary>The whole firmware on a simulated board, for a test to run slot by slot, with a finger at the button.</summary>
internal sealed class BedsideRig : IBeatListener, IDisposable
{
    // Recordings begin where a button would be looked at.
    private const int ButtonSlots = 4;

    /// <summary>Slots after which a recording that is over must be stored: a minute.</summary>
    private const int LongestStoring = 60 * SignalUnits.SampleRate;

    private readonly IDisposable attachment;
    private readonly SortedDictionary<int, HeardBeat> heard = [];
    private bool pressed;

    /// <summary>A device that has just started, with the patient's first moment at its first sample.</summary>
    public BedsideRig(IPatient patient, FirmwareSettings settings, SimulatedFlash? flash = null)
    {
        Board = new SimulatedBoard(patient, flash: flash);
        attachment = HostBoard.Attach(Board);
        try
        {
            Stored = Firmware.OpenSettings(settings);
            Link = new LinkServer(new SerialLink(), new HighResClock(), Stored);
            Firmware = new Firmware(settings, this, new OpenedBoard(), Link, Stored);
        }
        catch
        {
            attachment.Dispose();
            throw;
        }

        Board.PatientStartUs = Firmware.FirstSampleUs;
    }

    public SimulatedBoard Board { get; }

    public Firmware Firmware { get; }

    /// <summary>What is kept of what is set.</summary>
    public StoredDeviceSettings Stored { get; }

    /// <summary>What answers the desktop.</summary>
    public LinkServer Link { get; }

    public BedsideSession Session => Firmware.Session;

    /// <summary>Slots run so far: while none is missed, the index of the next sample.</summary>
    public int Slots { get; private set; }

    /// <summary>Every beat that was found and then classified or given up, in order, each as it was told last.</summary>
    public IReadOnlyList<HeardBeat> Heard => [.. heard.Values];

    /// <summary>What was told of a beat beyond the first time, in the order in which it was told.</summary>
    public List<HeardBeat> Again { get; } = [];

    /// <summary>R peaks in the order in which they were told.</summary>
    public List<int> Found { get; } = [];

    /// <summary>Called behind every slot.</summary>
    public Action? AfterSlot { get; set; }

    /// <summary>Starts a recording with the next of every four slots, wherever the electrodes are.</summary>
    public void Press() => pressed = true;

    /// <summary>Runs on for some seconds.</summary>
    public void RunSeconds(double seconds)
    {
        for (int slot = 0; slot < seconds * SignalUnits.SampleRate; slot++)
        {
            RunSlot();
        }
    }

    /// <summary>Runs the next slot.</summary>
    public void RunSlot()
    {
        if (pressed && Firmware.NextSample % ButtonSlots == 0)
        {
            pressed = false;
            Firmware.StartRecording();
        }

        Firmware.Loop.RunSlot();
        Slots++;
        AfterSlot?.Invoke();
    }

    /// <summary>Runs until no recording is under way.</summary>
    public void RunUntilStored()
    {
        for (int slot = 0; slot < LongestStoring + (FirmwareSettings.LongestRecordingSeconds * SignalUnits.SampleRate); slot++)
        {
            if (Session.State is SessionState.Monitoring or SessionState.StorageFault)
            {
                return;
            }

            RunSlot();
        }

        Assert.Fail($"The recording never ended: {Session.State}.");
    }

    /// <summary>Makes a recording from the next sample on, and waits until it is stored.</summary>
    /// <returns>The index of its first sample.</returns>
    public int Record()
    {
        int start = (Firmware.NextSample + ButtonSlots - 1) / ButtonSlots * ButtonSlots;
        Press();
        for (int slot = 0; slot < ButtonSlots; slot++)
        {
            RunSlot();
        }

        RunUntilStored();
        return start;
    }

    public void BeatFound(int sampleIndex) => Found.Add(sampleIndex);

    public void BeatClassified(int sampleIndex, int beatClass, int confidence)
    {
        Assert.Contains(sampleIndex, Found);
        if (!heard.TryAdd(sampleIndex, new HeardBeat(sampleIndex, beatClass, confidence)))
        {
            Again.Add(new HeardBeat(sampleIndex, beatClass, confidence));
            heard[sampleIndex] = Again[^1];
        }
    }

    public void Dispose() => attachment.Dispose();
}
