namespace EcgChip.Records
{
    /// <summary>
    /// The code that packed samples are written in; both <see cref="SamplePacker"/> and <see cref="SampleUnpacker"/> keep to it.
    /// <para>
    /// Each sample's difference to the one before (the first to 0), taken in 16 bits with wrap-around, is folded to 0..65535
    /// (0, -1, 1, -2, ... become 0, 1, 2, 3, ...) and written as a Rice code with parameter k, highest bit first: the quotient by 2^k as
    /// that many ones and a zero, then the k low bits. A quotient of <see cref="EscapeLength"/> or more is written as <see
    /// cref="EscapeLength"/> ones and the 16 bits as they are. k follows the signal without being written: it moves by at most one a
    /// sample, so that 2^k stays between half and the whole of a running mean over some four folded differences. (Rice and Plaunt 1971;
    /// adapting from what both sides have already seen instead of in blocks with a header as in LOCO-I, Weinberger, Seroussi and Sapiro
    /// 2000, section III.)
    /// </para>
    /// </summary>
    internal static class SampleCode
    {
        /// <summary>
        /// Ones that say "16 plain bits follow". With it no code is longer than 24 bits, and 7 bits left over from the last byte fit in the
        /// same int.
        /// </summary>
        internal const int EscapeLength = 8;

        /// <summary>Bits of a folded difference written plainly.</summary>
        internal const int PlainBits = 16;

        /// <summary>Longest code in bits.</summary>
        internal const int LongestCode = EscapeLength + PlainBits;

        /// <summary>Largest k: 2^15 is half of the largest folded difference.</summary>
        internal const int LargestParameter = 15;

        /// <summary>The running mean is kept times 2^this, and forgets a part of 2^-this at each sample.</summary>
        internal const int MeanShift = 2;

        /// <summary>k at the start.</summary>
        internal const int FirstParameter = 4;

        /// <summary>Scaled running mean at the start: 2^4, times 2^<see cref="MeanShift"/>.</summary>
        internal const int FirstMean = 64;

        /// <summary>Bits in a byte.</summary>
        internal const int ByteBits = 8;

        /// <summary>Shift that leaves a 32-bit int's sign in every bit.</summary>
        internal const int SignShift = 31;
    }
}
