using EcgChip.Records;
using EcgChip.Records.Link;

namespace EcgChip.Device.Link.Verbs
{
    /// <summary>The session's end: what is acknowledged is freed, as far as whole segments go.</summary>
    internal sealed class CloseVerb : LinkJob
    {
        private readonly LinkDispatch dispatch;
        private readonly LinkCall call;
        private readonly LogCleaner cleaner;

        internal CloseVerb(LinkServer server, LinkDispatch dispatch, LinkCall call)
        {
            this.dispatch = dispatch;
            this.call = call;
            if (server.Log != null && server.Log.IsOpen && call.Length == 0)
            {
                cleaner = new LogCleaner(server.Log);
                cleaner.Begin(0);
            }
        }

        internal override bool Step()
        {
            if (call.Length != 0)
            {
                call.Refuse(LinkRefusal.Malformed, 0);
                return true;
            }

            if (cleaner != null && !cleaner.Step())
            {
                return false;
            }

            call.Answer();
            dispatch.CloseSession();
            return true;
        }
    }
}
