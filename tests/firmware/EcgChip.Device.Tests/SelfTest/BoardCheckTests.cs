using System;
using System.Linq;
using System.Reflection;
using EcgChip.Device.Seams;
using EcgChip.Device.SelfTest;
using EcgChip.Inference;
using EcgChip.Models.Infarction;
using EcgChip.Models.Seed;
using EcgChip.Records.Link;

namespace EcgChip.Device.Tests.SelfTest;

/// <summary>The self-test's checks of the board: what they find on a sound board, and that each finds what it is there for.</summary>
public sealed class BoardCheckTests
{
    [Fact]
    public void Every_line_of_a_sound_board_passes_and_is_told_by_the_name_that_the_display_shows()
    {
        using SelfTestBoard board = new(battery: new Battery(3900));
        board.RunKernels();

        SelfTestLines lines = board.Run.Lines;
        Assert.Equal(SelfTestRun.LinesInAll, lines.Count);
        string[] names = [.. Enumerable.Range(0, lines.Count).Select(lines.Name)];
        string[] expected =
        [
            .. Enumerable.Range(0, CheckLine.Speed).Select(CheckLine.Name), .. Enumerable.Range(0, SelfTestLine.Count).Select(SelfTestLine.Name),
            CheckLine.Name(CheckLine.Speed),
        ];
        Assert.Equal(expected, names);
        Assert.All(Enumerable.Range(0, lines.Count), line => Assert.True(lines.Verdict(line) == SelfTestVerdict.Passed, names[line]));
        Assert.False(lines.AnyFailed);
        Assert.False(board.Run.AnyWrong);
        Assert.All(names, name => Assert.InRange(name.Length, 1, SelfTestLine.NameLength));
        Assert.InRange(Value(lines, CheckLine.Reference), 1250, 1350);
        Assert.InRange(Value(lines, CheckLine.Centre), 1200, 1400);
        Assert.Equal(3900, Value(lines, CheckLine.Battery));
    }

    [Fact]
    public void The_infarction_head_gives_what_the_plain_kernels_give_for_the_golden_beats()
    {
        Type type = typeof(SelfTestRun).Assembly.GetType("EcgChip.Device.SelfTest.SeedGoldenBeats")!;
        object golden = Activator.CreateInstance(type, nonPublic: true)!;
        MethodInfo known = typeof(SelfTestRun).Assembly.GetType("EcgChip.Device.SelfTest.KnownResults")!.GetMethod("Infarction")!;
        PlainRunner trunk = new(new SeedModel());
        PlainRunner head = new(new InfarctionModel());
        int trunkLayers = HeadRunner.TrunkLayers(new SeedModel());
        int beats = (int)type.GetProperty("Count")!.GetValue(golden)!;
        int[] expected = new int[beats];
        for (int beat = 0; beat < beats; beat++)
        {
            trunk.Run((sbyte[])type.GetMethod("Input")!.Invoke(golden, [beat])!);
            head.Run(trunk.Outputs[trunkLayers - 1]);
            expected[beat] = head.Logits.Aggregate(unchecked((int)2166136261), (sum, logit) => (sum ^ logit) * 16777619);
        }

        // New weights: enter these numbers in KnownResults.
        Assert.Equal(expected, Enumerable.Range(0, beats).Select(beat => (int)known.Invoke(null, [beat])!));
    }

    [Fact]
    public void A_head_with_another_number_fails_and_one_that_is_not_there_is_no_fault()
    {
        Assert.Equal(["INFARCTION"], Failed(new SelfTestBoard(head: new ChangedHead())));
        using SelfTestBoard without = new(hasHead: false);
        without.RunKernels();
        Assert.Equal(SelfTestVerdict.NotThere, Verdict(without.Run.Lines, CheckLine.Infarction));
        Assert.False(without.Run.AnyWrong);
    }

    [Fact]
    public void Each_of_the_board_s_parts_that_is_wrong_is_found_by_its_line_alone()
    {
        Assert.Equal(["REFERENCE MV"], Failed(With(board => board.Board.Faults.ReferenceVolts = 1.05)));
        Assert.Equal(["LEAD OFF+ MV"], Failed(With(board => board.Board.Faults.ComparatorVolts = positive => positive ? 1.6 : null)));
        Assert.Equal(["LEAD OFF- MV"], Failed(With(board => board.Board.Faults.ComparatorVolts = positive => positive ? null : 0.9)));
        Assert.Equal(["FLASH 512"], Failed(With(board => board.Board.Faults.Files = new ForgetfulFlash(board.Board.Flash))));
        Assert.Equal(["BATTERY MV"], Failed(new SelfTestBoard(battery: new Battery(2900))));
        Assert.Equal(["BATTERY MV"], Failed(new SelfTestBoard(battery: new Battery(4500))));
    }

    [Fact]
    public void An_electrode_that_is_off_leaves_the_centre_unjudged_and_the_comparators_right()
    {
        using SelfTestBoard board = With(each => each.Board.Electrodes.Lose(true, 0, 100));
        board.RunKernels();
        SelfTestLines lines = board.Run.Lines;
        Assert.Equal(SelfTestVerdict.NotThere, Verdict(lines, CheckLine.Centre));
        Assert.InRange(Value(lines, CheckLine.LeadOffPositive), 2450, 3300);
        Assert.InRange(Value(lines, CheckLine.LeadOffNegative), 0, 300);
        Assert.False(board.Run.AnyWrong);
    }

    [Fact]
    public void On_usb_power_the_board_keeps_the_front_end_off_and_its_lines_are_not_judged()
    {
        using SelfTestBoard board = new(battery: new Battery(4000, isOnUsb: true));
        board.Board.Faults.ReferenceVolts = 0;
        board.RunKernels();
        SelfTestLines lines = board.Run.Lines;
        Assert.Equal(
            [CheckLine.Reference, CheckLine.Centre, CheckLine.LeadOffPositive, CheckLine.LeadOffNegative],
            Enumerable.Range(0, CheckLine.Count).Where(check => Verdict(lines, check) == SelfTestVerdict.NotThere));
        Assert.False(board.Run.AnyWrong);
    }

    [Fact]
    public void A_front_end_that_rests_elsewhere_is_found()
    {
        // Behind the high-pass nothing takes it away.
        using SelfTestBoard board = With(each => each.Board.Faults.OutputErrorVolts = 0.25);
        Assert.Equal(["CENTRE MV"], Failed(board));
    }

    [Fact]
    public void The_flash_is_left_as_it_was()
    {
        using SelfTestBoard board = new();
        board.RunKernels();
        Assert.DoesNotContain(board.Board.Flash.GetFiles("I:\\"), path => path.Contains("selftest", StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_of_checks_and_that_of_kernels_take_turns_when_all_is_done()
    {
        using SelfTestBoard board = new(battery: new Battery(2900));
        board.RunKernels();
        board.StepFor(1_000_000);
        Assert.Equal("CONDITION 1K", board.Lines[0].Name);
        board.StepFor(8_000_000);
        Assert.Equal("REFERENCE MV", board.Lines[0].Name);
        Assert.Equal(("BATTERY MV", "2900", "WRONG"), board.Lines[CheckLine.Battery]);
        Assert.Equal("OK", board.Lines[CheckLine.Speed].Verdict);
        board.StepFor(8_000_000);
        Assert.Equal(("CONDITION 1K", "OK"), (board.Lines[0].Name, board.Lines[0].Verdict));
    }

    private static SelfTestBoard With(Action<SelfTestBoard> change)
    {
        SelfTestBoard board = new();
        change(board);
        return board;
    }

    private static string[] Failed(SelfTestBoard board)
    {
        using (board)
        {
            board.RunKernels();
            SelfTestLines lines = board.Run.Lines;
            Assert.True(board.Run.AnyWrong && lines.AnyFailed);
            return [.. Enumerable.Range(0, lines.Count).Where(line => lines.Verdict(line) == SelfTestVerdict.Failed).Select(lines.Name)];
        }
    }

    private static int Place(SelfTestLines lines, int check) =>
        Enumerable.Range(0, lines.Count).Single(line => lines.Name(line) == CheckLine.Name(check));

    private static int Value(SelfTestLines lines, int check) => lines.Value(Place(lines, check));

    private static int Verdict(SelfTestLines lines, int check) => lines.Verdict(Place(lines, check));

    private sealed class Battery(int millivolts, bool isOnUsb = false) : IBattery
    {
        public bool IsOnUsb => isOnUsb;

        public int Millivolts() => millivolts;
    }
}
