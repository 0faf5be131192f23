namespace EcgChip.Cli.Bench;

/// <summary>
/// What a line of the firmware's self-test takes on the chip's clock: beside it goes what a device shows.
/// </summary>
/// <param name="Name">The name that the device shows.</param>
/// <param name="Instructions">Instructions of the chip's interpreter, from one look at the clock to the other.</param>
/// <param name="Il">IL instructions.</param>
/// <param name="Us">Microseconds that the self-test shows: the instructions, and what ADC and display take beside them.</param>
/// <param name="IsRight">True when the self-test finds the result right.</param>
public sealed record KernelBench(string Name, long Instructions, long Il, int Us, bool IsRight);
