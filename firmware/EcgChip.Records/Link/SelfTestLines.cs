using System;

namespace EcgChip.Records.Link
{
    /// <summary>
    /// What a self-test found, line by line, as it is stored and sent. A line: the length of its name (1 byte, 1 to <see cref="LongestName"/>), the name in
    /// ASCII, the verdict (1 byte, <see cref="SelfTestVerdict"/>), the unit (1 byte, <see cref="SelfTestUnit"/>), what was measured, the least and the
    /// most that it may be (4 bytes each; <see cref="NoLeast"/> and <see cref="NoMost"/> where there is no such bound).
    /// </summary>
    public sealed class SelfTestLines
    {
        /// <summary>Most characters of a name.</summary>
        public const int LongestName = 16;

        /// <summary>Bytes of a line beside its name.</summary>
        public const int FixedBytes = 3 + (3 * LittleEndian.Int32Bytes);

        /// <summary>Most lines.</summary>
        public const int Capacity = 32;

        /// <summary>There is no lower bound.</summary>
        public const int NoLeast = int.MinValue;

        /// <summary>There is no upper bound.</summary>
        public const int NoMost = int.MaxValue;

        /// <summary>The lines, one after the other.</summary>
        public readonly byte[] Bytes;

        // Behind verdict and unit.
        private const int ValueOffset = 2;

        private int length;
        private int count;

        /// <summary>No lines.</summary>
        /// <param name="capacity">Bytes that all lines may have together.</param>
        public SelfTestLines(int capacity)
        {
            Bytes = new byte[capacity];
        }

        /// <summary>Lines that are there.</summary>
        public int Count
        {
            get { return count; }
        }

        /// <summary>Bytes that they have.</summary>
        public int Length
        {
            get { return length; }
        }

        /// <summary>True when a line failed.</summary>
        public bool AnyFailed { get; private set; }

        /// <summary>Adds a line. What is measured outside its bounds has failed, whatever the verdict says.</summary>
        /// <exception cref="ArgumentException">There is no room, or the name has no or too many characters.</exception>
        public void Add(string name, int verdict, int unit, int value, int least, int most)
        {
            if (name.Length == 0 || name.Length > LongestName || count == Capacity || FixedBytes + name.Length > Bytes.Length - length)
            {
                throw new ArgumentException("The name is too long, or there is no room for another line.", nameof(name));
            }

            int judged = verdict == SelfTestVerdict.Passed && (value < least || value > most) ? SelfTestVerdict.Failed : verdict;
            AnyFailed = AnyFailed || judged == SelfTestVerdict.Failed;
            int at = LittleEndian.PutByte(Bytes, length, name.Length);
            for (int i = 0; i < name.Length; i++)
            {
                at = LittleEndian.PutByte(Bytes, at, name[i]);
            }

            at = LittleEndian.PutByte(Bytes, at, judged);
            at = LittleEndian.PutByte(Bytes, at, unit);
            at = LittleEndian.PutInt32(Bytes, at, value);
            at = LittleEndian.PutInt32(Bytes, at, least);
            length = LittleEndian.PutInt32(Bytes, at, most);
            count++;
        }

        /// <summary>Adds lines as they are stored and sent.</summary>
        /// <param name="bytes">Bytes that hold them.</param>
        /// <param name="offset">Where they begin.</param>
        /// <param name="available">Bytes from there on.</param>
        /// <param name="wanted">Lines to add; what follows them is passed by.</param>
        /// <returns>False where there are no such lines, or no room for them; some may have been added then.</returns>
        public bool Append(byte[] bytes, int offset, int available, int wanted)
        {
            int end = offset + available;
            int at = offset;
            for (int i = 0; i < wanted; i++)
            {
                int name = at < end ? bytes[at] : 0;
                int line = FixedBytes + name;
                if (name == 0 || name > LongestName || line > end - at || line > Bytes.Length - length || count == Capacity)
                {
                    return false;
                }

                Array.Copy(bytes, at, Bytes, length, line);
                AnyFailed = AnyFailed || Bytes[length + 1 + name] == SelfTestVerdict.Failed;
                length += line;
                at += line;
                count++;
            }

            return true;
        }

        /// <summary>Name of a line.</summary>
        public string Name(int line)
        {
            int at = PlaceOf(line);
            char[] name = new char[Bytes[at]];
            for (int i = 0; i < name.Length; i++)
            {
                name[i] = (char)Bytes[at + 1 + i];
            }

            return new string(name);
        }

        /// <summary>Its <see cref="SelfTestVerdict"/>.</summary>
        public int Verdict(int line)
        {
            return Bytes[BehindName(line)];
        }

        /// <summary>Its <see cref="SelfTestUnit"/>.</summary>
        public int Unit(int line)
        {
            return Bytes[BehindName(line) + 1];
        }

        /// <summary>What was measured.</summary>
        public int Value(int line)
        {
            return LittleEndian.GetInt32(Bytes, BehindName(line) + ValueOffset);
        }

        /// <summary>The least that it may be, or <see cref="NoLeast"/>.</summary>
        public int Least(int line)
        {
            return LittleEndian.GetInt32(Bytes, BehindName(line) + ValueOffset + LittleEndian.Int32Bytes);
        }

        /// <summary>The most that it may be, or <see cref="NoMost"/>.</summary>
        public int Most(int line)
        {
            return LittleEndian.GetInt32(Bytes, BehindName(line) + ValueOffset + (2 * LittleEndian.Int32Bytes));
        }

        /// <summary>Where a line begins; the lines' end for one that is not there.</summary>
        public int PlaceOf(int line)
        {
            int at = 0;
            for (int i = 0; i < line && at < length; i++)
            {
                at += FixedBytes + Bytes[at];
            }

            return at;
        }

        /// <summary>Where the whole lines end of which <paramref name="most"/> bytes hold the most.</summary>
        /// <param name="from">Where the first of them begins.</param>
        /// <param name="most">Bytes that there is room for.</param>
        public int EndWithin(int from, int most)
        {
            int at = from;
            while (at < length && at + FixedBytes + Bytes[at] <= from + most)
            {
                at += FixedBytes + Bytes[at];
            }

            return at;
        }

        private int BehindName(int line)
        {
            int at = PlaceOf(line);
            return at + 1 + Bytes[at];
        }
    }
}
