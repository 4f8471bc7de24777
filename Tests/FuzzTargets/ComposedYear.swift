import RulebookModel
import RulebookText

/// A rulebook and a ledger whose words bytes choose: what is seldom met by changing bytes is met soon.
enum ComposedYear {
  /// The rulebook is held to what `RulebookBytes` asks, and where it has no error, a chosen ledger to what
  /// `EvidenceBytes` asks.
  static func failure(of bytes: [UInt8]) -> String? {
    var choices = ChoiceSource(bytes)
    let ledger = ledger(&choices)
    let text = rulebook(&choices)
    if let failure = RulebookBytes.failure(of: Array(text.utf8)) { return failure }
    guard let rulebook = Resolver.load(SourceText(name: "试.rulebook", text)).rulebook else { return nil }
    return EvidenceBytes.failure(rulebook, ledger: Array(ledger.utf8))
  }

  private static func ledger(_ choices: inout ChoiceSource) -> String {
    var text = "单位,证据,数量,日期,材料,说明\n"
    for row in 0..<choices.below(12) {
      let unit = choices.word(ComposedWords.units)
      let name = choices.word(ComposedWords.names)
      let quantity = choices.word(ComposedWords.quantities)
      text += "\(unit),\(name),\(quantity),\(choices.word(ComposedWords.dates)),材料\(row),\n"
    }
    return text
  }

  private static func rulebook(_ choices: inout ChoiceSource) -> String {
    var text = "【细则：试】【年度：2013】"
    while choices.isOne(in: 3) { text += choices.filled(choices.word(ComposedWords.heads)) }
    text += "\n"
    for number in ["一", "二", "三"] where number == "一" || !choices.isEmpty {
      text += "\(number)、" + choices.filled(choices.word(ComposedWords.titles)) + "\n"
      repeat { text += sentence(&choices) + "\n" } while choices.isOne(in: 2)
    }
    return text
  }

  private static func sentence(_ choices: inout ChoiceSource) -> String {
    var text = choices.word(ComposedWords.subjects)
    repeat {
      text += "【" + choices.filled("@" + choices.word(ComposedWords.kinds))
      while choices.isOne(in: 4) {
        text += "，" + choices.filled(String(choices.word(ComposedWords.kinds).drop { $0 == "：" }))
      }
      text += "】"
      repeat {
        text += choices.word(ComposedWords.joints) + choices.filled(choices.word(ComposedWords.consequences))
      } while choices.isOne(in: 3)
      if choices.isOne(in: 8) { text += choices.filled(choices.word(ComposedWords.remarks)) }
    } while choices.isOne(in: 5)
    return text + "。"
  }
}
