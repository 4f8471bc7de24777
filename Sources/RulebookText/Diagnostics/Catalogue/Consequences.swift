extension Diagnostic {
  /// K0401: 0。2分, 伍分.
  public static func misprintedNumber(_ text: String, suggestion: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .misprintedNumber, title: "“\(text.titleExcerpt)”这个数的写法不对", at: place,
      basis: "分值写成 0.2、1.5、5 或 ０．２，也可以写一、二、两、半；小数点不用句号和“点”，不用字母、圈码和大写数字，中间不空格",
      remedy: "改为“\(suggestion)”；公布的原文不能改的，把办法写进注记，例如【证据名：扣\(suggestion)分】",
      fixes: [Fix(range: place.range, replacement: suggestion, confidence: .likely)])
  }

  /// K0402: 扣0.2份.
  public static func misspeltPointsWord(_ text: String, at place: Label) -> Diagnostic {
    let meant = text.dropLast() + "分"
    return Diagnostic(
      .missingPointsWord, title: "“\(text.titleExcerpt)”的“份”应为“分”", at: place, basis: "分值写成“扣0.2分”",
      remedy: "改为“\(meant)”",
      fixes: [Fix(range: place.range, replacement: String(meant), confidence: .likely)])
  }

  /// K0402: 扣0.2。
  public static func missingPointsWord(_ text: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .missingPointsWord, title: "“\(text.titleExcerpt)”后面缺少“分”", at: place, basis: "分值写成“扣0.2分”",
      remedy: "改为“\(text)分”",
      fixes: [Fix(range: TextRange(place.range.end, place.range.end), replacement: "分", confidence: .certain)]
    )
  }

  /// K0403: 扣-0.2分.
  public static func negativeDeduction(_ text: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .negativeDeduction, title: "“\(text.titleExcerpt)”多了一个负号", at: place, basis: "“扣”已表示减少，后面不写负号",
      remedy: "删去负号")
  }

  /// K0404: a figure in the bracket that the sentence has not.
  public static func figureMismatch(_ bracket: String, sentence: String, at place: Label, other: Label?)
    -> Diagnostic
  {
    Diagnostic(
      .figureMismatch, title: "注记数量与原文不一致", at: place, related: other.map { [$0] } ?? [],
      basis: "注记写“\(bracket)”，原文\(sentence)；两处须相同，否则计分与公布的文件不符", remedy: "改成与原文一致")
  }

  /// K0405: 每月 in the sentence, no 按月 in the bracket; `stated` is the period that stands there instead.
  public static func periodNotStated(
    _ word: String, part: String, stated: String?, at place: Label, text: Label
  ) -> Diagnostic {
    Diagnostic(
      .periodNotStated, title: "注记没有写“\(part)”", at: place, related: [text],
      basis: stated.map { "原文按“\(word)”要求，注记写“\($0)”，核对的期限就不同了" }
        ?? "原文按“\(word)”要求，注记不写“\(part)”就会按全年合计，好的月份会抵掉差的月份",
      remedy: stated.map { "把“\($0)”改成“\(part)”" + (part == "按年" ? "" : "；确实按全年合计的，写“按年，”") }
        ?? "在证据名后加“\(part)，”；确实按全年合计的，写“按年，”")
  }

  /// K0427: a period in the sentence that no part of a bracket can say.
  public static func unsupportedPeriod(_ word: String, at place: Label, text: Label) -> Diagnostic {
    Diagnostic(
      .unsupportedPeriod, title: title("“\(word)”还不能分期核对", or: "这种期限还不能分期核对"), at: place, related: [text],
      basis: "分期只有按月、按季、按半年、按年；“\(word)”不是其中一种，注记里的要求就会按别的期限核对",
      remedy: "由考核单位填报缺了几次：把要求改成“缺数”；确实按全年合计的，写“按年，”")
  }

  /// K0406: the evidence stands in a bracket of another kind.
  public static func otherBracket(_ words: String, name: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .scoringWithoutEvidence, title: title("“\(words)”要用【】", or: "证据名要写在【】里"), at: place,
      basis: "计分的句子要写明数据从哪里来：证据名写在【】里，别的括号是公文的原文",
      remedy: "改为【\(name)】；原文就有这个括号的，在它后面另加【证据名】",
      fixes: [Fix(range: place.range, replacement: "【\(name)】", confidence: .likely)])
  }

  /// K0406: a sentence that scores without evidence.
  public static func scoringWithoutEvidence(_ words: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .scoringWithoutEvidence, title: "“\(words.titleExcerpt)”前面没有证据", at: place,
      basis: "计分的句子要写明数据从哪里来：证据名写在【】里，放在计分的话前面",
      remedy: "写成“…的【证据名】，\(words)”；这句不计分的，在句末写【说明】")
  }

  /// K0407: 每起扣0.2分【投诉查实】.
  public static func bracketBehindFigure(_ bracket: String, _ words: String, at place: Label, figure: Label)
    -> Diagnostic
  {
    Diagnostic(
      .bracketBehindFigure, title: "注记写在了计分的话后面", at: place, related: [figure],
      basis: "注记放在计分的话前面", remedy: "写成“\(bracket)\(words)”")
  }

  /// K0408: words that score in no known form.
  public static func unknownConsequence(_ words: String, nearest: [String], at place: Label) -> Diagnostic {
    Diagnostic(
      .unknownConsequence, title: "这种计分的说法还不认识", at: place,
      basis: "相近的写法有：" + nearest.joined(separator: "；"),
      remedy: "原文不能改时，把计分办法写进注记，例如【证据名：每次，扣0.2分】")
  }

  /// K0409: evidence that waits for a consequence that never comes.
  public static func groupNotClosed(_ name: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .groupNotClosed, title: "“\(name.titleExcerpt)”没有计分办法", at: place,
      basis: "证据后面要有计分的话（扣0.2分、得1分…），同一组的几个证据可以共用最后一句（…各扣0.5分）",
      remedy: "补上计分的话，或把办法写进注记；不计分的改为【说明】")
  }

  /// K0410: 扣N分 behind several evidences.
  public static func singleFormAfterGroup(_ names: [String], at place: Label, first: Label) -> Diagnostic {
    Diagnostic(
      .singleFormAfterGroup, title: "前面有\(names.count)个证据，分不清扣法", at: place, related: [first],
      basis: "几个证据共用一句时，要写“各扣”“分别扣”或“任一项扣”：\(names.joined(separator: "、"))",
      remedy: "原文是各扣的，补上“各”；前面的证据另有办法的，把办法写进它的注记")
  }

  /// K0411: lists of different length.
  public static func listLength(figures: Int, evidences: Int, at place: Label) -> Diagnostic {
    Diagnostic(
      .listLength, title: "分值与证据的个数不同", at: place, basis: "列了\(figures)个分值、\(evidences)个证据，须一一对应",
      remedy: "补齐缺少的证据或分值")
  }

  /// K0412: 少一次 without a requirement; `example` is one that would do, `other` what the evidence may be instead.
  public static func missingRequirement(
    _ name: String, words: String, example: String, other: RequirementSubstitute?, at place: Label
  ) -> Diagnostic {
    Diagnostic(
      .missingRequirement, title: "不知道“\(name.titleExcerpt)”应有多少", at: place,
      basis: "“\(words)”要先知道要求：注记写“\(example)”" + (other.map { "；" + $0.basis } ?? ""),
      remedy: "写成【\(name)：\(example)】" + (other.map { "或【\(name)：\($0.rawValue)】" } ?? ""))
  }

  /// K0413: fractions of a step without a rule.
  public static func missingStepRule(_ name: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .missingStepRule, title: "没有写不足一档怎么算", at: place, basis: "“\(name)”可能不足一档：原文没有说不计、按一档还是按比例",
      remedy: "在注记里写“按比例”“不足一档不计”或“不足一档按一档”")
  }

  /// K0414: 每 in the sentence, or what means it (逐起), lost before the bracket.
  public static func perLost(_ words: String, at place: Label, text: Label) -> Diagnostic {
    Diagnostic(
      .perLost,
      title: words.hasPrefix("每")
        ? "原文有“每”，没写每几个" : title("原文有“\(words)”，没写每几个", or: "没写每几个计一次"), at: place, related: [text],
      basis: "“\(words)”不在计分的话里，读不到每几个计一次",
      remedy: "在注记里写“每次”“每2个”这样的话；不论几次只计一次的，写“是否”")
  }

  /// K0460: 3次以上 right before a bracket that does not say it.
  public static func extentBeforeBracket(
    _ words: String, name: String, asks: String, at place: Label, text: Label
  )
    -> Diagnostic
  {
    Diagnostic(
      .extentBeforeBracket, title: title("“\(words)”没有写进注记", or: "原文的要求没有写进注记"), at: place, related: [text],
      basis: "注记里和注记后面都没有“\(words)”，读出来就是有一次就算",
      remedy: "写成【\(name)：\(asks)】，台账填数；由考核单位判断够不够的，写【\(name)：是否】")
  }

  /// K0460: words before a bracket that say from how many on something counts, where every one would count.
  public static func countBeforeBracket(
    _ words: String, name: String, unit: String, at place: Label, text: Label
  ) -> Diagnostic {
    Diagnostic(
      .extentBeforeBracket, title: title("“\(words)”没有写进注记", or: "原文的要求没有写进注记"), at: place, related: [text],
      basis: "注记里和注记后面都没有“\(words)”，读出来就是从第一\(unit)起，每\(unit)都算",
      remedy: "只算超出的，写成【\(name)：至多N\(unit)，每超1\(unit)扣M分】；台账里只填要算的，写【\(name)：次数】")
  }

  /// K0460: 每两起 before a bracket with 每起 behind it.
  public static func stepBeforeBracket(
    _ words: String, step: String, at place: Label, text: Label
  ) -> Diagnostic {
    Diagnostic(
      .extentBeforeBracket, title: title("“\(words)”没有写进注记", or: "原文的要求没有写进注记"), at: place, related: [text],
      basis: "注记前面是“每\(words)”，后面是“\(step)”，读出来就是“\(step)”", remedy: "对照原文，把两处改成一样的")
  }

  /// K0415: 得 and 扣 on one evidence.
  public static func mixedVerbs(_ name: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .mixedVerbs, title: "一个证据又得又扣，连不成一条线", at: place,
      basis: "“\(name)”在两处又得又扣（或加），连不成一条线：不知道扣的是得到的分，还是另外的分",
      remedy: "扣的是比要求少（或多）的，写成“每少…扣…”，用【同上】接在得分后面；是另一件事的，换一个证据")
  }

  /// K0416: awards and deductions in one item.
  public static func missingStart(at place: Label) -> Diagnostic {
    Diagnostic(
      .missingStart, title: "又有得分又有扣分，不知从几分起", at: place, basis: "只扣分的从满分起，只得分的从0分起，两样都有的要写明",
      remedy: "在标题后加【起评：满分】【起评：0分】或【起评：60分】")
  }

  /// K0417: a form that needs another kind of evidence.
  public static func kindMismatch(_ name: String, kind: String, words: String, needs: String, at place: Label)
    -> Diagnostic
  {
    Diagnostic(
      .kindMismatch, title: "“\(name.titleExcerpt)”的种类不对", at: place,
      basis: "“\(words)”要用\(needs)，“\(name)”是\(kind)",
      remedy: "把注记里的“\(kind)”改成“\(needs)”，或改用别的计分办法")
  }

  /// K0418: a unit that may measure or count.
  public static func kindNotStated(_ name: String, unit: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .kindNotStated, title: "要写明是次数还是数值", at: place,
      basis: "“\(unit)”可以是一次一次累计的（次数），也可以是一个测得的数（数值）；没有报送时，次数算0，数值算缺",
      remedy: "写成【\(name)：数值，…】或【\(name)：次数，…】")
  }

  /// K0418: evidence that is compared with a figure of 指标表, whose unit nothing tells.
  public static func kindNotStated(_ name: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .kindNotStated, title: "要写明是次数还是数值", at: place,
      basis: "“\(name)”和指标表里的数比，看不出是次数、数值还是百分率；没有报送时，次数算0，别的算缺",
      remedy: "写成【\(name)：次数，…】【\(name)：数值，…】或【\(name)：百分率，…】")
  }

  /// K0419: an outside score without full mark.
  public static func missingFullMark(_ name: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .missingFullMark, title: "没有写“\(name.titleExcerpt)”的满分", at: place, basis: "折算要知道外部考核满分是多少",
      remedy: "写成【\(name)：满分100分】，或在文件开头写【满分：100分】")
  }

  /// K0420: 加 without a limit in an item with points.
  public static func unboundedBonus(at place: Label) -> Diagnostic {
    Diagnostic(
      .unboundedBonus, title: "加分没有写最多加多少", at: place, basis: "有分值的项里，加分要有限度，才知道本项最高几分",
      remedy: "写“最多加N分”，或在标题后写【上限：N分】；确实不封顶的，在标题后写【上限：不限】")
  }

  /// K0421: a clause outside every item.
  public static func clauseWithoutItem(at place: Label) -> Diagnostic {
    Diagnostic(
      .clauseWithoutItem, title: "这句计分的话不属于任何一项", at: place, basis: "计分的句子要在有分值或倒扣分的标题之下",
      remedy: "给所在的标题写上分值，例如（5分）或【分值：5分】；只加分、没有限度的，写【上限：不限】；各条都从全文的分里加减的，在开头写【起评：100分】或【上限：100分】")
  }

  /// K0422: official words that say something else than the rule in the bracket; `why` says what the rule has.
  public static func ruleDiffersFromText(
    _ words: String, why: String, _ severity: Severity, at place: Label, text: Label
  ) -> Diagnostic {
    Diagnostic(
      .ruleDiffersFromText, severity,
      title: title("原文“\(words)”与注记的办法不同", or: "原文与注记里的办法不同"), at: place, related: [text],
      basis: "原文写“\(words)”，\(why)；计分照注记，公布的是原文，两处的分值、得加扣、每几个和限度须相同",
      remedy: "改成与原文一致；公布的原文印错、不能改的，在印错的话后面写【说明】")
  }

  /// K0423: two requirements that differ.
  public static func requirementConflict(
    _ bracket: String, _ words: String, at place: Label, text: Label
  ) -> Diagnostic {
    var related = text
    related.text = "原文写“\(words)”"
    return Diagnostic(
      .requirementConflict, title: "两处要求不一致", at: place, related: [related],
      basis: "注记写“\(bracket)”，原文写“\(words)”；要求的方向和数都须相同（至少、不少于是一样的，不超过、至多是一样的，超过不含本数）",
      remedy: "改成与原文一致")
  }

  /// K0445: 分组 where no units are compared.
  public static func groupingWithoutEffect(_ name: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .groupingWithoutEffect, title: "这里的分组用不上", at: place,
      basis: "分组只管名次和平均、最高、最低；“\(name)”的计分不和别的单位相比", remedy: "删去“分组…”或“不分组”")
  }

  /// K0424: 每U in a bracket with nothing that it could count.
  public static func headWithoutEffect(_ words: String, isSaidTwice: Bool, at place: Label) -> Diagnostic {
    Diagnostic(
      .headWithoutEffect, title: "注记里的“\(words.titleExcerpt)”用不上", at: place,
      basis: isSaidTwice ? "计分的话里已写了每几个，注记里不再写" : "“每…”要和“扣N分”“得N分”“加N分”连用", remedy: "删去“\(words)”")
  }

  /// K0425: a combination of phrases that has no meaning yet.
  public static func unsupportedCombination(_ words: String, why: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .unsupportedCombination, title: "这几句话合在一起还不能算", at: place, basis: "“\(words)”：\(why)",
      remedy: "分成几条，每条前面有自己的注记；原文不能分的，把办法写进注记，例如【投诉查实：每起扣0.2分，最多扣2分】")
  }

  /// K0461: two figures for one limit.
  public static func secondLimit(
    _ words: String, first: String, at place: Label, other: Label
  ) -> Diagnostic {
    Diagnostic(
      .secondLimit, title: "写了两个限度", at: place, related: [other],
      basis: "“\(first)”和“\(words)”说的是同一件事，数不一样，不知道以哪个为准", remedy: "对照原文，只留一个")
  }

  /// K0426: words behind a consequence that would change its worth.
  public static func unreadModifier(_ words: String, at place: Label) -> Diagnostic {
    let known =
      words == "否则"
      ? "“否则”后面可以接：扣N分、得N分、不得分、酌情扣分；这里接的读不懂"
      : "计分的话后面可以接：最多扣N分、最多加N分、封顶N分、扣完为止、不封顶；“\(words)”不是其中一种"
    return Diagnostic(
      .unreadModifier, title: title("“\(words)”没有算进去", or: "计分的话后面还有没读懂的"), at: place,
      basis: known + "，不算进去就会算错分",
      remedy: "改成上面的说法；原文不能改时，把办法写进注记，例如【投诉查实：每起扣0.2分，最多扣2分】；不影响计分的，在句末写【说明】")
  }

  /// K0428: points in words that 【说明】 takes out.
  public static func explainedScore(_ words: String, at place: Label, explanation: Label) -> Diagnostic {
    Diagnostic(
      .explainedScore, .note, title: title("“\(words)”不计分", or: "【说明】的句子里有分值"), at: place,
      related: [explanation], basis: "【说明】表示这句话不计分，“\(words)”不算进任何单位的得分",
      remedy: "确实不计分的不用改；要计分的，把【说明】换成【证据名】，放在计分的话前面")
  }
}

/// What evidence may be that needs no requirement.
public enum RequirementSubstitute: String, Sendable {
  /// It counts what is missing.
  case countsMissing = "缺数"
  /// It is so or not.
  case yesNo = "是否"

  fileprivate var basis: String {
    switch self {
    case .countsMissing: "证据本身就是缺少的数量的，写“缺数”"
    case .yesNo: "只分做了没做的，写“是否”"
    }
  }
}
