import ExactArithmetic
@testable import RulebookSyntax
import RulebookText
import Testing

@Suite struct PhraseTests {
  private func effect(_ words: String) -> EffectSyntax? { Snippet.phrase(words)?.effect }

  private func points(_ verb: ScoringVerb, _ figures: String..., how: Distribution = .plain) -> EffectSyntax {
    .points(verb, how, figures.map(Snippet.number))
  }

  // MARK: What

  @Test func `every verb reads as 得, 加 or 扣`() {
    for (word, verb) in Wordings.verbs {
      #expect(effect("，\(word)0.5分。") == points(verb, "0.5"), "\(word)")
    }
  }

  @Test func `every closed wording reads as its effect`() {
    for (word, meaning) in Wordings.closed {
      #expect(effect("，\(word)。") == meaning, "\(word)")
    }
  }

  @Test func `words for nothing read as 0, of the item where it is named`() {
    for word in Wordings.nothing {
      #expect(effect("，\(word)。") == .zero(wholeItem: false), "\(word)")
      for item in Wordings.thisItem {
        #expect(effect("，\(item)\(word)。") == .zero(wholeItem: true), "\(item)\(word)")
      }
    }
    #expect(effect("，为0.5分。") == nil)
  }

  @Test func `harmless words before an effect change nothing`() {
    for word in Wordings.fillers {
      #expect(effect("，\(word)扣1分。") == points(.deduct, "1"), "\(word)")
    }
  }

  @Test func `words for each of them and for any of them say how a figure is shared`() {
    for word in Wordings.eachOfThem {
      #expect(effect("，\(word)扣1分。") == points(.deduct, "1", how: .each), "\(word)")
    }
    for word in Wordings.anyOfThem {
      #expect(effect("，\(word)扣1分。") == points(.deduct, "1", how: .any), "\(word)")
    }
  }

  @Test func `lists, ranges, shares and discretion read as such`() {
    let table: [(String, EffectSyntax)] = [
      ("，各扣2分、1分、0.5分。", points(.deduct, "2", "1", "0.5", how: .each)),
      ("，分别扣2、1、0.5分。", points(.deduct, "2", "1", "0.5", how: .each)),
      ("，分别得2分和1分。", points(.earn, "2", "1", how: .each)),
      ("，扣0.1分—0.5分。", .range(.deduct, least: Snippet.number("0.1"), greatest: Snippet.number("0.5"))),
      ("，扣0.1-0.5分。", .range(.deduct, least: Snippet.number("0.1"), greatest: Snippet.number("0.5"))),
      ("，扣0.1～0.5分。", .range(.deduct, least: Snippet.number("0.1"), greatest: Snippet.number("0.5"))),
      ("，扣0.1至0.5分。", .range(.deduct, least: Snippet.number("0.1"), greatest: Snippet.number("0.5"))),
      ("，酌情扣0.1—0.5分。", .range(.deduct, least: Snippet.number("0.1"), greatest: Snippet.number("0.5"))),
      ("，酌情扣1分。", .range(.deduct, least: 0, greatest: 1)), ("，酌情扣分。", .discretion(.deduct)),
      ("，酌情加分。", .discretion(.add)), ("，得0分。", .zero(wholeItem: false)),
      ("占年度的1/4。", .share(Snippet.number("1/4"))), ("，分值占80%。", .share(Snippet.number("0.8"))),
      ("占四分之一。", .share(Snippet.number("1/4"))), ("占百分之二十五。", .share(Snippet.number("0.25"))),
      ("，扣一分。", points(.deduct, "1")), ("，得一百分。", points(.earn, "100")), ("扣半分。", points(.deduct, "0.5")),
      ("：扣０．２分。", points(.deduct, "0.2")),
      ("的扣 0.2 分。", points(.deduct, "0.2")),
    ]
    for (words, meaning) in table { #expect(effect(words) == meaning, "\(words)") }
  }

  // MARK: Per what

  private func per(_ words: String) -> String? {
    Snippet.phrase(words)?.per.map { "\($0.direction) \($0.step) \($0.unit)" }
  }

  @Test func `every word for each reads as a step of the value`() {
    for word in Wordings.each {
      let step = word.hasPrefix("每") ? "起" : "一起"
      #expect(per("，\(word)\(step)扣0.2分。") == "plain 1 起", "\(word)")
    }
    let table = [
      ("，每2次扣1分。", "plain 2 次"), ("，查实一次扣1分。", "plain 1 次"), ("，扣0.2分/次。", "plain 1 次"),
      ("，每1个百分点扣1分。", "plain 1 个百分点"), ("，每人次扣1分。", "plain 1 人次"), ("，每扣2分，相应的扣0.1分。", "plain 2 分"),
      ("，每起各扣1分。", "plain 1 起"), ("每10万元得1分。", "plain 10 万元"),
    ]
    for (words, meaning) in table { #expect(per(words) == meaning, "\(words)") }
  }

  @Test func `every word for short and beyond reads as a step from the requirement`() {
    for word in Wordings.short { #expect(per("，每\(word)一次扣1分。") == "short 1 次", "\(word)") }
    for word in Wordings.beyond {
      #expect(per("，每\(word)1次扣1分。") == "beyond 1 次", "\(word)")
    }
    #expect(per("，每项少一次扣0.1分。") == "short 1 次")
    #expect(per("，少2次扣0.1分。") == "short 2 次")
    // Without 每 it is the requirement that is missed.
    #expect(requirement("，低于2次，扣1分。") == "低于2次")
  }

  // MARK: When

  @Test func `every word for otherwise and for all of them reads as a condition`() {
    for word in Wordings.otherwise {
      #expect(Snippet.phrase("，\(word)扣1分。")?.condition == .otherwise, "\(word)")
    }
    for word in Wordings.allReached {
      #expect(Snippet.phrase("，\(word)，得1分。")?.condition == .allReached, "\(word)")
    }
  }

  private func requirement(_ words: String) -> String? {
    Snippet.consequences(behind: words).first?.requirement.map {
      "\($0.direction.rawValue)\($0.quantity?.value ?? 0)\($0.quantity?.unit ?? "")"
    }
  }

  @Test func `every word for a requirement reads as its direction`() {
    for (word, direction) in Wordings.requirements {
      #expect(requirement("，\(word)2次，得1分。") == direction.rawValue + "2次", "\(word)")
    }
    for word in Wordings.orMore { #expect(requirement("，2次\(word)的，得1分。") == "至少2次", "\(word)") }
    for word in Wordings.orLess { #expect(requirement("，2次\(word)的，得1分。") == "至多2次", "\(word)") }
    let table = [
      ("，2次以上（含）的，得1分。", "至少2次"), ("，2次以上（不含）的，得1分。", "高于2次"), ("，超过2次（含），得1分。", "至少2次"),
      ("，至少两次，少一次扣1分。", "至少2次"), ("，95%以上，得1分。", "至少95%"), ("，低于百分之九十的，扣1分。", "低于90%"),
    ]
    for (words, meaning) in table { #expect(requirement(words) == meaning, "\(words)") }
  }

  @Test func `only 以上 and 以下 without （含） follow the boundaries of the head`() {
    let table = [("，2次以上，得1分。", true), ("，2次以内，得1分。", true), ("，2次以上（含），得1分。", false), ("，至少2次，得1分。", false)]
    for (words, follows) in table {
      #expect(
        Snippet.consequences(behind: words).first?.requirement?.followsBoundaries == follows, "\(words)")
    }
  }

  // MARK: How far

  private func limit(_ words: String) -> LimitSyntax? { Snippet.phrase(words)?.limits.first }

  @Test func `every word for a limit reads as it`() {
    for word in Wordings.atMost {
      #expect(limit("，每起扣1分，\(word)扣2分。")?.kind == .atMost(.deduct, 2), "\(word)")
    }
    for (word, verb) in Wordings.upTo {
      #expect(limit("，每起扣1分，\(word)2分。")?.kind == .atMost(verb, 2), "\(word)")
    }
    for word in Wordings.untilExhausted {
      #expect(limit("，每起扣1分，\(word)。")?.kind == .untilExhausted, "\(word)")
    }
    for word in Wordings.unlimited {
      let verb: ScoringVerb? = word.hasPrefix("扣分") ? .deduct : word.hasPrefix("加分") ? .add : nil
      #expect(limit("，每起扣1分，\(word)。")?.kind == .unlimited(verb), "\(word)")
    }
    for word in Wordings.wholeItem {
      #expect(limit("，每起扣1分，\(word)最多扣2分。")?.boundsItem == true, "\(word)")
    }
    #expect(limit("，每起扣1分，最多扣2分。")?.boundsItem == false)
    #expect(limit("，每起扣1分，扣完2分为止。")?.kind == .untilTaken(2))
  }

  // MARK: Together

  @Test func `a clause goes on over sentences that consist of phrases only`() {
    let limits = Snippet.consequences(behind: "，每起扣1分。最多扣2分。")
    #expect(limits.map(\.isContinuation) == [false, true])
    #expect(limits.last?.limits.map(\.boundsItem) == [true])
    let other = Snippet.consequences(behind: "，每起扣1分。由办公室负责。最多扣2分。")
    #expect(other.count == 1)
  }

  @Test func `phrases may follow each other, the longest reading wins`() {
    let table = [
      ("得满分，未完成的按完成情况得分。", 2), ("得2分，否则酌情扣分。", 2), ("，得2分，否则不得分。", 2), ("扣0.2分，监督不到位。", 1),
      ("，扣1分（每年一次）。", 1),
    ]
    for (words, count) in table {
      #expect(Snippet.consequences(behind: words).first?.phrases.count == count, "\(words)")
    }
  }

  @Test(arguments: [
    ("，扣0.2。", DiagnosticCode.missingPointsWord), ("，每起扣0。2分。", .misprintedNumber),
    ("，扣-0.2分。", .negativeDeduction),
    ("，每逢检查扣0.2分。", .unknownConsequence), ("，由领导酌情扣分。", .unknownConsequence),
    ("参照扣0.5分。", .unknownConsequence),
  ])
  func `words that score in no known form are told`(_ words: String, _ code: DiagnosticCode) {
    #expect(Snippet.parse("未办的【甲】" + words).diagnostics.map(\.code) == [code])
  }

  @Test(arguments: [
    "参加行政执法资格培训；", "取得成绩的；", "不得迟到；", "加强领导；", "扣押物品；", "得分情况由办公室掌握；", "记录在案；", "计划完成；",
  ])
  func `verbs without a figure of points say nothing`(_ words: String) {
    #expect(Snippet.parse("未办的【甲】，" + words).diagnostics.isEmpty)
    #expect(Snippet.consequences(behind: "，" + words).isEmpty)
  }
}
