/// Messages about 按月考核.
extension Diagnostic {
  /// K0330: one 按月考核 in another.
  public static func nestedPeriods(
    _ inner: String, around outer: String, path: String, at place: Label
  ) -> Diagnostic {
    Diagnostic(
      .nestedPeriods, title: "“\(inner)”里外写了两次", at: place,
      basis: "“\(path)”已经\(outer)，里面的各项跟着它一期一期地算，不能再分一次期", remedy: "删去里面的，或者删去外面的、分别写在里面各项上")
  }

  /// K0331: 按月考核 where there are no points to be scored by periods.
  public static func periodsWithoutWorth(_ word: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .periodsWithoutWorth, title: "“\(word)”要写在有分值的项上", at: place,
      basis: "这里没有分值，里面的分算到上一级，而上一级不是\(word)", remedy: "移到有分值的那一项，或在这里写明【分值：…】")
  }

  /// K0446: evidence that is reported less often than the item is scored.
  public static func periodTooLong(_ part: String, in word: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .periodTooLong, title: "“\(part)”比\(word)的期长", at: place,
      basis: "\(word)的项每一期都要算分；\(part)才有一次的，不知道算在哪一期", remedy: "删去“\(part)”，每期都报；或者把这一句移到\(word)的项外面")
  }

  /// K0447: evidence that one item reads by periods and another one otherwise.
  public static func evidenceOfTwoAxes(_ name: String, _ paths: [String], at place: Label) -> Diagnostic {
    let items = paths.map { $0.isEmpty ? "全文" : "“\($0)”" }
    let basis =
      items.count > 1
      ? "\(items[0])和\(items[1])各自分期考核，一个证据只能在其中一处用" : "\(items.joined())分期考核，每期一个数；这里算全年，不知道用哪一期的数"
    return Diagnostic(
      .evidenceOfTwoAxes, title: "“\(name.titleExcerpt)”两处的期不同", at: place, basis: basis,
      remedy: "两处用两个名称，分别填报；要把各期合起来的，在证据后面写取平均或取合计")
  }

  /// K0448: 取合计 that leaves open what a period is worth.
  public static func unsettledPeriods(_ why: String, remedy: String, at place: Label) -> Diagnostic {
    Diagnostic(.unsettledPeriods, title: "一期得几分说不清", at: place, basis: why, remedy: remedy)
  }

  /// K0449: a formula or a figure of 指标表 in an item of 按月考核, or a formula that computes with the score of something in it.
  public static func yearInPeriods(_ word: String, path: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .yearInPeriods, title: "\(word)的项里不能用全年的数", at: place,
      basis: "\(path.isEmpty ? "全文" : "“\(path)”")\(word)，式子里的数和目标、上年、共用的数都是全年的，不知道怎样分到各期",
      remedy: "把这一句移到\(word)的项外面；式子要用这一项全年的得分，【得分名：…】写在“\(word)”所在的标题上")
  }

  /// K0520: periods that do not add up to the points of their item.
  public static func periodsSum(
    _ sum: String, each: String, count: Int, points: String, at place: Label
  ) -> Diagnostic {
    Diagnostic(
      .periodsSum, .warning, title: title("各期合计\(sum)分，分值\(points)分", or: "各期合计与分值不同"), at: place,
      basis: "每期最多\(each)分，\(count)期合计\(sum)分，本项分值是\(points)分", remedy: "核对分值和每期最多得的分数")
  }

  /// K0521: a start beside children that start from their full marks.
  public static func startCountedTwice(_ start: String, children: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .startCountedTwice, .warning, title: "起评分和下级的满分会加两次", at: place,
      basis: "本项从\(start)分起，下级从满分起，已有\(children)分；没有扣分的单位得两者之和",
      remedy: "基本分就是下级满分之和的，删去【起评：…】，原文那一句写【说明】")
  }

  /// K0657: `/` for a quantity outside 按月考核.
  public static func exemptionWithoutPeriods(_ name: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .exemptionWithoutPeriods, title: "这里不能填“/”", at: place,
      basis: "“/”说这个单位这一期不考核，只用在按月考核、按季考核、按半年考核的项里；“\(name)”是全年考核的",
      remedy: "全年不考核的，在规则里写【适用：…】、在名册里填明；其他的填数量，或删去这一行")
  }

  /// K0658: a quantity of a unit in a period in which it is not assessed.
  public static func quantityOfExempted(
    unit: String, path: String, period: String, at place: Label, first: Label
  ) -> Diagnostic {
    var related = first
    related.text = "“/”填在这里"
    return Diagnostic(
      .quantityOfExempted, title: "填了“/”的一期又有数", at: place, related: [related],
      basis: "“\(unit)”\(period)填了“/”，\(path.isEmpty ? "" : "“\(path)”")这一期不考核它，不能再有别的记录",
      remedy: "这一期考核的，删去“/”那一行；不考核的，删去这一行")
  }

  /// K0659: a unit for which no period counts.
  public static func noPeriodCounts(
    _ path: String, unit: String, assessment: String, at place: Label
  ) -> Diagnostic {
    Diagnostic(
      .noPeriodCounts, title: "一期也没有考核，算不出分", at: place,
      basis: "\(path.isEmpty ? "全文" : "“\(path)”")\(assessment)，“\(unit)”每一期都填了“/”",
      remedy: "全年不考核的，在规则里写【适用：…】和【其余：…】，在名册里填明，不填“/”")
  }
}
