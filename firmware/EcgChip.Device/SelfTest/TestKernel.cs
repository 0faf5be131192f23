namespace EcgChip.Device.SelfTest
{
    /// <summary>A kernel of the self-test: what <see cref="Step"/> takes is timed, where it has a line, and nothing else of it.</summary>
    internal abstract class TestKernel
    {
        private readonly int firstLine;
        private readonly int known;

        /// <summary>A kernel that fills some lines of the table.</summary>
        /// <param name="firstLine">The first.</param>
        /// <param name="lineCount">How many, one after the other.</param>
        /// <param name="known">The result that has to come out.</param>
        protected TestKernel(int firstLine, int lineCount, int known)
        {
            this.known = known;
            this.firstLine = firstLine;
            LineCount = lineCount;
        }

        /// <summary>Lines that it fills.</summary>
        public int LineCount { get; }

        /// <summary>The line that the next step's time belongs to; <see cref="SelfTestRun.NoLine"/> where it is not timed.</summary>
        public virtual int Line
        {
            get { return firstLine; }
        }

        /// <summary>A slice of the kernel, some milliseconds; true when it is finished.</summary>
        public abstract bool Step();

        /// <summary>What came out, when it is finished: a checksum of it, as a rule.</summary>
        public abstract int Result();

        /// <summary>Whether that is what has to come out.</summary>
        /// <param name="result">What came out.</param>
        /// <param name="microseconds">What the first line's steps took.</param>
        public virtual bool IsRight(int result, int microseconds)
        {
            return result == known;
        }
    }
}
