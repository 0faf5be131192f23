using System;

namespace EcgChip.Signal.Rhythm
{
    /// <summary>What was found in a recording: for each <see cref="FindingCode"/> how often, the clearest, and where that stands.</summary>
    public sealed class RhythmFindings
    {
        /// <summary>The highest code.</summary>
        public const int LastCode = (int)FindingCode.SupraventricularEctopy;

        private const int StartAt = 0;
        private const int EndAt = 1;
        private const int ValueAt = 2;
        private const int CountAt = 3;
        private const int NumbersEach = 4;

        private readonly int[] numbers = new int[(LastCode + 1) * NumbersEach];

        /// <summary>How often it was found; 0 when it was not.</summary>
        public int Count(FindingCode code)
        {
            return numbers[(int)code * NumbersEach + CountAt];
        }

        /// <summary>Its value, in the unit that the code says.</summary>
        public int Value(FindingCode code)
        {
            return numbers[(int)code * NumbersEach + ValueAt];
        }

        /// <summary>First sample of where to see it: of the clearest, or of the first where single beats are counted.</summary>
        public int Start(FindingCode code)
        {
            return numbers[(int)code * NumbersEach + StartAt];
        }

        /// <summary>Last sample of where to see it: of the clearest, or of the last where single beats are counted.</summary>
        public int End(FindingCode code)
        {
            return numbers[(int)code * NumbersEach + EndAt];
        }

        /// <summary>Nothing found.</summary>
        public void Clear()
        {
            Array.Clear(numbers, 0, numbers.Length);
        }

        /// <summary>Takes one more finding; its place is kept when its value is larger than all before.</summary>
        internal void AddLargest(FindingCode code, int start, int end, int value)
        {
            int at = (int)code * NumbersEach;
            if (numbers[at + CountAt] == 0 || value > numbers[at + ValueAt])
            {
                Put(at, start, end, value);
            }

            numbers[at + CountAt]++;
        }

        /// <summary>Takes one more finding; its place is kept when its value is smaller than all before.</summary>
        internal void AddSmallest(FindingCode code, int start, int end, int value)
        {
            int at = (int)code * NumbersEach;
            if (numbers[at + CountAt] == 0 || value < numbers[at + ValueAt])
            {
                Put(at, start, end, value);
            }

            numbers[at + CountAt]++;
        }

        /// <summary>Takes one more of what is counted; its value is the number so far.</summary>
        internal void AddCounted(FindingCode code, int start, int end)
        {
            int at = (int)code * NumbersEach;
            int count = numbers[at + CountAt] + 1;
            Put(at, count == 1 ? start : numbers[at + StartAt], end, count);
            numbers[at + CountAt] = count;
        }

        /// <summary>Sets the value of what was counted, when it was found at all.</summary>
        internal void SetValue(FindingCode code, int value)
        {
            int at = (int)code * NumbersEach;
            if (numbers[at + CountAt] > 0)
            {
                numbers[at + ValueAt] = value;
            }
        }

        private void Put(int at, int start, int end, int value)
        {
            numbers[at + StartAt] = start;
            numbers[at + EndAt] = end;
            numbers[at + ValueAt] = value;
        }
    }
}
