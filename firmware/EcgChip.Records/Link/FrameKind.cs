namespace EcgChip.Records.Link
{
    /// <summary>Who says something, and how.</summary>
    public static class FrameKind
    {
        /// <summary>The desktop asks.</summary>
        public const int Request = 0;

        /// <summary>The device did it; the payload is the verb's.</summary>
        public const int Answer = 1;

        /// <summary>The device did not do it, and changed nothing: a <see cref="LinkRefusal"/> and one byte that tells more.</summary>
        public const int Refusal = 2;
    }
}
