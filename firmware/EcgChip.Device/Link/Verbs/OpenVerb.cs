using EcgChip.Device.Security;
using EcgChip.Records.Link;

namespace EcgChip.Device.Link.Verbs
{
    /// <summary>
    /// The first half of a session's beginning: the device's nonce against the desktop's, and its proof that it has the key. Whatever session there is goes on
    /// until somebody has proved to be the desktop, too.
    /// </summary>
    internal sealed class OpenVerb : LinkJob
    {
        private readonly LinkServer server;
        private readonly LinkDispatch dispatch;
        private readonly LinkCall call;
        private byte[] key;

        internal OpenVerb(LinkServer server, LinkDispatch dispatch, LinkCall call)
        {
            this.server = server;
            this.dispatch = dispatch;
            this.call = call;
        }

        internal override bool Step()
        {
            if (key == null)
            {
                if (call.Length != 1 + SessionFormat.NonceBytes)
                {
                    call.Refuse(LinkRefusal.Malformed, 0);
                    return true;
                }

                if (call.Frame[call.Offset] != SessionFormat.Version)
                {
                    call.Refuse(LinkRefusal.UnknownVersion, SessionFormat.Version);
                    return true;
                }

                key = new byte[DeviceKeys.Bytes];
                if (!server.Settings.HasKey || !server.Settings.ReadKey(key))
                {
                    call.Refuse(LinkRefusal.NeedsSession, 1);
                    return true;
                }

                return false;
            }

            long id = server.Settings.DeviceId;
            LinkHandshake handshake = new LinkHandshake(DeviceKeys.Link(key), id, call.Frame, call.Offset + 1, server.NowUs());
            byte[] proof = handshake.Made(SessionFormat.DeviceProof);
            dispatch.Handshake = handshake;
            FrameWriter writer = call.Answer();
            writer.PutInt64(id);
            writer.PutBytes(handshake.Transcript, LinkHandshake.NonceOffset, SessionFormat.NonceBytes);
            writer.PutBytes(proof, 0, SessionFormat.ProofBytes);
            return true;
        }
    }
}
