// K0323, K0324, K0513 and K064: figures that are set beforehand, in the rulebook and in 指标表.

extension Diagnostic {
  /// K0323: a requirement names a figure that nothing declares.
  public static func unknownReference(_ name: String, near: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .unknownReference, title: title("没有可比的数“\(name)”", or: "要求里写的数没有声明"), at: place,
      basis: "要求里写一个数（至少2次），或者目标、上年、平均、最高、最低，或者开头【共用：…】写明的名称\(near)",
      remedy: "改成其中一种；各单位共用一个数的，在文件开头写【共用：\(name)】")
  }

  /// K0324: a figure for all units has the name of another one, or of evidence.
  public static func sharedNamedTwice(_ name: String, at place: Label, first: Label) -> Diagnostic {
    var related = first
    related.text = "这个名称用在这里"
    return Diagnostic(
      .sharedNamedTwice, title: "“\(name.titleExcerpt)”用了两次", at: place, related: [related],
      basis: "共用的数各有各的名称，也不与证据同名，指标表里才分得清", remedy: "换一个名称，或删去重复的")
  }

  /// K0430: words that compare with a figure which the bracket does not ask for.
  public static func comparisonNotAsked(
    _ words: String, word: String, relation: String, at place: Label, bracket: Label
  ) -> Diagnostic {
    Diagnostic(
      .comparisonNotAsked, title: title("原文写“\(words)”，注记没有写", or: "注记没有写和哪个数比"), at: place,
      related: [bracket], basis: "计分的话说和\(word)的数比，注记里却没有说，报来的数就会当作已经比过的",
      remedy: "要求是\(word)的数的，写“至少\(word)”“至多\(word)”；按百分之几算的，写“\(relation)”")
  }

  /// K0513: a figure for all units that no rule compares with.
  public static func unusedShared(_ name: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .unusedShared, .warning, title: title("共用的“\(name)”没有用到", or: "共用的一个数没有用到"), at: place,
      basis: "没有一条规则和“\(name)”比，指标表里也不用填", remedy: "要和它比的，在证据的注记里写“至少\(name)”这样的要求；不用的删去")
  }

  /// K0640: a file, a row or a cell that no rule asks for.
  public static func unusedFigure(
    _ what: String, why: String, _ severity: Severity = .warning, at place: Label
  ) -> Diagnostic {
    Diagnostic(
      .unusedFigure, severity, title: title("\(what)没有用到", or: "指标表里有用不到的数"), at: place, basis: why,
      remedy: "核对单位和证据有没有写错；确实用不到就删去")
  }

  /// K0641: a row for 全体 where each unit has its own, or the other way round.
  public static func sharedFigureRow(_ name: String, isShared: Bool, at place: Label, rule: Label)
    -> Diagnostic
  {
    Diagnostic(
      .sharedFigureRow,
      title: isShared
        ? title("“\(name)”是共用的数，写“全体”", or: "共用的数，单位写“全体”")
        : title("“\(name)”各单位分别写", or: "目标和上年各单位分别写"),
      at: place, related: [rule],
      basis: isShared
        ? "【共用】声明的数只有一行，“单位”写“全体”，数写在“目标”一列，不写“/”" : "“全体”只用于【共用】声明的数；目标和上年一个单位一行",
      remedy: isShared ? "只留一行，“单位”改为“全体”，数写在“目标”一列" : "每个单位写一行")
  }

  /// K0642: two rows for one unit and one evidence.
  public static func repeatedFigure(_ name: String, unit: String, at place: Label, first: Label) -> Diagnostic
  {
    Diagnostic(
      .repeatedFigure, title: title("“\(unit)”的“\(name)”写了两行", or: "同一单位的同一个证据写了两行"), at: place,
      related: [first], basis: "指标表里一个单位的一个证据只写一行，目标和上年写在同一行；两行都没有用", remedy: "只留一行")
  }

  /// K0643: a figure that others are divided by is 0 or below.
  public static func figureDemand(
    _ title: String, words: String, isGrowth: Bool, at place: Label, rule: Label
  ) -> Diagnostic {
    Diagnostic(
      .figureDemand, title: Self.title("“\(title)”是\(words)", or: "要作除数的数不能是\(words)"), at: place,
      related: [rule],
      basis: isGrowth ? "增幅是增加的数除以上年的数，上年是0就算不出来" : "规则要算是它的百分之几，它不大于0就算不出来",
      remedy: "核对这个数；还没有定就空着，不适用写“/”")
  }
}
