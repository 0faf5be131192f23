using System;
using System.Collections.Generic;
using System.Threading;

namespace EcgChip.NanoHost;

/// <summary>
/// What the chip's interpreter has executed, in its own instructions. Firmware that was rewritten to run on the chip's clock charges it; other
/// firmware leaves it alone. One chip runs on the chip's clock in a process at a time.
/// </summary>
public static class InstructionMeter
{
    /// <summary>Instructions since the process began.</summary>
    public static long Executed;

    /// <summary>IL instructions since the process began, each counted once, whatever it costs.</summary>
    public static long IlExecuted;

    /// <summary>What each method has executed itself since the process began, by full name; null when nothing runs on the chip's clock.</summary>
    public static Func<IReadOnlyDictionary<string, long>>? ByMethod;

    /// <summary>Millions of instructions a second that the chip does; 0 when the firmware does not run on the chip's clock.</summary>
    public static int Mips;

    /// <summary>Ends what runs on the chip's clock; the program inside listens to this and not to the system's signals.</summary>
    public static CancellationToken Cancellation;

    /// <summary>
    /// Asks the firmware something that nobody would ask on the chip: its time stands still meanwhile. What methods executed by themselves
    /// (<see cref="ByMethod"/>) counts on.
    /// </summary>
    public static T Unmetered<T>(Func<T> ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        (long executed, long ilExecuted) = (Executed, IlExecuted);
        T answer = ask();
        (Executed, IlExecuted) = (executed, ilExecuted);
        return answer;
    }
}
