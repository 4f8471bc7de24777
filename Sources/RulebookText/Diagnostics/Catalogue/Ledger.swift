// K06, second half: what is written in the rows of ledgers.

extension Diagnostic {
  /// A cell that every row must fill is blank.
  public static func blankCell(column: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .blankCell, title: "“\(column)”空白", at: place,
      basis: "每一行都要填“\(column)”；合并的单元格存成 CSV 后，下面的行就是空白",
      remedy: "填上“\(column)”；合并过的单元格先取消合并，再逐行填满")
  }

  /// The answer to a yes/no question is a `?`.
  public static func lostCheckMark(at place: Label) -> Diagnostic {
    Diagnostic(
      .yesNoAnswer, title: "“数量”填的是“?”", at: place,
      basis: "多半是“✓”在另存为 CSV 时丢失：GBK 编码里没有这个字", remedy: "改填“是”或“否”")
  }

  /// The answer to a yes/no question is not one of the known words.
  public static func yesNoAnswer(_ words: String, column: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .yesNoAnswer, title: title("“\(words)”不是是或否", or: "这一格不是是或否"), at: place,
      basis: "“\(column)”只回答是或否", remedy: "写“是”或“否”（也可写 √ ×、有 无、1 0）")
  }

  /// The quantity is not written as a number.
  public static func numberText(
    _ words: String, column: String = "数量", remedy: String, at place: Label
  ) -> Diagnostic {
    Diagnostic(
      .numberText, title: title("“\(words)”不是可以计算的数", or: "这一格不是可以计算的数"), at: place,
      basis: "“\(column)”用阿拉伯数字和小数点写，例如“2”“0.5”", remedy: remedy)
  }

  /// The quantity has more digits than can be kept exactly.
  public static func longNumber(at place: Label) -> Diagnostic {
    Diagnostic(
      .numberText, title: "数字的位数太多", at: place,
      basis: "“数量”以 18 位数字为限", remedy: "检查是否多写了数字")
  }

  /// A percentage below 1 is written without the sign.
  public static func doubtfulPercentage(_ number: String, meant: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .doubtfulPercentage, .warning, title: title("是 \(number)% 还是 \(meant)%？", or: "这个百分率小于 1%"), at: place,
      basis: "这一列的单位是 %，“\(number)”按 \(number)% 计",
      remedy: "若是 \(meant)%，写“\(meant)%”；若确是 \(number)%，写“\(number)%”")
  }

  /// A mark of at most 1 out of 100 is written without 分.
  public static func doubtfulMark(
    _ number: String, meant: String, fullMark: String, at place: Label
  ) -> Diagnostic {
    Diagnostic(
      .doubtfulPercentage, .warning,
      title: title("是 \(number) 分还是 \(meant) 分？", or: "满分\(fullMark)分，只得 1 分以下"),
      at: place,
      basis: "满分 \(fullMark) 分，“\(number)”按 \(number) 分计；Excel 里的 \(meant)% 存成 CSV 会变成 \(number)",
      remedy: "若是 \(meant) 分，写“\(meant)”；若确是 \(number) 分，写“\(number)分”")
  }

  /// The quantity is blank where it must be stated.
  public static func missingQuantity(evidence: String, example: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .missingQuantity, title: title("“\(evidence)”没有填数量", or: "“数量”空白"), at: place,
      basis: "“\(evidence)”的数量要逐行填写，空白不当作 0", remedy: "填上数量，例如“\(example)”；还没有结果就删去这一行")
  }

  /// The quantity is below zero.
  public static func negativeQuantity(_ words: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .quantityOutOfRange, title: title("数量“\(words)”小于 0", or: "数量小于 0"), at: place,
      basis: "次数、得分、扣分和百分率都不写负号，扣还是得由规则决定", remedy: "核对后去掉负号")
  }

  /// A number of events is not a whole number.
  public static func fractionOfEvent(_ words: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .quantityOutOfRange, title: title("次数“\(words)”不是整数", or: "次数不是整数"), at: place,
      basis: "这个证据按次数计，次数是整数", remedy: "写整数，例如“1”")
  }

  /// The quantity lies outside the bounds that the rulebook states.
  public static func quantityOutOfBounds(
    _ words: String, least: String?, greatest: String?, unit: String, at place: Label, rule: Label
  ) -> Diagnostic {
    let bounds =
      switch (least, greatest) {
      case (let least?, let greatest?): "在 \(least)\(unit)到 \(greatest)\(unit)之间"
      case (let least?, nil): "不小于 \(least)\(unit)"
      case (nil, let greatest?): "不大于 \(greatest)\(unit)"
      case (nil, nil): "由规则规定"
      }
    return Diagnostic(
      .quantityOutOfRange, title: title("“\(words)”超出规定的范围", or: "数量超出规定的范围"), at: place, related: [rule],
      basis: "规则写明\(bounds)", remedy: "核对后写\(bounds)的数")
  }

  /// The word behind the quantity is not the evidence's measure word.
  public static func quantityMeasureWord(
    _ word: String, expected: String?, evidence: String, at place: Label
  ) -> Diagnostic {
    Diagnostic(
      .quantityMeasureWord, title: title("数量后面写的是“\(word)”", or: "数量后面的单位不对"), at: place,
      basis: expected.map { "“\(evidence)”的单位是“\($0)”" } ?? "“\(evidence)”没有这样的单位",
      remedy: expected.map { "写“\($0)”，或者只写数字" } ?? "只写数字")
  }

  /// A row that must give its reason does not.
  public static func missingReason(evidence: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .missingReason, title: title("“\(evidence)”没有写说明", or: "“说明”空白"), at: place,
      basis: "“\(evidence)”的分值由考核单位确定，每一行都要说明理由", remedy: "在“说明”里写明事由")
  }

  /// The date is not written in a known way, or no such day exists.
  public static func dateText(_ words: String, reason: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .dateText, title: title("日期“\(words)”读不出是哪一天", or: "日期读不出是哪一天"), at: place,
      basis: reason, remedy: "核对年、月、日，写成“2013-05-01”或“2013年5月1日”的样子")
  }

  /// The date lies in another year.
  public static func dateOutsideYear(_ words: String, year: Int, at place: Label) -> Diagnostic {
    Diagnostic(
      .dateOutsideYear, title: title("日期“\(words)”不在 \(year) 年", or: "日期不在 \(year) 年"), at: place,
      basis: "规则考核的是 \(year) 年", remedy: "核对日期；不是 \(year) 年的事就删去这一行")
  }

  /// A date is missing where the requirement is by month, quarter or half year.
  public static func missingDate(evidence: String, period: String, year: Int, at place: Label) -> Diagnostic {
    Diagnostic(
      .missingDate, title: title("“\(evidence)”没有填日期", or: "“日期”空白"), at: place,
      basis: "“\(evidence)”\(period)核对，没有日期就不知道算在哪一期", remedy: "填上发生的日期，例如“\(year)-05-01”")
  }

  /// A date without its year was read as one of the year.
  public static func dateWithoutYear(_ words: String, readAs date: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .assumedDate, .note, title: title("日期“\(words)”没有写年份", or: "日期没有写年份"), at: place,
      basis: "已按“\(date)”理解", remedy: "最好写全年月日")
  }

  /// A number was read as the date that a spreadsheet means by it.
  public static func serialDate(_ words: String, readAs date: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .assumedDate, .note, title: title("日期写成了数字“\(words)”", or: "日期写成了数字"), at: place,
      basis: "这是 Excel 的日期序号，已按“\(date)”理解", remedy: "在 Excel 里把这一列设为日期格式再另存")
  }

  /// A number that is a date of the year only where days are counted from 1904.
  public static func shiftedDate(
    _ words: String, readAs date: String, from1904 other: String, at place: Label
  )
    -> Diagnostic
  {
    Diagnostic(
      .shiftedDate, title: title("日期写成了数字“\(words)”", or: "日期写成了数字"), at: place,
      basis: "按 Excel 的 1900 日期系统是“\(date)”，按 1904 日期系统是“\(other)”", remedy: "核对后写成“\(other)”或者正确的日期")
  }

  /// The rulebook has no such evidence.
  public static func unknownEvidence(_ name: String, near: [String], at place: Label) -> Diagnostic {
    Diagnostic(
      .unknownEvidence, title: title("规则里没有证据“\(name)”", or: "规则里没有这个证据名"), at: place,
      basis: "“证据”一列写规则里【】中的证据名", remedy: nearNames(near, lookUpIn: "规则"))
  }

  /// A row comes from an office that does not assess its evidence.
  public static func officeWithoutAuthority(
    _ office: String, evidence: String, assessors: [String], at place: Label
  ) -> Diagnostic {
    Diagnostic(
      .officeWithoutAuthority, title: title("“\(evidence)”不由“\(office)”考核", or: "这个证据不由填报的单位考核"), at: place,
      basis: assessors.isEmpty ? "规则没有写明由谁考核" : "“\(evidence)”由\(quotedList(assessors))考核，“\(office)”不能填报",
      remedy: "由考核单位填报；若证据名或单位写错了，改正后再用")
  }

  /// Rows of an office whose evidence another one assesses, of nearly the same name.
  public static func misnamedOffice(
    _ office: String, assessor: String, evidence: String, rows: Int, at place: Label, rule: Label
  ) -> Diagnostic {
    Diagnostic(
      .officeWithoutAuthority,
      title: title("“\(assessor)”像是“\(office)”", or: "规则里的两个考核单位像是同一个"), at: place, related: [rule],
      basis: "规则里“\(evidence)”由“\(assessor)”考核，填报的是“\(office)”；名称不同就是两个单位，这样的行共 \(rows) 行，都不能用",
      remedy: "是同一个单位，就把规则里的“\(assessor)”改为“\(office)”；不是，就由“\(assessor)”填报")
  }

  /// 填报单位 names an office that the rulebook does not know.
  public static func unknownOffice(_ office: String, near: [String], at place: Label) -> Diagnostic {
    Diagnostic(
      .officeWithoutAuthority, title: title("规则里没有考核单位“\(office)”", or: "规则里没有这个考核单位"), at: place,
      basis: "“填报单位”写规则里的考核单位", remedy: nearNames(near, lookUpIn: "规则"))
  }

  /// A ledger is named for an office that the rulebook does not know.
  public static func unknownFileOffice(_ office: String, near: [String], at place: Label) -> Diagnostic {
    Diagnostic(
      .unknownFileOffice, .note, title: title("规则里没有考核单位“\(office)”", or: "文件名里的考核单位规则里没有"), at: place,
      basis: "文件名里的“\(office)”不是规则里的考核单位，这个文件不算哪个单位自己的台账；只由一个单位考核的证据，有一行就算那个单位已报",
      remedy: nearNames(near, lookUpIn: "规则"))
  }

  /// Offices without a ledger of their own that count as having reported because of rows in another file.
  public static func reportedByRows(_ offices: [String], at place: Label) -> Diagnostic {
    Diagnostic(
      .reportedByRows, .note,
      title: title("\(quotedList(offices))没有自己的台账", or: "\(offices.count) 个考核单位没有自己的台账"), at: place,
      basis: "这个文件里有\(quotedList(offices))的行，算作已报：没有写到的次数、扣分和是否，都算没有发生",
      remedy: "请考核单位交自己的台账；真的没有要报的，也交一个只有表头的")
  }

  /// Offices that a row names or may come from, which have not reported by it.
  public static func rowIsNoReport(of offices: [String], at place: Label) -> Diagnostic {
    Diagnostic(
      .rowIsNoReport, .note,
      title: title("\(quotedList(offices))还不算已报", or: "\(offices.count) 个考核单位还不算已报"), at: place,
      basis: "这样的行照常计分，但不算\(quotedList(offices))已报：行在别的单位的台账里，或者看不出是几个考核单位中哪一个报的",
      remedy: "请考核单位交自己的台账；没有写明谁报的，在“填报单位”里写明")
  }

  /// The evidence does not count for the unit.
  public static func evidenceNotApplicable(
    _ evidence: String, unit: String, at place: Label, rule: Label
  ) -> Diagnostic {
    Diagnostic(
      .evidenceNotApplicable, .warning, title: title("“\(evidence)”不适用于该单位，未计分", or: "不适用于该单位，未计分"),
      at: place,
      related: [rule], basis: "按规则和单位名册，“\(evidence)”不适用于“\(unit)”", remedy: "核对单位和名册；确实不适用就删去这一行")
  }

  /// A second value where one unit has one value.
  public static func secondValue(
    _ evidence: String, unit: String, at place: Label, first: Label
  ) -> Diagnostic {
    Diagnostic(
      .secondValue, title: title("“\(evidence)”填了两次", or: "同一个数填了两次"), at: place, related: [first],
      basis: "“\(unit)”的“\(evidence)”同一期只有一个数，不取其中任何一个", remedy: "只留一行")
  }

  /// The same question answered with both 是 and 否.
  public static func contradictoryAnswers(
    _ evidence: String, unit: String, at place: Label, first: Label
  ) -> Diagnostic {
    Diagnostic(
      .contradictoryAnswers, title: title("“\(evidence)”又是又否", or: "两行的是和否互相矛盾"), at: place, related: [first],
      basis: "“\(unit)”的“\(evidence)”一处填是，一处填否", remedy: "核对后改成一致，或者只留一行")
  }

  /// The same incident was entered twice.
  public static func repeatedIncident(
    _ evidence: String, unit: String, at place: Label, first: Label
  ) -> Diagnostic {
    Diagnostic(
      .repeatedIncident, title: title("“\(evidence)”同一件事填了两次", or: "同一件事填了两次"), at: place, related: [first],
      basis: "“\(unit)”的“\(evidence)”，日期和材料都相同", remedy: "只留一行；确是两件事就写各自的材料")
  }

  /// Rows of one day without 材料 that nothing tells apart.
  public static func likelyRepeated(
    _ evidence: String, unit: String, rows: Int, isDated: Bool, at place: Label, first: Label
  ) -> Diagnostic {
    Diagnostic(
      .likelyRepeated, .warning, title: title("“\(evidence)”像是填了两次", or: "像是同一件事填了两次"), at: place,
      related: [first],
      basis: isDated
        ? "“\(unit)”的“\(evidence)”同一天有 \(rows) 行，都没有填材料，说明也相同；分不出是一件事还是几件事，都照常计分"
        : "“\(unit)”的“\(evidence)”有 \(rows) 行数量和说明都一样，都没有填日期和材料；分不出是一件事还是几件事，都照常计分",
      remedy: isDated
        ? "是同一件事就只留一行；是几件事就在“材料”里写各自的文号或编号"
        : "是同一件事就只留一行；是几件事就写各自的日期，或在“材料”里写各自的文号或编号")
  }

  /// Every date of a ledger lies in another year.
  public static func ledgerOfOtherYear(
    _ found: Int, year: Int, dates: Int, at place: Label, rule: Label
  ) -> Diagnostic {
    Diagnostic(
      .otherYear, title: "这个台账是 \(found) 年的", at: place, related: [rule],
      basis: "规则考核的是 \(year) 年，台账里的 \(dates) 个日期没有一个在 \(year) 年；整个文件没有用",
      remedy: "换成 \(year) 年的台账；若是年份写错了，改正日期")
  }

  /// The name of a ledger states another year.
  public static func fileNameOfOtherYear(
    _ found: Int, year: Int, at place: Label, rule: Label
  ) -> Diagnostic {
    Diagnostic(
      .otherYear, title: "文件名写的是 \(found) 年", at: place, related: [rule],
      basis: "规则考核的是 \(year) 年；整个文件没有用", remedy: "换成 \(year) 年的台账；确是 \(year) 年的，改正文件名")
  }

  /// A name holds a character that cannot be seen.
  public static func invisibleInName(_ what: String, column: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .invisibleInName, title: "“\(column)”里有看不见的字符", at: place,
      basis: "名称里没有看不见的字符；这里有\(what)", remedy: "删去看不见的字符，或者重新输入名称")
  }
}
