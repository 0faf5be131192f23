namespace EcgChip.Inference
{
    /// <summary>
    /// One layer as resumable work. A slice costs at most about 350,000 of the chip's instructions, 2.2 ms: with about 55 for each
    /// executed IL instruction at worst, <see cref="LongSliceIl"/> of them.
    /// </summary>
    public abstract class LayerJob
    {
        /// <summary>A slice that fits a slot twice.</summary>
        public const int LongSliceIl = 6200;

        /// <summary>
        /// A shorter one, for a network that must keep up with the heart: short slices leave less of a slot unused, and weights that are loaded
        /// oftener cost it little.
        /// </summary>
        public const int ShortSliceIl = 4300;

        /// <summary>IL instructions that a slice executes, about, when it has enough to do.</summary>
        public int SliceIl = LongSliceIl;

        /// <summary>One bounded slice; true when the layer is finished.</summary>
        public abstract bool RunSlice();
    }
}
