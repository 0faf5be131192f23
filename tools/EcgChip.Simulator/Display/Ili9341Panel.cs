using System;
using System.Collections.Generic;

namespace EcgChip.Simulator.Display;

/// <summary>
/// An ILI9341 on its glass, as its data sheet (V1.11) has it: takes bytes with the level of the D/CX pin, keeps registers and memory,
/// and shows a picture. It is mounted as the common 2.4 and 2.8 inch modules are, with a mirrored, BGR glass, lying on its long side.
/// <para>What the part would ignore or what its data sheet forbids is ignored and noted in <see cref="Faults"/>.</para>
/// </summary>
public sealed class Ili9341Panel
{
    /// <summary>Pixels across the mounted panel.</summary>
    public const int Width = Ili9341Memory.Rows;

    /// <summary>Pixels down the mounted panel.</summary>
    public const int Height = Ili9341Memory.Columns;

    /// <summary>Serial write cycle of at least 100 ns ("4-line SPI timing").</summary>
    private const int FastestClock = 10_000_000;

    /// <summary>Time after a reset or after Sleep Out before the next command (8.2.2 and 8.2.12).</summary>
    private const long ShortPauseUs = 5_000;

    /// <summary>Time between Sleep Out and a change of mode back, and after a reset out of Sleep Out before Sleep Out (8.2.2, 8.2.11, 8.2.12).</summary>
    private const long LongPauseUs = 120_000;

    private const int SixteenBitPixels = 0x55;
    private const int EighteenBitPixels = 0x66;
    private const int BlueGreenRed = 0x08;

    private readonly Func<long>? clockUs;
    private readonly Ili9341Memory memory = new();
    private readonly List<string> faults = [];
    private readonly List<byte> parameters = [];
    private Ili9341Opcode? command;
    private bool held;
    private int pixelFormat;
    private int highByte = -1;
    private long nextCommandAtUs;
    private long nextModeChangeAtUs;

    /// <summary>A panel that was just powered up.</summary>
    /// <param name="clockUs">Microseconds, to check the pauses between commands; without it pauses are not checked.</param>
    public Ili9341Panel(Func<long>? clockUs = null)
    {
        this.clockUs = clockUs;
        SetDefaults();
    }

    /// <summary>Everything that the firmware did and the data sheet forbids, in words. Empty after a flawless run.</summary>
    public IReadOnlyList<string> Faults => faults;

    /// <summary>True after Sleep Out.</summary>
    public bool IsAwake { get; private set; }

    /// <summary>True after Display On.</summary>
    public bool IsDisplayOn { get; private set; }

    /// <summary>Whether the module's backlight is on; nothing is seen without it.</summary>
    public bool IsLit { get; set; } = true;

    /// <summary>Bytes received since power-up.</summary>
    public long BytesReceived { get; private set; }

    /// <summary>The RESX pin: low holds the panel in reset, high lets it start.</summary>
    public void SetResetPin(bool high)
    {
        if (high == !held)
        {
            return;
        }

        held = !high;
        if (held)
        {
            Pause(ShortPauseUs, IsAwake ? LongPauseUs : ShortPauseUs);
            SetDefaults();
        }
        else
        {
            Pause(ShortPauseUs, Math.Max(ShortPauseUs, nextModeChangeAtUs - Now));
        }
    }

    /// <summary>Bytes shifted in while chip select was low.</summary>
    /// <param name="data">Level of the D/CX pin: low for a command, high for parameters and pixels.</param>
    /// <param name="bytes">What was sent.</param>
    /// <param name="clockFrequency">Hertz.</param>
    public void Receive(bool data, ReadOnlySpan<byte> bytes, int clockFrequency = FastestClock)
    {
        BytesReceived += bytes.Length;
        if (held)
        {
            faults.Add("Bytes were sent while the panel was held in reset.");
            return;
        }

        if (clockFrequency > FastestClock)
        {
            faults.Add($"The serial clock is {clockFrequency} Hz; the panel takes {FastestClock}.");
        }

        foreach (byte value in bytes)
        {
            if (data)
            {
                TakeData(value);
            }
            else
            {
                TakeCommand((Ili9341Opcode)value);
            }
        }
    }

    /// <summary>What is seen at a place of the mounted panel, as RGB565; black while it sleeps, is off or unlit.</summary>
    public ushort Pixel(int x, int y)
    {
        if (!IsAwake || !IsDisplayOn || !IsLit)
        {
            return 0;
        }

        ushort pixel = memory.At(y, x);
        return (memory.AccessControl & BlueGreenRed) != 0 ? pixel : SwapRedAndBlue(pixel);
    }

    private long Now => clockUs?.Invoke() ?? 0;

    private static ushort SwapRedAndBlue(ushort pixel) => (ushort)((pixel >> 11) | (pixel & 0x07E0) | (pixel << 11));

    private static int ParametersOf(Ili9341Opcode opcode) => opcode switch
    {
        Ili9341Opcode.ColumnAddressSet or Ili9341Opcode.PageAddressSet => 4,
        Ili9341Opcode.MemoryAccessControl or Ili9341Opcode.PixelFormatSet => 1,
        _ => 0,
    };

    private void SetDefaults()
    {
        memory.Reset();
        command = null;
        parameters.Clear();
        IsAwake = false;
        IsDisplayOn = false;
        pixelFormat = EighteenBitPixels;
    }

    private void Pause(long beforeCommandUs, long beforeModeChangeUs)
    {
        nextCommandAtUs = Now + beforeCommandUs;
        nextModeChangeAtUs = Now + beforeModeChangeUs;
    }

    private void TakeCommand(Ili9341Opcode opcode)
    {
        if (command is { } last && parameters.Count < ParametersOf(last))
        {
            faults.Add($"{last} ended after {parameters.Count} of {ParametersOf(last)} parameters.");
        }

        command = opcode;
        parameters.Clear();
        highByte = -1;
        if (!Enum.IsDefined(opcode))
        {
            faults.Add($"Command {(int)opcode:X2}h is not modelled.");
            command = null;
            return;
        }

        bool changesMode = opcode is Ili9341Opcode.SleepOut or Ili9341Opcode.EnterSleep;
        if (clockUs is not null && Now < (changesMode ? Math.Max(nextCommandAtUs, nextModeChangeAtUs) : nextCommandAtUs))
        {
            faults.Add($"{opcode} came too early.");
        }

        Execute(opcode);
    }

    private void Execute(Ili9341Opcode opcode)
    {
        switch (opcode)
        {
            case Ili9341Opcode.SoftwareReset:
                Pause(ShortPauseUs, IsAwake ? LongPauseUs : ShortPauseUs);
                SetDefaults();
                break;
            case Ili9341Opcode.EnterSleep:
                IsAwake = false;
                Pause(ShortPauseUs, LongPauseUs);
                break;
            case Ili9341Opcode.SleepOut:
                IsAwake = true;
                Pause(ShortPauseUs, LongPauseUs);
                break;
            case Ili9341Opcode.DisplayOff or Ili9341Opcode.DisplayOn:
                IsDisplayOn = opcode == Ili9341Opcode.DisplayOn;
                break;
            case Ili9341Opcode.MemoryWrite:
                memory.Rewind();
                if (pixelFormat != SixteenBitPixels)
                {
                    faults.Add($"Pixels were written in format {pixelFormat:X2}h; only 55h, 16 bits, is modelled.");
                }

                break;
        }
    }

    private void TakeData(byte value)
    {
        if (command == Ili9341Opcode.MemoryWrite)
        {
            TakePixelByte(value);
            return;
        }

        if (command is not { } opcode || parameters.Count == ParametersOf(opcode))
        {
            faults.Add($"A parameter ({value:X2}h) came that no command asked for.");
            return;
        }

        parameters.Add(value);
        if (parameters.Count == ParametersOf(opcode))
        {
            Apply(opcode);
        }
    }

    private void TakePixelByte(byte value)
    {
        if (highByte < 0)
        {
            highByte = value;
            return;
        }

        memory.Write((ushort)((highByte << 8) | value));
        highByte = -1;
    }

    private void Apply(Ili9341Opcode opcode)
    {
        switch (opcode)
        {
            case Ili9341Opcode.MemoryAccessControl:
                memory.SetAccessControl(parameters[0]);
                break;
            case Ili9341Opcode.PixelFormatSet:
                pixelFormat = parameters[0];
                break;
            default:
                int start = (parameters[0] << 8) | parameters[1];
                int end = (parameters[2] << 8) | parameters[3];
                if (!(opcode == Ili9341Opcode.ColumnAddressSet ? memory.SetColumns(start, end) : memory.SetPages(start, end)))
                {
                    faults.Add($"{opcode} from {start} to {end} is not on the panel.");
                }

                break;
        }
    }
}
