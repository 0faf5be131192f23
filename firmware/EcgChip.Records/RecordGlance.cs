namespace EcgChip.Records
{
    /// <summary>When a stored record began, and what it says, read without the rest of it.</summary>
    internal static class RecordGlance
    {
        internal const int NotKnown = -1;

        private const int MsPerMinute = 60000;
        private const int FirstSection = RecordFormat.HeaderBytes;
        private const int SectionLengthOffset = 2;
        private const int FlagsOffset = 12;
        private const int StartOffset = 13;
        private const int AnswerOffset = 13 * LittleEndian.Int32Bytes;

        /// <summary>
        /// Reads both of the record that <paramref name="payload"/> has turned to. Where the record cannot be read, or does not know,
        /// they are <see cref="NotKnown"/>.
        /// </summary>
        internal static void Read(
            PayloadReader payload, byte[] page, int[] startMinutes, int[] answers, int at)
        {
            startMinutes[at] = NotKnown;
            answers[at] = NotKnown;
            int body = FirstSection + RecordFormat.SectionHeaderBytes;
            int end = body + StartOffset + LittleEndian.Int64Bytes;
            if (!Fill(payload, page, 0, body) || LittleEndian.GetInt32(page, 0) != RecordFormat.Magic
                || page[RecordFormat.MajorVersionOffset] != RecordFormat.MajorVersion
                || !IsSection(page, FirstSection, RecordFormat.RecordingSection, RecordFormat.RecordingBytesBefore))
            {
                return;
            }

            int summary = body + LittleEndian.GetInt32(page, FirstSection + SectionLengthOffset);
            int flags = body + FlagsOffset;
            if (Fill(payload, page, flags, end - flags) && (page[0] & RecordFormat.StartKnownFlag) != 0)
            {
                long low = LittleEndian.GetInt32(page, StartOffset - FlagsOffset) & 0xFFFFFFFFL;
                long high = LittleEndian.GetInt32(page, StartOffset - FlagsOffset + LittleEndian.Int32Bytes);
                long minutes = (high << 32 | low) / MsPerMinute;
                startMinutes[at] = minutes >= 0 && minutes <= int.MaxValue ? (int)minutes : NotKnown;
            }

            if (Fill(payload, page, summary, RecordFormat.SectionHeaderBytes)
                && IsSection(page, 0, RecordFormat.SummarySection, AnswerOffset + LittleEndian.Int32Bytes)
                && Fill(payload, page, summary + RecordFormat.SectionHeaderBytes + AnswerOffset, LittleEndian.Int32Bytes))
            {
                answers[at] = LittleEndian.GetInt32(page, 0);
            }
        }

        private static bool IsSection(byte[] page, int at, int id, int leastBytes)
        {
            int length = LittleEndian.GetInt32(page, at + SectionLengthOffset);
            return page[at] == id && page[at + 1] == 0 && length >= leastBytes;
        }

        private static bool Fill(PayloadReader payload, byte[] page, int from, int count)
        {
            return from >= 0 && from <= payload.Length - count && payload.Read(from, page, 0, count) == count;
        }
    }
}
