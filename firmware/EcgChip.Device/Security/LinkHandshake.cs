using System;
using System.Security.Cryptography;
using EcgChip.Records;
using EcgChip.Records.Link;

namespace EcgChip.Device.Security
{
    /// <summary>
    /// The beginning of a session, until the desktop has proved that it has the link's key. Everything that comes of it is the HMAC of both sides' nonces and the
    /// device's id, each for a purpose of its own, so that nothing of one session or device means anything to another.
    /// </summary>
    internal sealed class LinkHandshake
    {
        private const int NoncesOffset = 1 + LittleEndian.Int64Bytes;

        private readonly byte[] linkKey;
        private readonly byte[] transcript = new byte[SessionFormat.TranscriptBytes];

        /// <summary>Answers a desktop's nonce with one of its own.</summary>
        /// <param name="linkKey">The link's key.</param>
        /// <param name="deviceId">The device's id.</param>
        /// <param name="bytes">Bytes that hold the desktop's nonce.</param>
        /// <param name="offset">Where that begins.</param>
        /// <param name="nowUs">Microseconds since power-up.</param>
        internal LinkHandshake(byte[] linkKey, long deviceId, byte[] bytes, int offset, long nowUs)
        {
            this.linkKey = linkKey;
            LittleEndian.PutInt64(transcript, 1, deviceId);
            Array.Copy(bytes, offset, transcript, NoncesOffset, SessionFormat.NonceBytes);
            byte[] own = Nonces.Make(linkKey, nowUs);
            Array.Copy(own, 0, transcript, NoncesOffset + SessionFormat.NonceBytes, SessionFormat.NonceBytes);
        }

        /// <summary>Holds the device's nonce, from <see cref="NonceOffset"/> on.</summary>
        internal byte[] Transcript
        {
            get { return transcript; }
        }

        /// <summary>Where in <see cref="Transcript"/> the device's nonce begins.</summary>
        internal static int NonceOffset
        {
            get { return NoncesOffset + SessionFormat.NonceBytes; }
        }

        /// <summary>What is made of both nonces for a purpose.</summary>
        /// <param name="purpose">One of <see cref="SessionFormat"/>: a proof, or a key.</param>
        internal byte[] Made(int purpose)
        {
            transcript[0] = (byte)purpose;
            return HMACSHA256.HashData(linkKey, transcript);
        }
    }
}
