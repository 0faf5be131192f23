namespace EcgChip.Inference
{
    /// <summary>
    /// One layer as resumable work. A slice costs at most about 350,000 of the chip's instructions, 2.2 ms: with about 55 for each
    /// executed IL instruction at worst, <see cref="SliceIl"/> of them.
    /// </summary>
    public abstract class LayerJob
    {
        /// <summary>IL instructions that a slice executes, about, when it has enough to do.</summary>
        public const int SliceIl = 6200;

        /// <summary>One bounded slice; true when the layer is finished.</summary>
        public abstract bool RunSlice();
    }
}
