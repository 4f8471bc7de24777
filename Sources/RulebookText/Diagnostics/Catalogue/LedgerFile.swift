// K06, first half: what a file of evidence has to be before its rows can be read.

extension Diagnostic {
  /// Some bytes of the file belong to no character.
  public static func damagedEvidence(_ damage: DamagedBytes, at place: Label) -> Diagnostic {
    .damaged(damage, remedy: "用原来的表格另存为“CSV UTF-8（逗号分隔）”", at: place)
  }

  /// The file is in UTF-16.
  public static func utf16Evidence(at place: Label) -> Diagnostic {
    Diagnostic(
      .notDecodable, title: "这个文件是 UTF-16 编码", at: place,
      basis: "台账和名册用 UTF-8 或 GB18030 编码；Excel 的“Unicode 文本”是 UTF-16",
      remedy: "在 Excel 或 WPS 里另存为“CSV UTF-8（逗号分隔）”")
  }

  /// The file holds a zero byte, so it is no text.
  public static func binaryEvidence(offset: Int, at place: Label) -> Diagnostic {
    Diagnostic(
      .binaryFile, title: "这个文件不是文字", at: place,
      basis: "第 \(offset + 1) 个字节是 0，多半是文件损坏，或者是改了扩展名的 Excel 文件",
      remedy: "在 Excel 或 WPS 里另存为“CSV UTF-8（逗号分隔）”")
  }

  /// A quote stands inside a cell that does not begin with one.
  public static func quoteInsideCell(at place: Label) -> Diagnostic {
    misplacedQuote(
      "格子中间有半角引号", at: place,
      remedy: "把引号改为“ ”，或者整格加半角引号、里面的半角引号写两遍")
  }

  /// Text follows the closing quote of a cell.
  public static func textAfterQuote(at place: Label) -> Diagnostic {
    misplacedQuote(
      "收尾的引号后面还有文字", at: place,
      remedy: "在引号后加分隔符，或者整格放进一对半角引号、里面的半角引号写两遍")
  }

  /// A quote is still open at the end of the file.
  public static func unclosedQuote(at place: Label) -> Diagnostic {
    misplacedQuote("这个引号到文件末尾都没有收尾", at: place, remedy: "在这一格末尾补上半角引号，或者删去这个引号")
  }

  /// A quote whose partner stands rows further down: what lies between looks like rows.
  public static func swallowedRow(at place: Label) -> Diagnostic {
    misplacedQuote(
      "这对引号里像是夹着整行", at: place,
      remedy: "在这一格末尾补上半角引号，或者删去这个引号；确是一格里的文字，把里面的半角逗号改为“，”")
  }

  private static func misplacedQuote(_ title: String, at place: Label, remedy: String) -> Diagnostic {
    Diagnostic(
      .misplacedQuote, title: title, at: place,
      basis: "用半角引号开头的格子用半角引号收尾，别的格子里没有半角引号；分不清格子，整个文件就不能用",
      remedy: remedy)
  }

  /// A row has more or fewer cells than the header.
  public static func rowWidth(found: Int, expected: Int, at place: Label) -> Diagnostic {
    Diagnostic(
      .rowWidth, title: title("这一行有 \(found) 格，表头有 \(expected) 格", or: "格数与表头不同"), at: place,
      basis: "这一行有 \(found) 格，表头有 \(expected) 格；每一行的格数与表头相同，否则内容会错到别的列；分不清格子，整个文件就不能用",
      remedy: found > expected
        ? "删去多出的格子；文字里有分隔符的，整格加半角引号" : "补齐缺少的格子，空着的也保留分隔符")
  }

  /// A carriage return without line feed ends a line.
  public static func bareCarriageReturn(at place: Label) -> Diagnostic {
    Diagnostic(
      .disallowedByte, title: "换行只有回车，没有换行符", at: place,
      basis: "行尾是“回车加换行”或者“换行”", remedy: "在 Excel 或 WPS 里另存为“CSV UTF-8（逗号分隔）”")
  }

  /// U+FEFF stands elsewhere than at the start of the file.
  public static func byteOrderMarkInside(at place: Label) -> Diagnostic {
    Diagnostic(
      .disallowedByte, title: "文件中间有字节顺序标记", at: place,
      basis: "字节顺序标记（U+FEFF）只在文件开头；在中间多半是几个文件首尾相接", remedy: "删去这个看不见的字符，每张表单独存成一个文件")
  }

  /// The cells are parted by something that is not read.
  public static func otherSeparator(_ separator: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .otherSeparator, title: "这张表像是用“\(separator)”分隔的", at: place,
      basis: "格子之间用半角逗号、制表符或半角分号分隔", remedy: "把分隔用的“\(separator)”改为半角逗号，或者在 Excel 里另存为 CSV")
  }

  /// No line at the top names the columns.
  public static func headerNotFound(expected: [String], at place: Label) -> Diagnostic {
    Diagnostic(
      .headerColumns, title: "没有找到表头", at: place,
      basis: "第一行写列名，其中要有\(quotedList(expected))", remedy: "在第一行写上列名")
  }

  /// The header lacks columns that every such file has.
  public static func missingColumns(_ missing: [String], found: [String], at place: Label) -> Diagnostic {
    Diagnostic(
      .headerColumns, title: title("表头缺少\(quotedList(missing))", or: "表头缺少 \(missing.count) 列"), at: place,
      basis: "这张表要有\(quotedList(missing))；现有的列是\(quotedList(found))",
      remedy: missing.compactMap { name in
        found.first { $0.contains(name) }.map { "“\($0)”一列如果就是“\(name)”，表头改为“\(name)”；" }
      }.joined() + "没有的列，在表头补上\(quotedList(missing))，并填好")
  }

  /// A column stands twice in the header.
  public static func doubledColumn(_ name: String, at place: Label, first: Label) -> Diagnostic {
    Diagnostic(
      .headerColumns, title: title("表头有两列“\(name)”", or: "表头有两列同名"), at: place, related: [first],
      basis: "每一列的名称只出现一次", remedy: "删去或改名其中一列")
  }

  /// A column that is not known, where a known column that looks like it is missing.
  public static func doubtfulColumn(_ name: String, meant known: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .headerColumns, title: title("“\(name)”像是“\(known)”一列", or: "列名像是“\(known)”"), at: place,
      basis: "列名须与“\(known)”相同才会读取；不认识的列不读", remedy: "是这一列就改为“\(known)”，不是就换一个不相近的列名",
      fixes: [Fix(range: place.range, replacement: known, confidence: .likely)])
  }

  /// The header stands below other lines.
  public static func titleAboveHeader(at place: Label, header: Label) -> Diagnostic {
    Diagnostic(
      .titleAboveHeader, title: "表头上面还有别的文字", at: place, related: [header],
      basis: "第一行是表头", remedy: "删去表头上面的行")
  }

  /// The header stands once more among the rows.
  public static func repeatedHeader(at place: Label, first: Label) -> Diagnostic {
    Diagnostic(
      .repeatedHeader, title: "表头重复出现", at: place, related: [first],
      basis: "一个文件里只有一张表，表头只在第一行", remedy: "删去重复的表头；是另一张表就另存为一个文件")
  }

  /// A column of figures that stand in 指标表.
  public static func reservedColumn(_ name: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .reservedColumn, title: "“\(name)”不写在台账里", at: place,
      basis: "目标和上年的数写在“指标表.csv”里，一个单位的一个证据一行", remedy: "把这一列移到“指标表.csv”")
  }

  /// A column is not read.
  public static func extraColumns(_ names: [String], at place: Label) -> Diagnostic {
    Diagnostic(
      .extraColumn, .note, title: title("没有读取\(quotedList(names))列", or: "有 \(names.count) 列没有读取"), at: place,
      basis: "计分用不到\(quotedList(names))")
  }

  /// A file in the folder is neither register nor ledger.
  public static func unreadFile(at place: Label) -> Diagnostic {
    Diagnostic(
      .unreadFile, .note, title: "这个文件没有读取", at: place,
      basis: "读取的是“单位名册.csv”和名称以“台账”“指标表”开头的 CSV 文件", remedy: "若是台账，文件名改为“台账-考核单位.csv”的样子")
  }

  /// Two ledgers hold the same bytes.
  public static func repeatedFile(at place: Label, first: Label) -> Diagnostic {
    Diagnostic(
      .repeatedFile, title: "两个台账的内容完全相同", at: place, related: [first],
      basis: "同一份台账放两遍，每一行会计两次", remedy: "删去其中一个文件")
  }

  /// A file, a row or a cell is larger than the limit.
  public static func evidenceTooLarge(_ what: String, limit: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .evidenceTooLarge, title: title("\(what)太大", or: "超过上限"), at: place,
      basis: "\(what)以\(limit)为限", remedy: "检查文件是否损坏；确实这么大就拆成几个文件")
  }

  /// Some lines end with CRLF, others with LF.
  public static func mixedLineEnds(at place: Label) -> Diagnostic {
    Diagnostic(
      .mixedLineEnds, .note, title: "行尾的写法不一致", at: place,
      basis: "有的行以“回车加换行”结束，有的只有“换行”；都已照常读取，多半是几个文件拼成的")
  }

  /// A file without any line.
  public static func emptyFile(expected: [String], at place: Label) -> Diagnostic {
    Diagnostic(
      .emptyFile, title: "这个文件是空的", at: place,
      basis: "没有发生也要有表头，只有表头就是“没有发生”", remedy: "写上表头\(quotedList(expected))，或者删去这个文件")
  }
}
