using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Networks;
using EcgChip.WeightsGen.Splits;
using EcgChip.WeightsGen.Training;

namespace EcgChip.WeightsGen.Commands;

/// <summary>The beats that <c>--data</c> leads to, recordings or CSV files, with the split that they are judged by.</summary>
/// <param name="Set">The beats.</param>
/// <param name="Source">How they were cut.</param>
/// <param name="Split">Which are learnt from and which are tested.</param>
/// <param name="From">What the weights' file will say of them.</param>
public sealed record GivenBeats(BeatSet Set, BeatSource Source, Split Split, LearntFrom From)
{
    private const string FromTables = "the R peaks that the CSV file's maker found";

    /// <summary>Loads what a network learns from, and what it is tested on then.</summary>
    /// <param name="network">The network.</param>
    /// <param name="data">A folder of recordings or of CSV files, or a CSV file.</param>
    /// <param name="asked">The split that was asked for; null for the usual one.</param>
    /// <param name="places">The repository.</param>
    /// <exception cref="InputException">They are not there, not whole, or of another kind than the network takes.</exception>
    public static GivenBeats ToLearn(KnownNetwork network, string data, string? asked, Places places)
    {
        ArgumentNullException.ThrowIfNull(network);
        if (TablesOf(data, asked) is not BeatTables tables)
            return FromRecordings(network, data, asked, places);

        RequireTables(network, asked);
        RecordBeats learning = Read(tables.Learning);
        RecordBeats[] records = tables.Test is string test ? [learning, Read(test)] : [learning];
        return new GivenBeats(
            new BeatSet(records), network.Beats with { RPeaks = FromTables }, Split.ByFile(tables.Test is null ? null : records[1].Record),
            LearntFrom.Table(Path.GetFileName(tables.Learning), learning.Beats));
    }

    /// <summary>Loads what a network is tested on.</summary>
    /// <inheritdoc cref="ToLearn"/>
    public static GivenBeats ToTest(KnownNetwork network, string data, string? asked, Places places)
    {
        ArgumentNullException.ThrowIfNull(network);
        if (TablesOf(data, asked) is not BeatTables tables)
            return FromRecordings(network, data, asked, places);

        RequireTables(network, asked);
        string file = tables.Test ?? tables.Learning;
        RecordBeats test = Read(file);
        return new GivenBeats(
            new BeatSet([test]), network.Beats with { RPeaks = FromTables }, Split.ByFile(test.Record), LearntFrom.Table(Path.GetFileName(file), test.Beats));
    }

    /// <summary>The split by which beats of some data are judged, before any is loaded.</summary>
    /// <exception cref="InputException">The network cannot be judged by it.</exception>
    public static string SplitOf(KnownNetwork network, string data, string? asked)
    {
        ArgumentNullException.ThrowIfNull(network);
        if (TablesOf(data, asked) is null)
            return network.RequireSplit(asked);

        RequireTables(network, asked);
        return Split.Csv;
    }

    private static BeatTables? TablesOf(string data, string? asked) => BeatTables.Find(data, preferred: asked == Split.Csv);

    private static void RequireTables(KnownNetwork network, string? asked)
    {
        if (network.Beats.Name != BeatSource.Seed.Name)
            throw new InputException($"CSV files hold beats of the {BeatSource.Seed.Name} network, and none that {network.Shape.Name} takes: give a folder of recordings with --data.");
        if (asked is not null && asked != Split.Csv)
            throw new InputException($"CSV files are split as they come, not by {asked}: leave the option away.");
    }

    private static GivenBeats FromRecordings(KnownNetwork network, string data, string? asked, Places places)
    {
        Split split = Split.Load(network.RequireSplit(asked), places.TestBeats);
        BeatSet beats = Screen.LoadBeats(network.Beats, data, places);
        return new GivenBeats(beats, network.Beats, split, LearntFrom.Recordings(beats.Beats));
    }

    private static RecordBeats Read(string path) => Screen.WithProgress(begin =>
    {
        Action<double>? done = begin?.Invoke($"Reading {Path.GetFileName(path)}", 1);
        return BeatTable.Read(path, done);
    });
}
