namespace EcgChip.Device.Screens
{
    /// <summary>
    /// The glass: 2.4 inch across its corners, 240 x 320 pixels. Its active area of 36.72 mm x 48.96 mm (as makers of 2.4 inch panels for the
    /// ILI9341 state it) makes a pixel 0.153 mm wide and high: what is said in millimetres on the screen is counted with it.
    /// </summary>
    public static class PanelPitch
    {
        /// <summary>Micrometres from pixel to pixel, across and down.</summary>
        public const int Micrometres = 153;
    }
}
