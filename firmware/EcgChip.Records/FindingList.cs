using System;

namespace EcgChip.Records
{
    /// <summary>What was found in a recording's rhythm: a code, how often, a value, and where the clearest is to be seen. Holds a fixed number.</summary>
    public sealed class FindingList
    {
        /// <summary>Findings that a recording made by this firmware can have: one of each code.</summary>
        public const int UsualCapacity = 15;

        /// <summary>Most findings that a record can have.</summary>
        public const int LargestCapacity = 255;

        private const int StartAt = 0;
        private const int EndAt = 1;
        private const int ValueAt = 2;
        private const int CountAt = 3;
        private const int NumbersEach = 4;

        private readonly byte[] codes;
        private readonly int[] numbers;
        private int count;

        /// <summary>Makes room for <paramref name="capacity"/> findings; 17 bytes of heap each.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The capacity is negative or larger than <see cref="LargestCapacity"/>.</exception>
        public FindingList(int capacity)
        {
            if (capacity < 0 || capacity > LargestCapacity)
            {
                throw new ArgumentOutOfRangeException(nameof(capacity));
            }

            codes = new byte[capacity];
            numbers = new int[capacity * NumbersEach];
        }

        /// <summary>Findings in the list.</summary>
        public int Count
        {
            get { return count; }
        }

        /// <summary>Empties the list.</summary>
        public void Clear()
        {
            count = 0;
        }

        /// <summary>Adds a finding. False when the list is full.</summary>
        /// <param name="code">What was found, 1 to 255.</param>
        /// <param name="times">How often, at least once.</param>
        /// <param name="value">A number to it, not negative.</param>
        /// <param name="start">Sample at which it begins, from the start of the recording.</param>
        /// <param name="end">Sample at which it ends, not before the start.</param>
        /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
        public bool Add(int code, int times, int value, int start, int end)
        {
            if (code < 1 || code > byte.MaxValue)
            {
                throw new ArgumentOutOfRangeException(nameof(code));
            }

            if (times < 1 || value < 0 || start < 0 || end < start)
            {
                throw new ArgumentOutOfRangeException(nameof(times));
            }

            if (count == codes.Length)
            {
                return false;
            }

            codes[count] = (byte)code;
            int at = count * NumbersEach;
            numbers[at + StartAt] = start;
            numbers[at + EndAt] = end;
            numbers[at + ValueAt] = value;
            numbers[at + CountAt] = times;
            count++;
            return true;
        }

        /// <summary>What was found.</summary>
        public int Code(int finding)
        {
            CheckFinding(finding);
            return codes[finding];
        }

        /// <summary>How often it was found.</summary>
        public int Times(int finding)
        {
            return Number(finding, CountAt);
        }

        /// <summary>The number to it, in the unit that the code says.</summary>
        public int Value(int finding)
        {
            return Number(finding, ValueAt);
        }

        /// <summary>Sample at which it begins, from the start of the recording.</summary>
        public int Start(int finding)
        {
            return Number(finding, StartAt);
        }

        /// <summary>Sample at which it ends, from the start of the recording.</summary>
        public int End(int finding)
        {
            return Number(finding, EndAt);
        }

        internal int EncodedBytes()
        {
            int bytes = count;
            for (int finding = 0; finding < count; finding++)
            {
                bytes += LittleEndian.VarintLength(Times(finding)) + LittleEndian.VarintLength(Value(finding))
                    + LittleEndian.VarintLength(Start(finding)) + LittleEndian.VarintLength(End(finding) - Start(finding));
            }

            return bytes;
        }

        private int Number(int finding, int which)
        {
            CheckFinding(finding);
            return numbers[finding * NumbersEach + which];
        }

        private void CheckFinding(int finding)
        {
            if (finding < 0 || finding >= count)
            {
                throw new ArgumentOutOfRangeException(nameof(finding));
            }
        }
    }
}
