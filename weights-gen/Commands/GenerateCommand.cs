using System;
using System.CommandLine;
using System.IO;
using EcgChip.WeightsGen.Emission;
using EcgChip.WeightsGen.Evaluation;
using EcgChip.WeightsGen.Golden;
using EcgChip.WeightsGen.Infarction;
using EcgChip.WeightsGen.Networks;
using EcgChip.WeightsGen.Quantisation;
using EcgChip.WeightsGen.Splits;
using EcgChip.WeightsGen.Weights;

namespace EcgChip.WeightsGen.Commands;

/// <summary><c>weights-gen generate</c>: the committed weights as the firmware's C#. Needs neither recordings nor libtorch.</summary>
public static class GenerateCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        Argument<string> network = SharedOptions.Network();
        Command command = new("generate", "Turns trained weights into 8-bit integers for the chip. Reads models/NETWORK.safetensors, and neither recordings nor libtorch. Writes the firmware's C#, golden vectors (beats with a checksum of what each layer makes of them), and those few of them that the device's self-test runs.") { network };
        command.SetAction(parsed => Generate(parsed.GetRequiredValue(network)));
        return command;
    }

    /// <summary>What generate writes for a network, from the weights that are committed.</summary>
    /// <exception cref="InputException">There are no usable weights.</exception>
    public static string TextOf(string name, Places places)
    {
        ArgumentNullException.ThrowIfNull(places);
        if (name == HeadShape.Name)
            return InfarctionCommands.TextOf(places);

        KnownNetwork network = KnownNetwork.Find(name);
        TrainedWeights weights = TrainedWeights.Load(places.Weights(name), network.Shape);
        QuantisedModel model = weights.Quantise();
        Split split = Split.Load(weights.Origin.Split, places.TestBeats);
        return ModelSource.Write(model, network.Shape, ModelHead.Lines(network, weights.Origin, split, PatientRunLog.Find(places.PatientRuns, model.Hash)));
    }

    private static int Generate(string name)
    {
        Places places = Places.Find();
        WholeFile.WriteText(places.Generated(name), TextOf(name, places));
        GoldenNetwork golden = GoldenNetworks.FromWeights(name, places);
        GoldenFile vectors = GoldenFile.Of(golden, GoldenBeats.Make(golden));
        WholeFile.WriteText(places.Golden(name), vectors.ToText());
        Console.WriteLine($"Wrote {places.Generated(name)} and {places.Golden(name)}.");
        if (GoldenNetworks.IsInSelfTest(name))
        {
            WholeFile.WriteText(places.GoldenOnChip(name), GoldenSource.Write(vectors));
            Console.WriteLine($"Wrote {places.GoldenOnChip(name)}.");
        }

        return ExitCode.Done;
    }
}
