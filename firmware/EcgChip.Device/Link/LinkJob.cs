namespace EcgChip.Device.Link
{
    /// <summary>A request that takes more than a slice.</summary>
    internal abstract class LinkJob
    {
        /// <summary>A slice. True when the answer, or the refusal, stands in the call.</summary>
        internal abstract bool Step();
    }
}
