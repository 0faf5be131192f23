using System;

namespace EcgChip.Records
{
    /// <summary>
    /// Which weights gave a result: a network's name and hash, and what it was used for. Never changes; made once at the start.
    /// </summary>
    public sealed class ModelReference
    {
        /// <summary>Bytes of a hash.</summary>
        public const int HashBytes = 8;

        /// <summary>Most characters in a name.</summary>
        public const int LongestName = 32;

        private const string HexDigits = "0123456789abcdef";
        private const int HexBits = 4;
        private const int HexMask = 15;
        private const char FirstNameCharacter = ' ';
        private const char LastNameCharacter = '~';

        /// <summary>What the network was used for.</summary>
        public readonly ModelRole Role;

        /// <summary>The network's short name, "seed" or "bedside".</summary>
        public readonly string Name;

        /// <summary>First 16 hexadecimal digits of the hash of its numbers, in lower case.</summary>
        public readonly string Hash;

        /// <summary>Refers to a network.</summary>
        /// <param name="role">What it was used for.</param>
        /// <param name="name">1 to <see cref="LongestName"/> printable ASCII characters.</param>
        /// <param name="hash">16 hexadecimal digits.</param>
        /// <exception cref="ArgumentException">The name or hash is not of this form.</exception>
        public ModelReference(ModelRole role, string name, string hash)
        {
            if (name == null || name.Length == 0 || name.Length > LongestName)
            {
                throw new ArgumentException("1 to 32 printable ASCII characters are needed.", nameof(name));
            }

            for (int i = 0; i < name.Length; i++)
            {
                if (!IsNameCharacter(name[i]))
                {
                    throw new ArgumentException("1 to 32 printable ASCII characters are needed.", nameof(name));
                }
            }

            if (hash == null || hash.Length != 2 * HashBytes)
            {
                throw new ArgumentException("16 hexadecimal digits are needed.", nameof(hash));
            }

            string lower = hash.ToLower();
            for (int i = 0; i < lower.Length; i++)
            {
                if (HexDigits.IndexOf(lower[i]) < 0)
                {
                    throw new ArgumentException("16 hexadecimal digits are needed.", nameof(hash));
                }
            }

            Role = role;
            Name = name;
            Hash = lower;
        }

        /// <summary>Reads what names a network in a record: role, name, hash.</summary>
        /// <param name="cursor">Stands on it.</param>
        /// <param name="bytes">The cursor's bytes.</param>
        /// <returns>Null where it is none.</returns>
        internal static ModelReference Read(ByteCursor cursor, byte[] bytes)
        {
            int role = cursor.ReadByte();
            int nameLength = cursor.ReadByte();
            if (nameLength == 0 || nameLength > LongestName || cursor.Remaining < nameLength + HashBytes)
            {
                return null;
            }

            char[] name = new char[nameLength];
            for (int i = 0; i < nameLength; i++)
            {
                int character = cursor.ReadByte();
                if (!IsNameCharacter(character))
                {
                    return null;
                }

                name[i] = (char)character;
            }

            string hash = HashText(bytes, cursor.Position);
            cursor.Skip(HashBytes);
            return new ModelReference((ModelRole)role, new string(name), hash);
        }

        private static bool IsNameCharacter(int character)
        {
            return character >= FirstNameCharacter && character <= LastNameCharacter;
        }

        /// <summary>One byte of the hash, counted from the first two digits.</summary>
        internal int HashByte(int index)
        {
            return (HexDigits.IndexOf(Hash[2 * index]) << HexBits) | HexDigits.IndexOf(Hash[2 * index + 1]);
        }

        /// <summary>The digits of hash bytes that stand in a record.</summary>
        internal static string HashText(byte[] bytes, int offset)
        {
            char[] digits = new char[2 * HashBytes];
            for (int i = 0; i < HashBytes; i++)
            {
                int value = bytes[offset + i];
                digits[2 * i] = HexDigits[value >> HexBits];
                digits[2 * i + 1] = HexDigits[value & HexMask];
            }

            return new string(digits);
        }
    }
}
