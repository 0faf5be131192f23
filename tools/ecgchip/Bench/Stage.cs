using System;
using System.Collections.Generic;
using System.Linq;

namespace EcgChip.Cli.Bench;

/// <summary>What part of the work a method of the firmware belongs to, by its name.</summary>
public static class Stage
{
    /// <summary>Reading ADC and comparators, and the loop itself.</summary>
    public const string Acquire = "acquire";

    /// <summary>Baseline and mains filters.</summary>
    public const string Condition = "condition";

    /// <summary>R peaks.</summary>
    public const string Detect = "detect";

    /// <summary>Cutting beats.</summary>
    public const string Cut = "cut";

    /// <summary>Contact, quality, electrodes, heart rate.</summary>
    public const string Quality = "quality";

    /// <summary>Session, recording, packing of samples, buttons.</summary>
    public const string Session = "session";

    /// <summary>Screens and their driver.</summary>
    public const string Display = "display";

    /// <summary>The networks.</summary>
    public const string Network = "network";

    /// <summary>Log and files.</summary>
    public const string Storage = "storage";

    /// <summary>What follows a recording, but for the seed network itself.</summary>
    public const string Analysis = "analysis";

    /// <summary>Handing the rest of a slot out to slices of everything that is no part of the signal chain.</summary>
    public const string Schedule = "schedule";

    /// <summary>Looking whether a computer asks something over the link, and answering it: only where nothing else is to be done.</summary>
    public const string Link = "link";

    /// <summary>Waiting for the next sample.</summary>
    public const string Wait = "wait";

    // Asked by the board's side only, to follow the loop.
    private static readonly string[] Hosts =
    [
        "EcgChip.Device.Firmware::get_NextSample()", "EcgChip.Device.Sampling.SampleLoop::get_NextSample()",
    ];

    private static readonly (string Prefix, string Stage)[] ByName =
    [
        ("EcgChip.Device.Sampling.SampleLoop::Work", Schedule),
        ("EcgChip.Device.Sampling.SampleLoop::Remembered", Schedule),
        ("EcgChip.Device.Sampling.SampleLoop::DrawMore", Schedule),
        ("EcgChip.Device.Sampling.SampleLoop::Store", Schedule),
        ("EcgChip.Device.Session.BedsideSession::Draw", Schedule),
        ("EcgChip.Device.Session.BedsideSession::DoSlice", Schedule),
        ("EcgChip.Device.Session.LinkWatch", Link),
        ("EcgChip.Device.Link.", Link),
        ("EcgChip.Device.Analysis.", Analysis),
        ("EcgChip.Signal.BeatCutter", Analysis),
        ("EcgChip.Signal.BeatWindow", Analysis),
        ("EcgChip.Signal.MedianInterval", Analysis),
        ("EcgChip.Records.SampleUnpacker", Analysis),
        ("EcgChip.Signal.Conditioner", Condition),
        ("EcgChip.Signal.RPeakDetector", Detect),
        ("EcgChip.Signal.ContactMonitor", Quality),
        ("EcgChip.Signal.HeartRate", Quality),
        ("EcgChip.Signal.SignalQuality", Quality),
        ("EcgChip.Signal.LeadReversal", Quality),
        ("EcgChip.Device.Monitoring.SignalAdvice", Quality),
        ("EcgChip.Signal.", Cut),
        ("EcgChip.Device.Monitoring.LiveBeats", Cut),
        ("EcgChip.Device.Monitoring.BeatClassifier", Network),
        ("EcgChip.Device.Drivers.Ad8232.", Acquire),
        ("EcgChip.Device.Drivers.Ili9341.", Display),
        ("EcgChip.Device.Screens.", Display),
        ("EcgChip.Device.Sampling.HighResClock", Wait),
        ("EcgChip.Device.Sampling.", Acquire),
        ("EcgChip.Device.Storage.", Storage),
        ("EcgChip.Device.", Session),
        ("EcgChip.Records.SamplePacker", Session),
        ("EcgChip.Records.SampleCode", Session),
        ("EcgChip.Records.BeatList", Session),
        ("EcgChip.Records.", Storage),
        ("EcgChip.Inference.", Network),
        ("EcgChip.Models.", Network),
    ];

    /// <summary>The stages of the signal chain: everything that belongs to a sample, without network and display.</summary>
    public static IReadOnlyList<string> Chain { get; } = [Acquire, Condition, Detect, Cut, Quality, Session];

    /// <summary>Adds up instructions by stage.</summary>
    /// <param name="byMethod">Instructions by the method's full name.</param>
    public static IReadOnlyDictionary<string, long> Sum(IReadOnlyDictionary<string, long> byMethod)
    {
        ArgumentNullException.ThrowIfNull(byMethod);
        return byMethod.Where(pair => !Hosts.Any(host => pair.Key.EndsWith(host, StringComparison.Ordinal)))
            .GroupBy(pair => Of(NameOf(pair.Key))).ToDictionary(group => group.Key, group => group.Sum(pair => pair.Value));
    }

    private static string Of(string name) =>
        ByName.FirstOrDefault(entry => name.StartsWith(entry.Prefix, StringComparison.Ordinal)).Stage ?? Session;

    // Type and method without what the method gives.
    private static string NameOf(string method) =>
        method[(method.LastIndexOf(' ', method.IndexOf("::", StringComparison.Ordinal)) + 1)..];
}
