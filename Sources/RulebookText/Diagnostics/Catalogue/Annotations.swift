extension Diagnostic {
  /// K0301: 【 without its 】.
  public static func bracketUnclosed(followedByOpening: Bool, at place: Label, shown: TextRange) -> Diagnostic
  {
    Diagnostic(
      .bracketUnclosed, title: "“【”没有对应的“】”", at: place,
      basis: followedByOpening ? "注记里不能再有注记；公文自己的方头括号写成“【【”“】】”" : "一个注记要写在同一行里",
      remedy: "在注记结束的地方补上“】”",
      fixes: [Fix(range: TextRange(shown.end, shown.end), replacement: "】", confidence: .likely)])
  }

  /// K0302: 】 without its 【.
  public static func strayClosingBracket(at place: Label) -> Diagnostic {
    Diagnostic(
      .strayClosingBracket, title: "多出一个“】”", at: place, basis: "注记以“【”开始，以“】”结束；公文自己的括号写成“】】”",
      remedy: "删去它，或在注记开始的地方补上“【”")
  }

  /// K0303: 【】.
  public static func emptyAnnotation(at place: Label) -> Diagnostic {
    Diagnostic(
      .emptyAnnotation, title: "注记里没有写内容", at: place, basis: "注记里写证据名，例如【投诉查实】，或写【说明】",
      remedy: "填上证据名；这句不计分的写【说明】")
  }

  /// K0303: a name is missing in a list.
  public static func emptyName(at place: Label) -> Diagnostic {
    Diagnostic(
      .emptyAnnotation, title: "这里缺少一个名称", at: place, basis: "名称之间用“、”分开，每一处都要有名称",
      remedy: "填上名称，或删去多余的“、”")
  }

  /// K0304: a part the language does not know, with what was probably meant.
  public static func unknownPart(_ part: String, meant: String?, at place: Label) -> Diagnostic {
    if let meant { return nearlyPart(part, meant: meant, at: place) }
    return Diagnostic(
      .unknownPart, title: "注记中的“\(part.titleExcerpt)”读不懂", at: place,
      basis: """
        证据名之后可以写：
        种类（次数、是否、数值、百分率、完成率、得分、扣分、金额、名次、等次（优秀、良好）），期限（按月、按季、按半年），
        要求（至少2次、至多3次），外部满分（满分100分、满扣100分），
        几行怎样合成一个数（取平均、取最高、取合计），不足一档怎么算（按比例、不足一档不计、不足一档按一档），
        缺数，无记录即得，视同某证据，每几个（每2次），量词，计分办法（扣0.2分、折算、最多扣2分…）
        """,
      remedy: "照上面的写法改")
  }

  private static func nearlyPart(_ part: String, meant: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .unknownPart, title: title("“\(part)”应为“\(meant)”", or: "注记中的“\(part.titleExcerpt)”读不懂"), at: place,
      basis: "证据名之后的各部分用“，”隔开；要求写至少2次、至多3次，期限写按月、按季、按半年、按年",
      remedy: "把“\(part)”改为“\(meant)”",
      fixes: [Fix(range: place.range, replacement: meant, confidence: .likely)])
  }

  /// K0304: 至多107 without a measure word.
  public static func figureWithoutUnit(_ part: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .unknownPart, title: title("“\(part)”后面缺少单位", or: "数的后面缺少单位"), at: place,
      basis: "要求里的数要带单位，才知道数的是什么：至多3次、至少95%、至少100万元",
      remedy: "补上单位，例如“\(part)次”“\(part)件”")
  }

  /// K0304: 【标题：…】 for 【细则：…】.
  public static func meantDirective(_ word: String, meant: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .unknownPart, title: title("“\(word)”应为“\(meant)”", or: "这一项应为“\(meant)”"), at: place,
      basis: "冒号前是项目的，只能用规定的字，例如【细则：…】【年度：…】【考核单位：…】【适用：…】【例：…】",
      remedy: "把“\(word)”改为“\(meant)”",
      fixes: [Fix(range: place.range, replacement: meant, confidence: .likely)])
  }

  /// K0305: a directive whose value cannot be read.
  public static func badDirectiveValue(_ word: String, form: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .badDirectiveValue, title: "“\(word)”的内容读不懂", at: place, basis: "写法是：\(form)", remedy: "照这个写法改")
  }

  /// K0306: a word kept for later.
  public static func reservedWord(_ word: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .reservedWord, title: "“\(word)”是保留的词", at: place, basis: "“\(word)”留给以后的计分办法使用，现在还不能写",
      remedy: "作名称的，换一个名称；想用这种办法计分的，先删去，现在还算不了")
  }

  /// K0307: a directive where it cannot stand.
  public static func misplacedDirective(_ word: String, rule: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .misplacedDirective, title: "“\(word)”不能写在这里", at: place, basis: rule, remedy: "移到该写的地方，或删去")
  }

  /// K0308: a directive said twice.
  public static func repeatedDirective(_ word: String, at place: Label, first: Label) -> Diagnostic {
    var related = first
    related.text = "前面已写过一次"
    return Diagnostic(
      .repeatedDirective, title: "“\(word)”写了两次", at: place, related: [related], basis: "同一处只写一次",
      remedy: "删去其中一个")
  }

  /// K0309: the head of the file lacks something.
  public static func missingHead(_ word: String, form: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .missingHead, title: "文件开头缺少“\(word)”", at: place, basis: "文件开头要写明标题和年度",
      remedy: "在文件开头加一行\(form)",
      fixes: [Fix(range: TextRange(0, 0), replacement: form + "\n", confidence: .incomplete)])
  }

  /// K0322: 年度 and another year at the head of the file differ; `place` is “标题” or “文件名”.
  public static func yearDiffers(_ year: Int, from other: Int, in place: String, at label: Label)
    -> Diagnostic
  {
    Diagnostic(
      .yearDiffers, .warning, title: title("年度写\(year)，\(place)写\(other)", or: "年度与\(place)里的年份不同"),
      at: label,
      basis: "算分时按【年度】找规则文件、核对台账的日期；从上一年的文件复制来的，常忘了改其中一处",
      remedy: "细则是哪一年的，就把年度、标题里的年份和文件名都改成哪一年")
  }

  /// K0310: something that cannot be a name.
  public static func badName(_ name: String, reason: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .badName, title: "“\(name.titleExcerpt)”不能作名称", at: place,
      basis: reason + "；“：”后面才写要求和办法，例如【信息报送：按月，至少2篇】", remedy: "换一个名称，或把“：”补上")
  }

  /// K0311: one name for two things.
  public static func evidenceNamedTwice(_ name: String, at place: Label, first: Label) -> Diagnostic {
    var related = first
    related.text = "第一次用在这里"
    return Diagnostic(
      .evidenceNamedTwice, title: "证据名“\(name.titleExcerpt)”用了两次", at: place, related: [related],
      basis: "一个证据名只表示一件事，除非两处的适用范围互不相交", remedy: "换一个名称；确实要再用一次的，写【同：\(name)】")
  }

  /// K0311: one name in two items whose 适用 do not exclude each other; `open` are those of the two without 适用.
  public static func overlappingScopes(
    _ name: String, _ paths: [String], without open: [String], at place: Label, first: Label
  ) -> Diagnostic {
    var related = first
    related.text = "第一次用在这里"
    let missing = open.isEmpty ? "" : "；\(quotedList(open))没有写【适用：…】，适用于所有单位"
    let remedy =
      open.isEmpty ? "核对两处的【适用：…】，使一个单位只属于其中一处" : "给\(quotedList(open))加上【适用：…】，使一个单位只属于其中一处"
    return Diagnostic(
      .evidenceNamedTwice, title: "证据名“\(name.titleExcerpt)”用了两次", at: place, related: [related],
      basis: "一个证据名只表示一件事，除非两处的适用范围互不相交；\(quotedList(paths))的适用范围有重合\(missing)",
      remedy: remedy + "；是两件事的换一个名称")
  }

  /// K0312: 同上 with nothing above.
  public static func nothingAbove(at place: Label) -> Diagnostic {
    Diagnostic(
      .nothingAbove, title: "“同上”之前没有证据", at: place, basis: "【同上】表示同一项里前面那个证据", remedy: "写上证据名")
  }

  /// K0313: a name of evidence that is not in the rulebook.
  public static func unknownEvidenceName(_ name: String, near: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .unknownEvidenceName, title: "没有证据“\(name.titleExcerpt)”", at: place, basis: "这里要写本文件里已有的证据名" + near,
      remedy: "改成已有的证据名")
  }

  /// K0314: an attribute that 名册 does not declare.
  public static func unknownAttribute(_ name: String, near: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .unknownAttribute, title: "名册里没有“\(name.titleExcerpt)”", at: place,
      basis: "适用范围写【名册】里列出的属性，可加“非”，用“且”“或”连接，有值的写“单位类型为党群”" + near,
      remedy: "改成名册里的属性，或在【名册：…】里加上它")
  }

  /// K0321: an attribute compared with a value it has not.
  public static func attributeValue(_ attribute: String, values: [String], at place: Label) -> Diagnostic {
    Diagnostic(
      .attributeValue, title: "“\(attribute.titleExcerpt)”没有这个值", at: place,
      basis: values.isEmpty
        ? "“\(attribute)”在名册里只填是或否" : "“\(attribute)”的值有：\(values.joined(separator: "、"))",
      remedy: values.isEmpty ? "直接写“\(attribute)”或“非\(attribute)”" : "写成“\(attribute)为\(values[0])”这样")
  }

  /// K0320: an attribute declared twice.
  public static func repeatedAttribute(_ name: String, at place: Label, first: Label) -> Diagnostic {
    var related = first
    related.text = "第一次列在这里"
    return Diagnostic(
      .repeatedAttribute, title: "“\(name.titleExcerpt)”列了两次", at: place, related: [related],
      basis: "名册里每个属性只列一次", remedy: "删去其中一个")
  }

  /// K0315: a heading that is not there; `known` lists those that are.
  public static func unknownItem(_ number: String, known: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .unknownItem, title: title("找不到标题“\(number)”", or: "找不到这个标题"), at: place,
      basis: "这里写同级标题的序号，或最近一个上级标题下的序号" + (known.isEmpty ? "" : "；那里有的是 \(known)"),
      remedy: "改成文件里有的序号；标题的序号改过的，这里也要改")
  }

  /// K0316: an attribute that nothing uses.
  public static func unusedAttribute(_ name: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .unusedAttribute, .warning, title: "“\(name.titleExcerpt)”没有用到", at: place,
      basis: "名册里列了它，但没有一项的适用范围写到它；各单位仍须填写这一列", remedy: "删去它，或在该用的地方写【适用：\(name)】")
  }

  /// K0317: two names that differ by one sound or stroke.
  public static func nearIdenticalNames(
    _ name: String, _ other: String, reason: String, at place: Label, first: Label
  ) -> Diagnostic {
    var related = first
    related.text = "另一个名称在这里"
    return Diagnostic(
      .nearIdenticalNames, .warning, title: "两个证据名很像", at: place, related: [related],
      basis: "“\(name)”与“\(other)”只有细小差别（\(reason)），填报时容易写错", remedy: "是同一件事的改成一样；不是的，换一个更好分辨的名称")
  }

  /// K0318: nobody assesses this evidence, nor `others` more below the same heading.
  public static func missingAssessor(_ name: String, others: Int, below heading: String, at place: Label)
    -> Diagnostic
  {
    let lone = "“\(name.titleExcerpt)”没有考核单位"
    let all = title("“\(name)”等\(others + 1)个证据没有考核单位", or: "\(others + 1)个证据没有考核单位")
    return Diagnostic(
      .missingAssessor, title: others == 0 ? lone : all, at: place,
      basis: "每个证据都要有单位负责报送，写在标题的（由…考核）里，或写【考核单位：…】",
      remedy: "在\(others == 0 ? "所在" : "“\(heading)”")的标题后加【考核单位：…】")
  }

  /// K0319: parts that cannot stand together.
  public static func contradictoryParts(_ first: String, _ second: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .contradictoryParts, title: "注记中的内容互相矛盾", at: place, basis: "“\(first)”与“\(second)”不能写在一起",
      remedy: "删去其中一个")
  }
}

extension String {
  /// At most eight characters of the words, so that a title keeps its length.
  var titleExcerpt: String { count <= 8 ? self : prefix(7) + "…" }
}
