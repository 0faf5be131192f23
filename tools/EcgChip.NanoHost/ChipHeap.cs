using System.Text;

namespace EcgChip.NanoHost;

/// <summary>
/// How many bytes a thing takes in the heap of nanoFramework's interpreter: it hands out blocks of 12 bytes (CLR_RT_HeapBlock in nf-interpreter),
/// one for an object's head and one for each field of whatever type.
/// </summary>
public static class ChipHeap
{
    /// <summary>The heap's unit.</summary>
    public const int BlockBytes = 12;

    /// <summary>A boxed number: its head and its value.</summary>
    public const int BoxBytes = 2 * BlockBytes;

    /// <summary>A delegate.</summary>
    public const int DelegateBytes = 3 * BlockBytes;

    /// <summary>A string that was loaded from the assembly: a head that points to the text, which stays in flash.</summary>
    public const int LiteralBytes = BlockBytes;

    /// <summary>
    /// The libraries' own tables and objects, in heap from the start: measured in the interpreter with the libraries that the firmware uses,
    /// about 14 KB.
    /// </summary>
    public const int LibrariesBytes = 14 * 1024;

    private const int ArrayHeadBytes = 20;

    // A frame's own fields, and the least number of blocks for its locals and evaluation stack (CLR_RT_StackFrame::Push): about 200 bytes in all.
    private const int FrameHeadBytes = 80;
    private const int LeastFrameBlocks = 10;
    private const int SpareFrameBlocks = 3;

    /// <summary>An object, or a struct, with this many fields, inherited ones included. What they refer to is not counted.</summary>
    public static int ObjectBytes(int fields) => BlockBytes * (1 + fields);

    /// <summary>An array of numbers.</summary>
    /// <param name="length">Elements.</param>
    /// <param name="elementBytes">Bytes of an element: 1 to 8 for numbers, <see cref="BlockBytes"/> for a reference.</param>
    public static long ArrayBytes(long length, int elementBytes) => RoundedUp(ArrayHeadBytes + (length * elementBytes));

    /// <summary>A string that was made at run time: its text in UTF-8 with a zero behind it.</summary>
    public static long StringBytes(string text) => RoundedUp(BlockBytes + Encoding.UTF8.GetByteCount(text) + 1);

    /// <summary>What a call takes for as long as the called method runs.</summary>
    /// <param name="locals">Locals of the method.</param>
    /// <param name="maxStack">Values that it has on the evaluation stack at once, at most.</param>
    public static int FrameBytes(int locals, int maxStack) =>
        FrameHeadBytes + (BlockBytes * System.Math.Max(LeastFrameBlocks, locals + maxStack + SpareFrameBlocks));

    private static long RoundedUp(long bytes) => (bytes + BlockBytes - 1) / BlockBytes * BlockBytes;
}
