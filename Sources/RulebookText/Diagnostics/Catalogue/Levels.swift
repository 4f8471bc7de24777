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
