using System;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.WeightsGen.Commands;

namespace EcgChip.WeightsGen.Tests.Commands;

/// <summary>Trainings as programs of their own, which end well or are killed.</summary>
public sealed class KilledTrainingTests : IClassFixture<UnbrokenTraining>
{
    private const int IntoTheEpochMs = 60;
    private readonly UnbrokenTraining _unbroken;

    public KilledTrainingTests(UnbrokenTraining unbroken)
    {
        _unbroken = unbroken;
    }

    [Fact]
    public void A_training_writes_weights_and_a_line_for_each_epoch_and_leaves_nothing_half_written()
    {
        Assert.Equal(ExitCode.Done, _unbroken.Code);
        Assert.Equal(string.Empty, _unbroken.Errors);
        Assert.Contains("Wrote ", _unbroken.Output, StringComparison.Ordinal);
        Assert.Equal(1 + 3, _unbroken.Log.TrimEnd().Split('\n').Length);
        Assert.DoesNotContain(_unbroken.Files, file => file.Contains("unfinished", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_seed_gives_the_same_file_of_weights_again()
    {
        using WeightsGenProcess program = new();
        Assert.Equal(ExitCode.Done, program.Run(program.Train()).Code);

        AssertAsUnbroken(program);
    }

    [Fact]
    public void A_training_that_is_killed_in_an_epoch_goes_on_and_ends_with_the_same_weights()
    {
        using WeightsGenProcess program = new();
        using (Process training = program.Start(program.Train()))
        {
            program.WaitForEpoch(training, 1);
            Thread.Sleep(IntoTheEpochMs);
            training.Kill();
            training.WaitForExit();
        }

        Assert.InRange(program.EpochsDone(), 1, 2);
        Assert.False(File.Exists(program.Weights));
        Assert.Equal(ExitCode.Done, program.Run(program.Train("--resume")).Code);
        AssertAsUnbroken(program);
    }

    [SkippableFact]
    public void A_training_that_is_killed_in_the_middle_of_writing_a_checkpoint_goes_on_and_ends_with_the_same_weights()
    {
        Skip.If(RuntimeInformation.IsOSPlatform(OSPlatform.Windows), "Windows has no named pipes in folders.");
        using WeightsGenProcess program = new();
        string unfinished = WholeFile.UnfinishedOf(program.Checkpoint);
        byte[] half;
        using (Process training = program.Start(program.Train()))
        {
            // Where the checkpoint is written stands a pipe: the program hangs in the write once the pipe is full.
            program.WaitForEpoch(training, 1);
            while (WeightsGenProcess.End(program.Start("mkfifo", [unfinished])).Code != 0)
                Assert.False(training.HasExited);
            half = new byte[new FileInfo(program.Checkpoint).Length / 2];
            Task reading = Task.Run(() =>
            {
                using FileStream pipe = File.OpenRead(unfinished);
                pipe.ReadExactly(half);
                training.Kill();
            });
            Assert.True(reading.Wait(TimeSpan.FromMinutes(2)), "No checkpoint is written.");
            training.WaitForExit();
        }

        File.Delete(unfinished);
        File.WriteAllBytes(unfinished, half);
        Assert.InRange(program.EpochsDone(), 1, 2);
        Assert.Equal(ExitCode.Done, program.Run(program.Train("--resume")).Code);
        AssertAsUnbroken(program);
    }

    [SkippableFact]
    public void A_training_that_is_interrupted_says_how_to_go_on()
    {
        Skip.If(RuntimeInformation.IsOSPlatform(OSPlatform.Windows), "Windows interrupts otherwise.");
        using WeightsGenProcess program = new();

        // A shell that runs the tests in the background lets them, and what they start, ignore SIGINT; env of coreutils 8.31 undoes that.
        Skip.IfNot(WeightsGenProcess.End(program.Start("env", ["--default-signal=INT", "true"])).Code == 0, "Needs env with --default-signal.");
        Process training = program.StartBy("env", ["--default-signal=INT"], program.Train());
        program.WaitForEpoch(training, 1);
        WeightsGenProcess.End(program.Start("kill", ["-INT", $"{training.Id}"]));

        (int code, _, string errors) = WeightsGenProcess.End(training);

        Assert.Equal(ExitCode.Failed, code);
        Assert.StartsWith("Stopped: ", errors, StringComparison.Ordinal);
        Assert.Contains("--resume", errors, StringComparison.Ordinal);
        Assert.False(File.Exists(program.Weights));
    }

    [SkippableFact]
    public void On_a_terminal_a_bar_shows_how_far_the_training_is_and_how_long_it_takes_yet()
    {
        Skip.IfNot(RuntimeInformation.IsOSPlatform(OSPlatform.Linux), "script is another program elsewhere.");
        Skip.IfNot(File.Exists("/usr/bin/script"), "script, which makes a terminal, is not installed.");
        using WeightsGenProcess program = new();
        string line = $"dotnet {typeof(CommandLine).Assembly.Location} {string.Join(' ', program.Train())}";

        (int code, string output, _) = WeightsGenProcess.End(program.Start("script", ["-qec", line, "/dev/null"]));

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("epoch 2 of 3", output, StringComparison.Ordinal);
        Assert.Contains("33%", output, StringComparison.Ordinal);
        Assert.Matches("[0-9-]{2}:[0-9-]{2}:[0-9-]{2}", output);
        Assert.Contains("Reading mitbih_train.csv", output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void On_a_terminal_bars_show_how_far_the_evaluation_is()
    {
        Skip.IfNot(RuntimeInformation.IsOSPlatform(OSPlatform.Linux), "script is another program elsewhere.");
        Skip.IfNot(File.Exists("/usr/bin/script"), "script, which makes a terminal, is not installed.");
        using WeightsGenProcess program = new();
        Directory.CreateDirectory(Path.GetDirectoryName(program.Weights)!);
        File.WriteAllBytes(program.Weights, _unbroken.Weights);
        string line = $"dotnet {typeof(CommandLine).Assembly.Location} evaluate seed --data {program.Data}";

        (int code, string output, _) = WeightsGenProcess.End(program.Start("script", ["-qec", line, "/dev/null"]));

        Assert.Equal(ExitCode.Done, code);
        Assert.All(["Reading mitbih_test.csv", "In float", "In int8", "100%"], word => Assert.Contains(word, output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("mitbih_train.csv")]
    [InlineData("mitbih_test.csv")]
    public void A_file_that_is_cut_off_leaves_nothing_behind(string file)
    {
        using WeightsGenProcess program = new();
        string path = Path.Combine(program.Data, file);
        File.WriteAllText(path, File.ReadAllText(path)[..^200]);

        (int code, string output, string errors) = program.Run(program.Train());

        Assert.Equal(ExitCode.Unusable, code);
        Assert.Equal(string.Empty, output);
        Assert.Contains(file, Assert.Single(errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Empty(program.Files);
    }

    [Fact]
    public void Evaluate_tests_the_folder_s_test_file_and_any_other_and_refuses_what_was_learnt_from()
    {
        using WeightsGenProcess program = new();
        Directory.CreateDirectory(Path.GetDirectoryName(program.Weights)!);
        File.WriteAllBytes(program.Weights, _unbroken.Weights);
        string other = Path.Combine(program.Data, "other.csv");
        File.Copy(Path.Combine(program.Data, "mitbih_test.csv"), other);

        (int code, string ofFolder, string errors) = program.Run("evaluate", "seed", "--data", program.Data, "--json", "-");
        Assert.Equal((ExitCode.Done, string.Empty), (code, errors));
        Assert.Contains("\"protocol\": \"csv\"", ofFolder, StringComparison.Ordinal);
        Assert.Contains("\"beats\": 30", ofFolder, StringComparison.Ordinal);
        Assert.Equal(ofFolder, program.Run("evaluate", "seed", "--data", other, "--json", "-").Output);

        (code, _, errors) = program.Run("evaluate", "seed", "--data", Path.Combine(program.Data, "mitbih_train.csv"));
        Assert.Equal(ExitCode.Unusable, code);
        Assert.Contains("have learnt from", errors, StringComparison.Ordinal);
    }

    private void AssertAsUnbroken(WeightsGenProcess program)
    {
        Assert.Equal(_unbroken.Weights, File.ReadAllBytes(program.Weights));
        Assert.Equal(_unbroken.Log, File.ReadAllText(program.Log));
        Assert.DoesNotContain(program.Files, file => file.Contains("unfinished", StringComparison.Ordinal));
    }
}
