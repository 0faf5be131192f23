using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using EcgChip.Device.Screens;
using EcgChip.Device.SelfTest;
using EcgChip.Inference;
using EcgChip.Models.Bedside;
using EcgChip.Models.Seed;

namespace EcgChip.Device.Tests.SelfTest;

/// <summary>The self-test on the simulated board, where computing takes no time: what it shows and how it ends.</summary>
public sealed class SelfTestRunTests
{
    private const int HumanUs = 200_000;
    private static readonly string[] Names = [.. Enumerable.Range(0, SelfTestLine.Count).Select(SelfTestLine.Name)];

    [Fact]
    public void Every_kernel_is_shown_with_its_time_and_found_right()
    {
        using SelfTestBoard board = new();
        board.RunKernels();

        Assert.Equal(Names, board.Lines.Select(line => line.Name));
        for (int line = 0; line < SelfTestLine.Count; line++)
        {
            Assert.True(board.Run.IsRight(line), $"{Names[line]}: {board.Run.Result(line)} is not what KnownResults has. Were weights trained anew?");
            Assert.Equal(board.Run.Microseconds(line).ToString(CultureInfo.InvariantCulture), board.Lines[line].Microseconds);
            Assert.Equal("OK", board.Lines[line].Verdict);
        }
    }

    [Fact]
    public void The_peaks_that_are_checked_are_one_in_each_beat_of_the_test_signal()
    {
        using SelfTestBoard board = new();
        board.RunKernels();

        // 75 beats a minute, R at sample 44 of each 100; FNV-1a.
        int expected = Enumerable.Range(0, 10).Aggregate(unchecked((int)2166136261), (sum, beat) => (sum ^ ((100 * beat) + 44)) * 16777619);
        Assert.Equal(expected, board.Run.Result(SelfTestLine.RPeaks));
    }

    [Fact]
    public void What_the_board_itself_does_takes_the_time_that_it_takes()
    {
        using SelfTestBoard board = new();
        board.RunKernels();

        Assert.InRange(board.Run.Microseconds(SelfTestLine.Adc), 500, 600);

        // 480 bytes at 10 MHz are 384 us.
        Assert.InRange(board.Run.Microseconds(SelfTestLine.Column), 384, 700);
    }

    [Fact]
    public void The_column_that_was_timed_is_to_be_seen_at_the_right()
    {
        using SelfTestBoard board = new();
        board.RunKernels();

        ushort[] column = [.. Enumerable.Range(0, 240).Select(y => board.Board.Panel.Pixel(317, y))];
        Assert.Equal((ushort)0x7FF4, Assert.Single(column.Distinct()));
    }

    [Fact]
    public void The_models_stand_below_with_the_hashes_that_stand_on_their_results()
    {
        using SelfTestBoard board = new();
        board.RunKernels();

        Model[] models = [new BedsideModel(), new SeedModel()];
        Assert.Equal(
            models.Select(model => (model.Name + model.Hash).ToUpperInvariant()),
            board.ModelLines.Select(line => line.Replace(" ", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_network_with_other_numbers_is_wrong_and_nothing_else_is()
    {
        Assert.Equal(["BEDSIDE BEAT"], Wrong(new ChangedModel(new BedsideModel()), null));
        Assert.Equal(
            Names.Where(name => name.StartsWith("SEED", StringComparison.Ordinal)), Wrong(null, new ChangedModel(new SeedModel())));

        static string[] Wrong(Model? bedside, Model? seed)
        {
            using SelfTestBoard board = new(bedside, seed);
            board.RunKernels();
            Assert.All(board.Lines, line => Assert.Contains(line.Verdict, new[] { "OK", "WRONG" }));
            return [.. board.Lines.Where(line => line.Verdict == "WRONG").Select(line => line.Name)];
        }
    }

    [Fact]
    public void A_network_that_is_right_on_the_timed_beat_alone_is_wrong_by_its_golden_beats()
    {
        // Before the head for infarction is tried, once when the model is checked and three times for its golden beats; then once when the model is
        // checked again, once for the timed beat: from the first golden beat on the numbers are others.
        using SelfTestBoard board = new(seed: new ChangedModel(new SeedModel(), rightReads: 6));
        using SelfTestBoard right = new();
        board.RunKernels();
        right.RunKernels();

        Assert.Equal(right.Run.Result(SelfTestLine.SeedFirst), board.Run.Result(SelfTestLine.SeedFirst));
        Assert.False(board.Run.IsRight(SelfTestLine.SeedFirst));
        Assert.Equal("WRONG", board.Lines[SelfTestLine.SeedFirst].Verdict);
    }

    [Fact]
    public void What_is_wrong_is_red_and_so_is_the_title()
    {
        using SelfTestBoard board = new(bedside: new ChangedModel(new BedsideModel()));
        board.RunKernels();
        board.StepFor(HumanUs);

        Assert.Equal(
            [0, 1 + SelfTestLine.Bedside],
            Enumerable.Range(0, 1 + SelfTestLine.Count).Where(row => Colours(row).Contains((ushort)0xFB65)));

        IEnumerable<ushort> Colours(int row) =>
            from x in Enumerable.Range(0, 316)
            from y in Enumerable.Range(row * SelfTestScreen.LineHeight, SelfTestScreen.LineHeight)
            select board.Board.Panel.Pixel(x, y);
    }

    [Fact]
    public void The_lines_of_the_seed_network_are_named_after_its_layers()
    {
        LayerSpec[] layers = new SeedModel().Layers();
        Assert.Equal($"SEED {layers[0].InChannels}X{layers[0].OutChannels}X{layers[0].Taps}", SelfTestLine.Name(SelfTestLine.SeedFirst));
        Assert.Equal($"SEED {layers[1].InChannels}X{layers[1].OutChannels}X{layers[1].Taps}", SelfTestLine.Name(SelfTestLine.SeedConvolution));
        Assert.All(Names, name => Assert.InRange(name.Length, 1, SelfTestLine.NameLength));
    }

    [Fact]
    public void The_screen_says_what_runs_before_it_runs_and_is_not_drawn_in_what_is_timed()
    {
        using SelfTestBoard board = new();
        HashSet<int> timed = [];
        board.StepUntil(() =>
        {
            if (board.Run.LastLine != SelfTestRun.NoLine && timed.Add(board.Run.LastLine) && !board.Run.IsComplete)
            {
                Assert.Equal("...", board.Lines[board.Run.LastLine].Verdict);
                Assert.Equal("SELF-TEST (US) RUNNING", board.Title);
            }

            return board.Run.IsComplete;
        });
        Assert.Equal(SelfTestLine.Count, timed.Count);
    }

    [Fact]
    public void It_ends_when_the_button_was_released_and_pressed_and_released_again()
    {
        using SelfTestBoard board = new();
        board.RunKernels();

        Assert.False(board.StepFor(HumanUs));
        Assert.Equal("SELF-TEST (US) RELEASE", board.Title);
        board.Board.StartButtonHeld = false;
        Assert.False(board.StepFor(HumanUs));
        Assert.Equal("SELF-TEST (US) PRESS START", board.Title);
        board.Board.StartButtonHeld = true;
        Assert.False(board.StepFor(HumanUs));
        Assert.Equal("SELF-TEST (US) RELEASE", board.Title);
        board.Board.StartButtonHeld = false;
        Assert.True(board.StepFor(HumanUs));
    }

    [Fact]
    public void Bouncing_contacts_are_no_press()
    {
        using SelfTestBoard board = new();
        board.RunKernels();
        board.StepFor(HumanUs);
        for (int bounce = 0; bounce < 20; bounce++)
        {
            board.Board.StartButtonHeld = bounce % 2 == 1;
            Assert.False(board.StepFor(5_000));
        }

        Assert.Equal("SELF-TEST (US) RELEASE", board.Title);
    }
}
