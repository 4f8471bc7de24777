extension Diagnostic {
  /// K0332 and K0333: a grade that 【等次】 does not declare; K0332 where there is no 【等次】 at all.
  public static func undeclaredGrade(_ name: String, declared: [String], at place: Label) -> Diagnostic {
    guard !declared.isEmpty else {
      return Diagnostic(
        .gradesNotDeclared, title: title("没有写明有哪些等次，读到“\(name)”", or: "没有写明有哪些等次"), at: place,
        basis: "说到等次的话，要先在文件开头写明有哪几等，好的在前", remedy: "在文件开头写【等次：优秀、合格、不合格】这样一行")
    }
    return Diagnostic(
      .undeclaredGrade, title: title("等次里没有“\(name)”", or: "等次里没有这一等"), at: place,
      basis: "文件开头的等次是：\(declared.joined(separator: "、"))", remedy: "改成其中的一等，或把“\(name)”补进【等次：…】")
  }

  /// K0334: a grade twice in 【等次】.
  public static func repeatedGrade(_ name: String, at place: Label, first: Label) -> Diagnostic {
    Diagnostic(
      .repeatedGrade, title: title("等次“\(name)”写了两遍", or: "同一等写了两遍"), at: place, related: [first],
      basis: "【等次：…】里每一等写一遍，好的在前", remedy: "删去一个")
  }

  /// K0450: 一票否决 without saying what then.
  public static func vetoWithoutEffect(_ words: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .vetoWithoutEffect, title: title("“\(words)”没有说后果是什么", or: "一票否决没有说后果是什么"), at: place,
      basis: "一票否决的后果各地不同，不能猜，要写出来",
      remedy: "在证据的注记里写明一种：【…：定为不合格】【…：不得评为优秀】【…：列末位】【…：总分得0分】")
  }

  /// K0451: words that decide what the year comes to, without evidence.
  public static func outcomeWithoutEvidence(_ words: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .outcomeWithoutEvidence, title: title("“\(words)”前面没有证据", or: "一票否决的前面没有证据"), at: place,
      basis: "一票否决要写明按什么事情否决：证据名写在【】里",
      remedy: "写成“…的【证据名】，\(words)，…”；这句只是说明的，在句末写【说明】")
  }

  /// K0452: words behind an outcome that are not read.
  public static func unreadOutcome(_ words: String, scores: Bool, at place: Label) -> Diagnostic {
    Diagnostic(
      .unreadOutcome, title: title("“\(words)”没有算进去", or: "定等次的话后面还有没读懂的"), at: place,
      basis: scores ? "扣分、得分的话写在定等次的话前面，写在后面的读不到" : "这几个字会改变等次，却不是认得的说法",
      remedy: scores
        ? "写成“…，扣5分，并定为不合格”；原文不能改的，把计分的话写进注记：【证据名：扣5分，定为不合格】"
        : "改用认得的说法，或把办法写进注记；只是说明的，另起一句写【说明】")
  }

  /// K0452: 【总得分】 with nothing that it comes to.
  public static func totalWithoutOutcome(at place: Label) -> Diagnostic {
    Diagnostic(
      .unreadOutcome, title: "【总得分】后面没有读到等次", at: place,
      basis: "【总得分】后面写几分是哪一等：90分以上为优秀，低于70分为不合格，其他为合格",
      remedy: "改用这样的说法，或写进注记：【总得分：90分以上为优秀，其他为合格】")
  }

  /// K0453: several evidences for an effect that each or all of them may have.
  public static func anyOrAll(_ names: [String], effect: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .anyOrAll, title: "分不清是有一个就算，还是都要有", at: place,
      basis: "\(quotedList(names))后面共用“\(effect)”，有一个就算和都有才算，结果不同",
      remedy: "分别写进各自的注记，例如【\(names.first ?? "证据名")：\(effect)】；都有才算的，由考核单位合成一个证据来报")
  }

  /// K0454: a condition that cannot be asked of what stands before it.
  public static func outcomeCondition(_ words: String, why: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .outcomeCondition, title: title("“\(words)”在这里用不上", or: "这个条件在这里用不上"), at: place, basis: why,
      remedy: "改成认得的条件，例如“90分以上”“低于70分”“其他”")
  }

  /// K0459: a bar that leaves no grade.
  public static func nothingBelow(_ grade: String, effect: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .nothingBelow, title: title("“\(effect)”后没有等次可评", or: "最末一等也不能评，没有等次可评"), at: place,
      basis: "不得评为某一等，比它好的也不得评，只能评它下面的；“\(grade)”已是最末一等", remedy: "核对等次的先后（好的写在前）和这句话里的等次")
  }

  /// K0524: a better grade for lower totals.
  public static func gradeOrder(_ better: String, _ worse: String, at place: Label, other: Label)
    -> Diagnostic
  {
    Diagnostic(
      .gradeOrder, title: title("“\(better)”的分数比“\(worse)”的低", or: "好的等次分数反而低"), at: place,
      related: [other], basis: "等次的先后是好的在前；“\(better)”排在“\(worse)”前面，要求的分数应当更高",
      remedy: "核对【等次：…】的先后和各等的分数")
  }

  /// K0525: totals without a grade.
  public static func gradeGap(_ stretch: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .gradeGap, title: title("\(stretch)没有等次", or: "有的总分没有等次"), at: place,
      basis: "每个可能的总分都要有一个等次；\(stretch)的，哪一句也没有说到", remedy: "核对各等的分数，或在最后写“其他为…”")
  }

  /// K0526: totals with two grades.
  public static func gradeOverlap(_ stretch: String, grades: [String], at place: Label, other: Label)
    -> Diagnostic
  {
    Diagnostic(
      .gradeOverlap, title: title("\(stretch)有两个等次", or: "有的总分有两个等次"), at: place, related: [other],
      basis: "\(stretch)，既是\(grades.joined(separator: "，又是"))", remedy: "核对各等的分数，每个总分只属于一等")
  }

  /// K0527: a total at which two ranges meet.
  public static func gradeEdge(_ value: String, grades: [String], at place: Label, other: Label) -> Diagnostic
  {
    Diagnostic(
      .gradeEdge, .note, title: title("\(value)分写了两次，按“\(grades[0])”算", or: "交界的分数写了两次"), at: place,
      related: [other],
      basis: "\(value)分既在\(grades.joined(separator: "里，也在"))里；两段相接的地方归好的一等", remedy: "不是这样的，写“（不含）”")
  }
}
