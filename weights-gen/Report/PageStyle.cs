using EcgChip.WeightsGen.Pictures;

namespace EcgChip.WeightsGen.Report;

/// <summary>How the page looks: light, dark, on paper and on a telephone, without a script or anything from elsewhere.</summary>
public static class PageStyle
{
    private const string Layout = """
        *{box-sizing:border-box}
        html{color-scheme:light dark;-webkit-text-size-adjust:100%}
        body{margin:0 auto;padding:1.5rem 1.25rem 4rem;max-width:62rem;font:1rem/1.5 system-ui,-apple-system,"Segoe UI",sans-serif;color:var(--i-text);background:var(--paper)}
        h1{font-size:1.7rem;line-height:1.2;margin:.5rem 0 .25rem}
        h2{font-size:1.25rem;margin:0 0 .5rem}
        section{margin-top:2.25rem;padding-top:1.5rem;border-top:1px solid var(--i-grid)}
        p{max-width:46rem;margin:.5rem 0}
        .origin,figcaption,caption,nav,footer{color:var(--i-faint);font-size:.875rem}
        .missing{padding:.5rem .75rem;border-left:4px solid var(--i-class2);background:var(--soft)}
        nav a{margin-right:.9rem;white-space:nowrap}
        a{color:var(--i-class1)}
        code{overflow-wrap:anywhere}
        .cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(10.5rem,1fr));gap:.75rem;margin:.75rem 0}
        .cards div{background:var(--soft);border-radius:.5rem;padding:.6rem .8rem}
        .cards dt{color:var(--i-faint);font-size:.875rem}
        .cards dd{margin:0;font-size:1.35rem;font-weight:600;font-variant-numeric:tabular-nums}
        .wide{overflow-x:auto;margin:1rem 0}
        table{border-collapse:collapse;min-width:min(100%,34rem);font-size:.875rem;font-variant-numeric:tabular-nums}
        caption{caption-side:top;text-align:left;padding-bottom:.4rem;max-width:46rem}
        th,td{padding:.2rem .6rem;text-align:right;border-bottom:1px solid var(--i-grid);white-space:nowrap}
        th.w,td.w,th[scope=row]{text-align:left}
        th{font-weight:600}
        thead th{border-bottom:2px solid var(--i-faint);vertical-align:bottom}
        .heat .right{background:color-mix(in srgb,var(--i-class1) var(--part),transparent)}
        .heat .wrong{background:color-mix(in srgb,var(--i-class3) var(--part),transparent)}
        .row,.strips{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,25rem),1fr));gap:1rem 1.5rem;align-items:start}
        figure{margin:1rem 0}
        figcaption{margin-top:.35rem;max-width:46rem}
        svg{max-width:100%;height:auto;display:block}
        details{margin:1rem 0}
        summary{cursor:pointer}
        @media screen and (max-width:40rem){
          table{font-size:.8125rem}
          th,td{padding:.2rem .35rem}
          caption{max-width:calc(100vw - 2.5rem)}
          th[scope=row]{white-space:normal}
        }
        @media print{
          @page{margin:14mm}
          body{max-width:none;padding:0;font-size:10pt}
          nav{display:none}
          section{break-inside:auto}
          figure,tr,.cards{break-inside:avoid}
          h2,caption{break-after:avoid}
          .wide{overflow:visible}
          table{font-size:8pt}
          th,td{padding:.1rem .3rem}
          .row{grid-template-columns:1fr 1fr}
          .row table{min-width:0}
          .strips{display:block}
          *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
        }
        """;

    /// <summary>The style sheet.</summary>
    public static string Css =>
        $":root{{--paper:{Palette.LightPaper};--soft:#f3f5f7}}\n@media screen and (prefers-color-scheme:dark){{:root{{--paper:{Palette.DarkPaper};--soft:#22262b}}}}\n"
        + Palette.Css(":root") + Layout;
}
