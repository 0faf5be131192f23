namespace EcgChip.Device.Seams
{
    /// <summary>A line to the desktop: bytes in, bytes out, none of them sure to arrive.</summary>
    public interface ILink
    {
        /// <summary>Takes bytes that have come in; never waits for any.</summary>
        /// <returns>How many there were, at most <paramref name="count"/>; 0 for none.</returns>
        int Read(byte[] buffer, int offset, int count);

        /// <summary>Sends bytes, and takes as long as they take on the wire.</summary>
        void Write(byte[] buffer, int offset, int count);
    }
}
