using System.Security.Cryptography;

namespace EcgChip.Device.Security
{
    /// <summary>
    /// The keys that are made of the device's own key, one for each use, so that who may collect its records cannot make any: HMAC-SHA256 of the use's name,
    /// keyed with the device's key.
    /// </summary>
    public static class DeviceKeys
    {
        /// <summary>Bytes of the device's key, and of each made of it.</summary>
        public const int Bytes = 32;

        /// <summary>What a session of the link is opened by.</summary>
        public static byte[] Link(byte[] deviceKey)
        {
            return Of(deviceKey, "EcgChip link 1");
        }

        /// <summary>What records are sealed with.</summary>
        public static byte[] Record(byte[] deviceKey)
        {
            return Of(deviceKey, "EcgChip record 1");
        }

        /// <summary>What recordings are encrypted with where they are stored.</summary>
        public static byte[] Storage(byte[] deviceKey)
        {
            return Of(deviceKey, "EcgChip storage 1");
        }

        private static byte[] Of(byte[] deviceKey, string use)
        {
            byte[] name = new byte[use.Length];
            for (int i = 0; i < name.Length; i++)
            {
                name[i] = (byte)use[i];
            }

            return HMACSHA256.HashData(deviceKey, name);
        }
    }
}
