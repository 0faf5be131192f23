using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Splits;

namespace EcgChip.WeightsGen.Commands;

/// <summary><c>weights-gen split</c>: how the committed lists of test beats were drawn. Drawing again gives the same lists.</summary>
public static class SplitCommand
{
    /// <summary>What the committed lists were drawn with.</summary>
    public const int DrawingSeed = 1;

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        Option<string> data = SharedOptions.Data();
        Option<string?> folder = new("--out") { Description = "Folder for the lists; without it those in the repository are written again, to the same." };
        Command command = new("split", "Draws the lists of test beats, as it was done once; again gives the same. Reads the annotations of the recordings alone. Writes balanced.csv and random.txt.") { data, folder };
        command.SetAction(parsed => Draw(parsed.GetRequiredValue(data), parsed.GetValue(folder)));
        return command;
    }

    private static int Draw(string data, string? folder)
    {
        string target = folder ?? Places.Find().TestBeats;
        IReadOnlyList<AnnotatedBeat> all = AnnotatedBeat.ReadAll(Recordings.All(data));
        WholeFile.WriteText(Split.BalancedFile(target), TestList.ToTable(SplitDrawing.Balanced(all, DrawingSeed)));
        WholeFile.WriteText(Split.RandomFile(target), TestList.ToCompact(SplitDrawing.Random(all, DrawingSeed)));
        Console.WriteLine($"Wrote {Split.BalancedFile(target)} and {Split.RandomFile(target)}.");
        return ExitCode.Done;
    }
}
