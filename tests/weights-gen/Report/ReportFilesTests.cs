using System;
using System.IO;
using System.Linq;
using CsCheck;
using EcgChip.Testing;
using EcgChip.WeightsGen.Networks;
using EcgChip.WeightsGen.Report;
using EcgChip.WeightsGen.Weights;

namespace EcgChip.WeightsGen.Tests.Report;

public sealed class ReportFilesTests
{
    [Fact]
    public void A_training_s_log_is_read_by_its_columns_names_and_known_by_its_best_epoch()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("log.csv");
        File.WriteAllText(path, "epoch,loss,validation_score,seconds\n1,0.5,90.1,3\n2,0.4,95.1234,4\n");
        EpochLog log = EpochLog.TryRead(path)!;
        Origin origin = new() { DataSet = "", Split = "", Seed = 1, Epochs = 2, BestEpoch = 2, ValidationScore = 95.12341, BeatFingerprint = "" };

        Assert.Equal(2, log.Epochs);
        Assert.Equal([0.5, 0.4], log["loss"]);
        Assert.Empty(log["recall_N"]);
        Assert.True(log.IsOf(origin));
        Assert.False(log.IsOf(origin with { BestEpoch = 1 }));
        Assert.False(log.IsOf(origin with { ValidationScore = 95.2 }));
        Assert.Null(EpochLog.TryRead(folder.File("nothing.csv")));
    }

    [Theory]
    [InlineData("epoch,loss\n1,many\n")]
    [InlineData("epoch,loss\n1\n")]
    [InlineData("loss,score\n1,2\n")]
    public void What_is_no_log_of_a_training_is_refused_with_a_sentence(string text)
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File("log.csv"), text);

        Assert.Throws<InputException>(() => EpochLog.TryRead(folder.File("log.csv")));
    }

    [Fact]
    public void The_log_beside_the_seed_weights_is_that_of_their_training()
    {
        Places places = new(SharedData.RepositoryRoot);

        EpochLog log = EpochLog.TryRead(places.EpochLog(SeedShape.Name))!;

        Assert.True(log.IsOf(TrainedWeights.Load(places.Weights(SeedShape.Name), SeedShape.Create()).Origin));
    }

    [Fact]
    public void The_chip_s_cost_is_read_from_the_bench_s_json()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("chip.json");
        File.WriteAllText(path, """
            { "mips": 160, "networks": { "seed": { "costPerBeat": 320000000, "macs": 4000000, "instructionsPerMac": 80, "worstSlice": 9000,
              "layers": [ { "name": "0 conv", "cost": 100, "macs": 10 } ] } },
              "budgets": [ { "name": "load %", "value": 52.1, "limit": 60, "applies": true }, { "name": "other", "value": 1, "limit": 2, "applies": false } ] }
            """);

        ChipCost cost = ChipCost.Read(path, "seed")!;

        Assert.Equal(2000, cost.Milliseconds, 1e-9);
        Assert.Equal([("0 conv", 100.0, 10.0)], cost.Layers);
        Assert.Equal([("load %", 52.1, 60.0)], cost.Whole);
        Assert.Null(ChipCost.Read(path, "bedside"));
        File.WriteAllText(path, "{ \"networks\": 3 }");
        Assert.Throws<InputException>(() => ChipCost.Read(path, "seed"));
        Assert.Throws<InputException>(() => ChipCost.Read(folder.File("none.json"), "seed"));
    }

    [Fact]
    public void Seeds_are_kept_in_order_one_line_a_model_and_protocol()
    {
        SeedRun Run(int seed, string protocol, string model) => new("bedside", seed, model, protocol, 100, [96, 95.5, null, 12.25, 90, 88]);
        using TemporaryFolder folder = new();
        string path = folder.File("seeds.csv");
        File.WriteAllText(path, SeedRunLog.With([Run(2, SeedProtocol.Ds2, "b")], Run(1, SeedProtocol.Ds2, "a")));
        File.WriteAllText(path, SeedRunLog.With(SeedRunLog.Read(path), Run(1, SeedProtocol.HeldOut, "a")));
        File.WriteAllText(path, SeedRunLog.With(SeedRunLog.Read(path), Run(2, SeedProtocol.Ds2, "c")));

        Assert.Equal(
            [
                SeedRun.Header, "bedside,1,a,ds2,100,96.00,95.50,,12.25,90.00,88.00", "bedside,2,c,ds2,100,96.00,95.50,,12.25,90.00,88.00",
                "bedside,1,a,held-out,100,96.00,95.50,,12.25,90.00,88.00",
            ],
            File.ReadAllLines(path));
        File.AppendAllText(path, "bedside,1\n");
        Assert.Throws<InputException>(() => SeedRunLog.Read(path));
        Assert.Empty(SeedRunLog.Read(folder.File("none.csv")));
    }

    [Fact]
    public void An_interval_holds_the_ratio_and_is_wider_when_records_differ()
    {
        Gen.Select(Gen.Int[0, 50], Gen.Int[50, 80]).Array[5, 30].Sample(
            records =>
            {
                (double low, double high) = PatientInterval.Of(records)!.Value;

                Assert.InRange(100.0 * records.Sum(record => record.Item1) / records.Sum(record => record.Item2), low - 1e-9, high + 1e-9);
            },
            iter: 20);

        (double Low, double High) alike = PatientInterval.Of([.. Enumerable.Repeat((50, 100), 20)])!.Value;
        (double Low, double High) unlike = PatientInterval.Of([.. Enumerable.Range(0, 20).Select(i => (i % 2 * 100, 100))])!.Value;
        Assert.Equal((50, 50), alike);
        Assert.InRange(unlike.Low, 20, 40);
        Assert.InRange(unlike.High, 60, 80);
        Assert.Null(PatientInterval.Of([(1, 2), (1, 2), (0, 0), (0, 0), (0, 0), (1, 2)]));
    }

    [Fact]
    public void Mean_and_spread_are_the_textbook_s()
    {
        Assert.Equal(5, Statistics.Mean([2, 4, 4, 4, 5, 5, 7, 9]));
        Assert.Equal(Math.Sqrt(32.0 / 7), Statistics.Deviation([2, 4, 4, 4, 5, 5, 7, 9])!.Value, 1e-12);
        Assert.Null(Statistics.Deviation([1]));
        Assert.Null(Statistics.Mean([]));
    }
}
