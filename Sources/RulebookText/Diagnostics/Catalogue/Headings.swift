extension Diagnostic {
  /// K0201: ー or ニ where 一 or 二 was meant.
  public static func lookAlikeNumeral(_ mark: String, numeral: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .lookAlikeNumeral, title: "序号“\(mark)”不是汉字数字", at: place, basis: "标题序号写作 一、（一）1.（1）①",
      remedy: "把“\(mark)”改为“\(numeral)”",
      fixes: [Fix(range: place.range, replacement: numeral, confidence: .certain)])
  }

  /// K0202: no numbered heading anywhere.
  public static func noHeadings(at place: Label) -> Diagnostic {
    Diagnostic(
      .noHeadings, title: "全文没有找到标题序号", at: place,
      basis: "标题序号写在行首：一、（一）1.（1）①。Word 的自动编号往往不随文字带出",
      remedy: "在 Word 里另存为纯文本后再粘贴，或补上序号；公布的文件本来就没有的，在开头写【上限：100分】或【起评：100分】")
  }

  /// K0203: a number that does not follow the one before it.
  public static func headingGap(_ number: String, expected: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .headingGap, title: title("序号不连续，缺少“\(expected)”", or: "序号不连续"), at: place, basis: "同一级的序号从一开始，依次加一",
      remedy: "漏抄的补上；删去了的，把后面的序号依次改过来；原文就没有的，在文件开头写【缺：…】，例如【缺：\(expected)】；若是正文，把它接到上一行")
  }

  /// K0204: a number that has stood before.
  public static func headingRepeated(_ number: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .headingRepeated, title: title("序号“\(number)”重复或倒退", or: "序号重复或倒退"), at: place,
      basis: "同一级的序号从一开始，依次加一",
      remedy: "改成接着上一个标题的序号；若是正文，把它接到上一行")
  }

  /// K0205: 【项】 on a line without a title.
  public static func untitledRow(at place: Label) -> Diagnostic {
    Diagnostic(
      .untitledRow, title: "这一行没有标题", at: place, basis: "【项】【目】跟在表格行的标题后面，例如：优质服务【项】",
      remedy: "把标题写在这个注记前面，同一行")
  }

  /// K0206: points in a title that are not in one of the closed forms.
  public static func unreadTail(_ words: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .unreadTail, title: title("标题里的“\(words)”没读懂", or: "标题里的分值没读懂"), at: place,
      basis: "标题的分值写成（5分）、（倒扣分5分）、（5分，倒扣分1分）、（加分3分）或（每小项倒扣分2分），括号成对",
      remedy: "原文抄错的改过来；原文就是这样的，在标题后加【分值：5分】或【分值：倒扣分5分】")
  }

  /// K0206: the parentheses around （由…考核） do not match.
  public static func unpairedAssessors(_ words: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .unreadTail, title: title("标题里的“\(words)”括号不成对", or: "标题里的考核单位括号不成对"), at: place,
      basis: "标题的考核单位写成（由市纪委考核），括号成对；不成对就不知道由哪个单位报送",
      remedy: "原文抄错的补上括号；原文就是这样的，在标题后加【考核单位：…】")
  }

  /// K0207: a title with points whose number lacks its mark.
  public static func headingMark(_ words: String, wanted: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .headingMark, title: title("像是标题，“\(words)”应为“\(wanted)”", or: "像是标题，序号写得不对"), at: place,
      basis: "标题序号写作 一、（一）1.（1）①；“\(words)”不是这样，这一行就成了正文，下面的条款会算到上一项去",
      remedy: "把“\(words)”改为“\(wanted)”；如果是表格里的一行，在标题后加【项】",
      fixes: [Fix(range: place.range, replacement: wanted, confidence: .likely)])
  }
}
