// Words that a bracket lists (等次, 分级), and places that are reported (名次).

extension Diagnostic {
  /// K0328: 等次 or 分级 without a list that can be used.
  public static func badLevelList(_ word: String, example: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .levelList, title: "“\(word)”的括号里读不懂", at: place,
      basis: "“\(word)”后面的括号里写出各个\(word == "等次" ? "等次" : "级别")，好的在前，用“、”分开，至少两个，不重复",
      remedy: "写成\(example)的样子")
  }

  /// K0440: a sentence speaks of a word that the evidence does not have.
  public static func unknownLevel(_ word: String, evidence: String, known: [String], at place: Label)
    -> Diagnostic
  {
    Diagnostic(
      .unknownLevel, title: title("“\(evidence)”没有“\(word)”", or: "这个证据没有“\(word.titleExcerpt)”"), at: place,
      basis: known.isEmpty
        ? "“\(evidence)”没有写等次或级别" : "“\(evidence)”只有：\(known.joined(separator: "、"))",
      remedy: "改成注记里写出的，或者在注记的括号里补上“\(word)”")
  }

  /// K0441: 倒数 stands in the bracket or in the words, but not in both.
  public static func placeDirection(_ evidence: String, isInBracket: Bool, at place: Label) -> Diagnostic {
    Diagnostic(
      .placeDirection, title: isInBracket ? "注记写倒数，原文是顺数的名次" : "原文是倒数的名次，注记没有写", at: place,
      basis: "“\(evidence)”的名次是报来的，不知道一共多少名，顺数的和倒数的不能互相换算",
      remedy: isInBracket ? "删去注记里的“倒数”，台账填顺数的名次" : "在注记里写【\(evidence)：名次，倒数】，台账填倒数第几名")
  }

  /// K0442: rows of several levels, and nothing says whether each of them counts.
  public static func levelWithoutEach(_ evidence: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .levelWithoutEach, title: title("“\(evidence)”每件算还是只算一次", or: "每件算还是只算一次"), at: place,
      basis: "“\(evidence)”一行一个级别，几行都有的时候，可以每件都算，也可以只算最高的一件",
      remedy: "每件都算的，写“每篇得…”或者在注记里写“每篇”；只算一件的，在注记里写“取最高”；同一事项只算最高的，写“同一事项取最高”")
  }

  /// K0443: 倍数, 核减, 免扣 or 就高 with nothing to change.
  public static func changesNothing(_ word: String, why: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .changesNothing, title: "“\(word)”用不上", at: place, basis: why,
      remedy: "核对“\(word)”说的是哪个证据，写在它计分的话后面；不计分的写【说明】")
  }

  /// K0444: two multipliers that may hold for one row or one unit.
  public static func multipliersOverlap(_ evidence: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .multipliersOverlap, title: title("“\(evidence)”有两个倍数", or: "同一个证据有两个倍数"), at: place,
      basis: "“\(evidence)”的同一级别、同一单位会用上两个倍数，不知道乘在一起还是只用一个",
      remedy: "只留一个；两个都有道理的，写成互不相交的适用范围，各写各的倍数")
  }

  /// K0519: levels that change nothing.
  public static func levelsWithoutUse(_ evidence: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .levelsWithoutUse, .warning, title: title("“\(evidence)”的级别没有用上", or: "列出的级别没有用上"), at: place,
      basis: "“\(evidence)”列出了级别，计分的话和【倍数】都没有提到，各级别算得一样",
      remedy: "删去“分级（…）”；各级别不一样的，写出各得几分")
  }

  /// K0648: a row without its level, or with a word that is none.
  public static func levelCell(_ words: String, evidence: String, known: [String], at place: Label)
    -> Diagnostic
  {
    Diagnostic(
      .levelCell,
      title: words.isEmpty
        ? title("“\(evidence)”没有填级别", or: "“级别”空白") : title("没有“\(words)”这个级别", or: "没有这个级别"), at: place,
      basis: "“\(evidence)”分级计分，每一行要填一个级别：\(known.joined(separator: "、"))",
      remedy: "在“级别”里填其中一个")
  }

  /// K0649: a row that must name its matter does not.
  public static func matterCell(evidence: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .matterCell, title: title("“\(evidence)”没有填事项", or: "“事项”空白"), at: place,
      basis: "同一事项只算一次的，每一行要写明是哪件事，才看得出哪几行是同一件",
      remedy: "在“事项”里写一个简短的名称，同一件事各行写得一样")
  }

  /// K0648, K0649: the ledger has no column in which the rows could say it.
  public static func missingRowColumn(_ column: String, evidence: String, at place: Label) -> Diagnostic {
    Diagnostic(
      column == "级别" ? .levelCell : .matterCell, title: "没有“\(column)”一列", at: place,
      basis: "“\(evidence)”的每一行都要填“\(column)”", remedy: "加上“\(column)”一列，逐行填写；用不着的证据空白")
  }

  /// K0654: a level or matter for evidence that has none.
  public static func idleCell(_ column: String, evidence: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .idleCell, .note, title: title("“\(evidence)”用不着“\(column)”", or: "这里用不着“\(column)”"), at: place,
      basis: "规则没有按\(column)算“\(evidence)”，这一格不读", remedy: "可以不改；规则确是按\(column)算的，核对规则里的注记")
  }

  /// K0518: a word of a list for which no sentence states a figure.
  public static func levelWithoutFigure(_ words: [String], evidence: String, at place: Label) -> Diagnostic {
    let list = words.joined(separator: "”“")
    return Diagnostic(
      .levelWithoutFigure, .note, title: title("“\(list)”没有写几分", or: "有的等次或级别没有写几分"), at: place,
      basis: "“\(evidence)”列出了“\(list)”，计分的话里没有提到，按0分算",
      remedy: "确是0分的，不用改；不是的，补上几分，或者写“其他的得几分”")
  }

  /// K0646: the quantity is not a word of the list.
  public static func unknownGrade(_ words: String, known: [String], at place: Label) -> Diagnostic {
    Diagnostic(
      .unknownGrade, title: title("没有“\(words)”这个等次", or: "没有这个等次"), at: place,
      basis: "规则写明的等次是：\(known.joined(separator: "、"))", remedy: "在“数量”里填其中一个；还没有评定就删去这一行")
  }

  /// K0647: the quantity is not a place.
  public static func placeText(_ words: String, fromBottom: Bool, at place: Label) -> Diagnostic {
    let example = fromBottom ? "“3”或“倒数第3名”" : "“3”或“第3名”"
    return Diagnostic(
      .placeText, title: title("“\(words)”不是名次", or: "这一格不是名次"), at: place,
      basis: fromBottom ? "规则写明的是倒数的名次，最后一名是 1" : "名次从 1 数起，是整数", remedy: "写成\(example)的样子")
  }
}
