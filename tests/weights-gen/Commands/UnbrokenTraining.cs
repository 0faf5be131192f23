using System.Collections.Generic;
using System.IO;

namespace EcgChip.WeightsGen.Tests.Commands;

/// <summary>A training that nothing stopped: what others have to end with.</summary>
public sealed class UnbrokenTraining
{
    public UnbrokenTraining()
    {
        using WeightsGenProcess program = new();
        (Code, Output, Errors) = program.Run(program.Train());
        Files = [.. program.Files];
        Weights = File.Exists(program.Weights) ? File.ReadAllBytes(program.Weights) : [];
        Log = File.Exists(program.Log) ? File.ReadAllText(program.Log) : string.Empty;
    }

    public int Code { get; }

    public string Output { get; }

    public string Errors { get; }

    public IReadOnlyList<string> Files { get; }

    public byte[] Weights { get; }

    public string Log { get; }
}
