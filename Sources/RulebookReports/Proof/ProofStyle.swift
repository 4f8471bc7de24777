/// What stands around the lines of a proof, and how it all looks on a screen and on paper.
enum ProofStyle {
  /// Everything up to the first line.
  static func opening(title: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="zh-CN">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>\(title.escaped) 校对稿</title>
    <style>
    \(sheet)
    </style>
    </head>
    <body>

    """
  }

  /// Everything behind the last line.
  static let ending = "</body>\n</html>\n"

  private static let sheet = """
    body { margin: 0 auto; max-width: 70em; padding: 2em 1.5em; background: #fff; color: #111;
      font: 16px/1.75 "FangSong", "仿宋_GB2312", "STFangsong", "Noto Serif CJK SC", "SimSun", serif; }
    h1, h2, h3, h4, h5, h6, .row-title { font-family: "SimHei", "STHeiti", "Noto Sans CJK SC", sans-serif; }
    h1 { text-align: center; font-size: 1.6em; line-height: 1.4; margin: 0; }
    .subtitle { text-align: center; color: #a00; letter-spacing: .5em; margin: .3em 0 1em; }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1em; margin: 0; padding: .8em 0;
      border-top: 2px solid #a00; font-size: .88em; }
    dt { color: #555; } dd { margin: 0; }
    .clean { color: #060; font-weight: bold; margin: 0; }
    .findings { font-size: .88em; } .findings ol { margin: .3em 0; padding-left: 2em; }
    .findings a { color: #a00; }
    .legend { font-size: .82em; color: #555; border-bottom: 1px solid #999; padding-bottom: .8em; }
    .line { display: grid; grid-template-columns: 58% 1fr; column-gap: 1.5em; break-inside: avoid; }
    .text p, .text h2, .text h3, .text h4, .text h5, .text h6 { margin: .15em 0; }
    .text p { text-indent: 2em; text-wrap: pretty; } .text p.setting, .text p.row-title { text-indent: 0; }
    .text h2 { font-size: 1.2em; margin-top: 1.1em; } .text h3 { font-size: 1.08em; margin-top: .8em; }
    .text h4, .text h5, .text h6 { font-size: 1em; margin-top: .4em; }
    .text .row-title { font-weight: bold; margin-top: .4em; }
    .aside { color: #666; } .aside small { white-space: nowrap; }
    sup { color: #06c; font: bold .68em sans-serif; padding: 0 .15em; }
    .notes { border-left: 1px solid #bbb; padding-left: 1em; font-size: .82em; line-height: 1.5;
      font-family: "KaiTi", "STKaiti", "Noto Sans CJK SC", sans-serif; }
    .note { margin: .3em 0; } .note b { color: #06c; font-family: sans-serif; }
    .bracket { color: #555; } .reading { font-weight: bold; } .item { color: #14507a; }
    .evidence { color: #555; }
    .remark { margin: .1em 0 .1em 2em; font-size: .8em; line-height: 1.5; color: #555; }
    .problem { margin: .3em 0 .6em; padding: .3em .8em; border-left: 4px solid; font-size: .88em;
      break-inside: avoid; }
    .error { border-color: #c00; background: #fdecec; } .warning { border-color: #c80; background: #fff6e0; }
    .hint { border-color: #06c; background: #eaf3ff; } .quoted { margin-left: .6em; color: #333; }
    @media (max-width: 40em) { .line { grid-template-columns: 1fr; } }
    @page { size: A4; margin: 18mm 15mm 16mm; @bottom-center { content: "— " counter(page) " —"; } }
    @media print { body { font-size: 11pt; line-height: 1.6; max-width: none; padding: 0; }
      h1, h2, h3, h4, h5, h6, .row-title { break-after: avoid; } a { color: inherit; text-decoration: none; }
      * { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
    """
}
