using EcgChip.Records.Link;

namespace EcgChip.Device.SelfTest
{
    /// <summary>A check of the board: something is measured, and has to lie within bounds.</summary>
    internal abstract class BoardCheck
    {
        /// <summary>What was measured, once <see cref="Step"/> has said true.</summary>
        public int Value { get; protected set; }

        /// <summary>The least that it may be.</summary>
        public int Least { get; protected set; } = SelfTestLines.NoLeast;

        /// <summary>The most that it may be.</summary>
        public int Most { get; protected set; } = SelfTestLines.NoMost;

        /// <summary>A <see cref="SelfTestUnit"/>.</summary>
        public int Unit { get; protected set; }

        /// <summary>A <see cref="SelfTestVerdict"/>; passed as long as nothing but the bounds decides.</summary>
        public int Verdict { get; protected set; } = SelfTestVerdict.Passed;

        /// <summary>The verdict, the bounds looked at.</summary>
        public int Judged
        {
            get { return Verdict == SelfTestVerdict.Passed && (Value < Least || Value > Most) ? SelfTestVerdict.Failed : Verdict; }
        }

        /// <summary>A slice of some milliseconds; true when it is finished.</summary>
        public abstract bool Step();
    }
}
