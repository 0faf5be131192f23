using EcgChip.NanoHost;

namespace EcgChip.Simulator.Board;

/// <summary>
/// The board's time as the chip would live it: it moves by the instructions that the interpreter executes (<see cref="InstructionMeter"/>) and
/// by what native calls take, and by nothing else.
/// </summary>
public sealed class ChipTime : VirtualClock
{
    private readonly int mips;
    private readonly long origin;

    /// <summary>A clock that starts now.</summary>
    /// <param name="mips">Millions of instructions a second that the chip does, which is instructions a microsecond.</param>
    public ChipTime(int mips)
    {
        this.mips = mips;
        origin = InstructionMeter.Executed;
    }

    /// <inheritdoc/>
    public override long NowUs => base.NowUs + ((InstructionMeter.Executed - origin) / mips);

    /// <inheritdoc/>
    public override bool ChargesCalls => true;

    /// <inheritdoc/>
    public override long Look() => NowUs;
}
