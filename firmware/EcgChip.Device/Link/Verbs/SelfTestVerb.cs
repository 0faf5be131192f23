using EcgChip.Records.Link;

namespace EcgChip.Device.Link.Verbs
{
    /// <summary>The self-test, and with it the golden vectors: the networks over known beats and the kernels over known input, against what the desktop computes.</summary>
    internal static class SelfTestVerb
    {
        // A longer answer would be no slice any more.
        private const int LineBytes = 96;

        private const int StartBytes = 1;
        private const int PollBytes = 2;

        internal static void Answer(LinkServer server, LinkCall call)
        {
            int bytes = call.Length;
            int action = bytes > 0 ? call.Frame[call.Offset] : -1;
            if ((action != SelfTestAction.Start || bytes != StartBytes) && (action != SelfTestAction.Poll || bytes != PollBytes))
            {
                call.Refuse(LinkRefusal.Malformed, 0);
                return;
            }

            int from = action == SelfTestAction.Poll ? call.Frame[call.Offset + 1] : 0;
            if (action == SelfTestAction.Start)
            {
                server.WantSelfTest();
            }

            SelfTestLines lines = server.Lines;
            FrameWriter writer = call.Answer();
            writer.PutByte(server.SelfTestState);
            writer.PutByte(lines == null ? 0 : lines.Count);
            writer.PutByte(server.LinesInAll);
            if (lines == null)
            {
                return;
            }

            int begin = lines.PlaceOf(from);
            int end = lines.EndWithin(begin, LineBytes);
            writer.PutBytes(lines.Bytes, begin, end - begin);
            if (end == lines.Length)
            {
                server.LastLineTold();
            }
        }
    }
}
