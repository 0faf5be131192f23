using System;
using System.Security.Cryptography;
using EcgChip.Records;

namespace EcgChip.Device.Security
{
    /// <summary>
    /// Numbers that nobody can foresee and that never come twice. nanoFramework's Random is the ESP32's hardware generator, which Espressif vouches for only
    /// while a radio is on; so what it gives is keyed and mixed with the time: to whoever lacks the key it is random even where the generator is weak.
    /// </summary>
    internal static class Nonces
    {
        private const int NonceBytes = 16;

        /// <summary>Makes one of sixteen bytes.</summary>
        /// <param name="key">A key that nobody else has.</param>
        /// <param name="nowUs">Microseconds since power-up.</param>
        internal static byte[] Make(byte[] key, long nowUs)
        {
            byte[] drawn = new byte[NonceBytes];
            new Random().NextBytes(drawn);

            // Nothing else that the same key authenticates has this length.
            byte[] source = new byte[NonceBytes + LittleEndian.Int64Bytes];
            Array.Copy(drawn, 0, source, 0, NonceBytes);
            LittleEndian.PutInt64(source, NonceBytes, nowUs);
            byte[] mixed = HMACSHA256.HashData(key, source);
            byte[] nonce = new byte[NonceBytes];
            Array.Copy(mixed, 0, nonce, 0, NonceBytes);
            return nonce;
        }
    }
}
