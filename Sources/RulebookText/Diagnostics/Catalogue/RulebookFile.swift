extension Diagnostic {
  /// K0101: some bytes of the file belong to no character.
  public static func damagedRulebook(_ damage: DamagedBytes, at place: Label) -> Diagnostic {
    .damaged(damage, remedy: "从原文重新复制这一行，用 UTF-8 编码保存", at: place)
  }

  /// K0101, for files of either kind.
  static func damaged(_ damage: DamagedBytes, remedy: String, at place: Label) -> Diagnostic {
    let bytes = damage.bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }
    return Diagnostic(
      .notDecodable, title: "文件里有读不出的文字", at: place,
      basis: "第 \(damage.line) 行有字节 \(bytes.joined(separator: " "))，"
        + "不是 \(damage.looksLike.rawValue) 编码的文字，文件可能已损坏",
      remedy: remedy)
  }

  /// K0101: the file is in UTF-16.
  public static func utf16Rulebook(at place: Label) -> Diagnostic {
    Diagnostic(
      .notDecodable, title: "这个文件是 UTF-16 编码", at: place, basis: "规则文件用 UTF-8 或 GB18030 编码",
      remedy: "在编辑器里另存为 UTF-8")
  }

  /// K0102: the file holds a zero byte, so it is no text.
  public static func binaryRulebook(offset: Int, at place: Label) -> Diagnostic {
    Diagnostic(
      .binaryFile, title: "这个文件不是文字", at: place,
      basis: "第 \(offset + 1) 个字节是 0，多半是文件损坏，或者是改了扩展名的 Word 文件",
      remedy: "在 Word 或 WPS 里另存为纯文本，编码选 UTF-8")
  }

  /// K0107: the file is text in another encoding, which has been read all the same.
  public static func otherEncoding(_ encoding: TextEncoding, at place: Label) -> Diagnostic {
    Diagnostic(
      .otherEncoding, .note, title: "文件是 \(encoding.rawValue) 编码", at: place,
      basis: "已按 \(encoding.rawValue) 读取；若有文字不对，多半是编码弄错了", remedy: "在编辑器里另存为 UTF-8")
  }

  /// K0103: the file holds nothing.
  public static func emptyRulebook(at place: Label) -> Diagnostic {
    Diagnostic(
      .emptyRulebook, title: "规则文件里没有内容", at: place, basis: "规则文件由公布的细则原文加上【】注记组成",
      remedy: "把细则原文粘贴到文件里，再逐条加注记")
  }

  /// K0104: a character that nobody sees.
  public static func invisibleCharacter(_ description: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .invisibleCharacter, title: "文中有一个看不见的字符", at: place,
      basis: "这里有一个\(description)；看上去相同的两段文字，计算时必须也相同", remedy: "删去这个字符",
      fixes: [Fix(range: place.range, replacement: "", confidence: .certain)])
  }

  /// K0105: a character of another script or form in a name.
  public static func lookAlikeCharacter(_ name: String, _ description: String, at place: Label) -> Diagnostic
  {
    Diagnostic(
      .lookAlikeCharacter, title: "名称中有一个形近字符", at: place,
      basis: "“\(name)”中，\(description)；同一个名称必须用同样的字写成", remedy: "改用常用汉字或普通字母、数字重新输入")
  }

  /// K0106: beyond one of the sizes of `Limits`.
  public static func overLimit(_ name: String, limit: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .overLimit, title: "超过了\(name)的限度", at: place, basis: "\(name)的限度是 \(limit)，公布的细则都远小于此",
      remedy: "检查是否误贴了别的内容")
  }
}
