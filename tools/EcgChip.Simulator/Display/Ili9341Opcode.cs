namespace EcgChip.Simulator.Display;

/// <summary>
/// The ILI9341's commands that the simulated panel knows (data sheet V1.11, section 8.1). Written down here a second time, apart
/// from the firmware's own table, so that a wrong number in either shows.
/// </summary>
internal enum Ili9341Opcode
{
    NoOperation = 0x00,
    SoftwareReset = 0x01,
    EnterSleep = 0x10,
    SleepOut = 0x11,
    DisplayOff = 0x28,
    DisplayOn = 0x29,
    ColumnAddressSet = 0x2A,
    PageAddressSet = 0x2B,
    MemoryWrite = 0x2C,
    MemoryAccessControl = 0x36,
    PixelFormatSet = 0x3A,
}
