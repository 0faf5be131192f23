using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.ChipClock;
using EcgChip.ChipClock.Heap;
using EcgChip.Device;
using EcgChip.Device.Sampling;
using EcgChip.NanoHost;
using EcgChip.Signal;

namespace EcgChip.Cli.Bench;

/// <summary>
/// Watches the chip's heap: what lives is counted at the end of start-up, once a second, between two slices of a recording when something was
/// allocated, and between all slices of its analysis. What lived before a slice and what was allocated in it were there together, at most.
/// </summary>
public sealed class HeapWatch
{
    private const string StartUp = "EcgChip.Device.Firmware";
    private const string Loop = "EcgChip.Device.Sampling.SampleLoop";

    // Heap of a chip without PSRAM: 90 to 110 KB.
    private const long SmallHeapBytes = 100 * 1024;

    // A collection in the interpreter, measured: 200 small arrays took 17,000 instructions, 200 objects of ten fields 50,000.
    private const double InstructionsOfAnObject = 85;
    private const double InstructionsOfAField = 16.5;
    private const double SlotsOfAMinute = 60.0 * SignalUnits.SampleRate;

    private readonly Firmware firmware;
    private readonly LiveHeap heap = new(ChipHost.FirmwareAssemblies());
    private readonly Dictionary<SessionPhase, long> most = [];
    private readonly long start;
    private readonly Dictionary<string, long> atStart;
    private long live;
    private long allocated;
    private int seconds;
    private long slots;
    private readonly (long Bytes, long Structs) begun;

    private (long Bytes, long Structs)? recordingBegan;
    private (long Bytes, long Structs)? recordingTook;
    private (long Bytes, long Structs) lastSlot;
    private int recordingEnd;
    private Dictionary<string, long> byMethodBegan = [];
    private Dictionary<string, long> byMethodTook = [];
    private Dictionary<string, long> byMethodLastSlot = [];

    /// <summary>Watches firmware that has just started.</summary>
    public HeapWatch(Firmware firmware)
    {
        this.firmware = firmware;
        begun = lastSlot = Allocations;
        byMethodLastSlot = new Dictionary<string, long>(AllocationMeter.ByMethod);
        Measure(SessionPhase.Monitoring);
        start = live;
        atStart = new Dictionary<string, long>(heap.ByOwner);
    }

    private static (long Bytes, long Structs) Allocations => (AllocationMeter.Bytes, AllocationMeter.StructBytes);

    /// <summary>The loop is between two slices.</summary>
    public void SliceEnded(SessionPhase phase)
    {
        // In the analysis one thing is given back before another is made, so that what lived before a slice has to be known for each.
        if ((AllocationMeter.Bytes != allocated || phase == SessionPhase.Analysis) && phase != SessionPhase.Monitoring)
        {
            Measure(phase);
        }
    }

    /// <summary>A slot has ended.</summary>
    /// <param name="phase">What the device is at.</param>
    /// <param name="nextSample">The sample that is taken next.</param>
    /// <param name="recordingSamples">Samples that a recording lasts.</param>
    public void SlotEnded(SessionPhase phase, int nextSample, int recordingSamples)
    {
        slots++;
        if (nextSample / SignalUnits.SampleRate != seconds)
        {
            seconds = nextSample / SignalUnits.SampleRate;
            Measure(phase);
        }

        if (recordingBegan is null && phase == SessionPhase.Recording)
        {
            recordingBegan = lastSlot;
            byMethodBegan = byMethodLastSlot;
            recordingEnd = nextSample - 1 + recordingSamples;
        }

        if (recordingBegan is null)
        {
            byMethodLastSlot = new Dictionary<string, long>(AllocationMeter.ByMethod);
        }

        (long bytes, long structs) = lastSlot = Allocations;
        if (recordingBegan is { } began && recordingTook is null && (nextSample >= recordingEnd || phase != SessionPhase.Recording))
        {
            recordingTook = (bytes - began.Bytes, structs - began.Structs);
            byMethodTook = AllocationMeter.ByMethod.Where(pair => pair.Value > byMethodBegan.GetValueOrDefault(pair.Key))
                .ToDictionary(pair => pair.Key, pair => pair.Value - byMethodBegan.GetValueOrDefault(pair.Key));
        }
    }

    /// <summary>What was seen.</summary>
    public HeapBench Result()
    {
        Measure(SessionPhase.Monitoring);
        long stack = Math.Max(
            CallDepth.Bytes(ChipHost.FirmwarePaths(), StartUp, ".ctor"), CallDepth.Bytes(ChipHost.FirmwarePaths(), Loop, nameof(SampleLoop.RunSlot)));
        long besides = stack + ChipHeap.LibrariesBytes;
        long? analysis = Most(SessionPhase.Analysis) is long analysed ? Math.Max(analysed, Most(SessionPhase.Storing) ?? 0) : Most(SessionPhase.Storing);
        long peak = 0;
        foreach (long each in most.Values)
        {
            peak = Math.Max(peak, each);
        }

        long left = SmallHeapBytes - (peak + besides);
        double garbage = (lastSlot.Bytes - begun.Bytes) + (lastSlot.Structs - begun.Structs);
        return new HeapBench
        {
            CollectionsPerMinute = left > 0 && slots > 0 ? garbage / left * SlotsOfAMinute / slots : null,
            CollectionInstructions = (long)((InstructionsOfAnObject * heap.Objects) + (InstructionsOfAField * heap.Fields)),
            Peak = peak + besides,
            Start = start + besides,
            Recording = Most(SessionPhase.Recording) + besides,
            Analysis = analysis + besides,
            AllocatedWhileRecording = recordingTook?.Bytes,
            StructsWhileRecording = recordingTook?.Structs,
            AtStart = atStart,
            AllocatedBy = byMethodTook,
            Stack = stack,
            Libraries = ChipHeap.LibrariesBytes,
        };
    }

    private long? Most(SessionPhase phase) => most.TryGetValue(phase, out long bytes) ? bytes : null;

    private void Measure(SessionPhase phase)
    {
        bool afterASlice = phase != SessionPhase.Monitoring && live > 0;
        long together = afterASlice ? live + (AllocationMeter.Bytes - allocated) : 0;
        allocated = AllocationMeter.Bytes;
        live = heap.Measure(firmware);
        most[phase] = Math.Max(most.GetValueOrDefault(phase), Math.Max(live, together));
    }
}
