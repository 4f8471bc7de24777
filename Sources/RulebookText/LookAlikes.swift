/// A character that looks like another one, found where only that other one can be meant.
public struct LookAlike: Sendable, Hashable {
  /// What kind of character it is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A Kangxi radical, as text copied out of a PDF holds them.
    case kangxiRadical = "康熙部首"
    /// A radical of the supplement block.
    case radical = "汉字部首"
    /// A compatibility ideograph.
    case compatibilityIdeograph = "兼容汉字"
    /// A stroke.
    case stroke = "汉字笔画"
    /// The Japanese mark of a long vowel, ー.
    case longVowelMark = "日文长音符号"
    /// A letter of Katakana or Hiragana.
    case kana = "日文假名"
    /// A letter of Bopomofo.
    case bopomofo = "注音符号"
    /// A letter of Hangul.
    case hangul = "韩文字母"
    /// A Cyrillic letter.
    case cyrillic = "西里尔字母"
    /// A Greek letter.
    case greek = "希腊字母"
    /// A dash or hyphen.
    case dash = "横线"
    /// A circle.
    case circle = "圆圈"
    /// A Latin letter.
    case latin = "英文字母"
    /// A vertical bar.
    case bar = "竖线"
    /// A digit.
    case digit = "数字"
  }

  /// Where it stands.
  public let range: TextRange
  /// The character itself.
  public let found: Unicode.Scalar
  /// The character it is taken for.
  public let ordinary: Unicode.Scalar
  /// What kind of character it is.
  public let kind: Kind

  /// The whole in words, such as: “ー”是日文长音符号，不是汉字“一”.
  public var explanation: String {
    LookAlikes.explanation(of: found, as: (ordinary, kind))
  }
}

/// Finds characters of other scripts and blocks that look like ordinary 汉字, letters or digits.
///
/// Only what is certain stands here. Unicode's own list of confusables is not used: it takes 一 for “-”.
public enum LookAlikes {
  /// What is expected of the words looked at.
  public enum Context: Sendable, Hashable {
    /// Chinese or Latin words, such as a name. Dashes, circles and digits are what they are.
    case words
    /// A numeral in 汉字, as in a heading: a dash is a mistaken 一, a circle a mistaken 〇.
    case chineseNumeral
    /// A number in digits: l is a mistaken 1, O a mistaken 0.
    case number
  }

  /// The ordinary character that `scalar` is taken for in any words; nil where it is ordinary itself.
  public static func ordinary(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
    meaning(of: scalar, in: .words)?.ordinary
  }

  /// The first look-alike in `range`, whose offsets are those of the file; nil where there is none.
  public static func first(
    in bytes: [UInt8], _ range: TextRange, expecting context: Context = .words
  ) -> LookAlike? {
    let range = range.clamped(to: bytes.count)
    var offset = range.start
    while offset < range.end {
      let reading = ScalarReading(of: bytes, at: offset, before: range.end)
      let place = TextRange(offset, offset + reading.length)
      if let scalar = reading.scalar, let (ordinary, kind) = meaning(of: scalar, in: context) {
        return LookAlike(range: place, found: scalar, ordinary: ordinary, kind: kind)
      }
      offset = place.end
    }
    return nil
  }

  typealias Meaning = (ordinary: Unicode.Scalar, kind: LookAlike.Kind)

  static func explanation(of found: Unicode.Scalar, as meaning: Meaning) -> String {
    let noun =
      switch meaning.ordinary.value {
      case 0x30...0x39: "数字"
      case 0x41...0x5A, 0x61...0x7A: "英文字母"
      default: "汉字"
      }
    return "“\(found)”是\(meaning.kind.rawValue)，不是\(noun)“\(meaning.ordinary)”"
  }

  static func meaning(of scalar: Unicode.Scalar, in context: Context) -> Meaning? {
    switch context {
    // Ideographs and ASCII are taken for nothing else.
    case .words:
      scalar.isASCII || (0x4E00...0x9FFF).contains(scalar.value) ? nil : generated(scalar) ?? inWords[scalar]
    case .chineseNumeral: inChineseNumerals[scalar] ?? generated(scalar) ?? inWords[scalar]
    case .number: inNumbers[scalar]
    }
  }

  /// The meaning of radicals and compatibility ideographs, which follow each other in whole blocks.
  private static func generated(_ scalar: Unicode.Scalar) -> Meaning? {
    guard let block = blocks.first(where: { $0.first <= scalar.value }) else { return nil }
    let index = Int(scalar.value - block.first)
    guard index < block.ordinary.count, block.ordinary[index] != "\u{3000}" else { return nil }
    return (block.ordinary[index], block.kind)
  }

  private struct Block {
    let first: UInt32
    let ordinary: [Unicode.Scalar]
    let kind: LookAlike.Kind

    init(_ first: UInt32, _ ordinary: String, _ kind: LookAlike.Kind) {
      self.first = first
      self.ordinary = Array(ordinary.unicodeScalars)
      self.kind = kind
    }
  }

  /// The blocks, the last first.
  private static let blocks = [
    Block(0x2F800, compatibilitySupplement, .compatibilityIdeograph),
    Block(0xF900, compatibilityIdeographs, .compatibilityIdeograph),
    Block(0x2F00, kangxiRadicals, .kangxiRadical),
    Block(0x2E80, cjkRadicals, .radical),
  ]

  private static let inWords = table([
    (.longVowelMark, "ー一ｰ一"),
    (.kana, "ニ二ミ三ハ八エ工カ力タ夕ト卜ロ口チ千オ才ヒ匕"),
    (.bopomofo, "ㄧ一ㄦ儿ㄚ丫ㄙ厶ㄠ幺ㄕ尸ㄈ匚ㄅ勹"),
    (.hangul, "ㅡ一ㅣ丨ㅁ口ㅅ人"),
    (.stroke, "㇐一㇑丨㇒丿㇔丶㇠乙"),
    (.cyrillic, "АAВBЕEКKМMНHОOРPСCТTУYХXЅSІIЈJаaеeоoрpсcуyхxѕsіiјj"),
    (.greek, "ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοo"),
  ])

  private static let inChineseNumerals = table([
    (.dash, "-一－一﹣一–一—一―一─一−一"),
    (.circle, "○〇◯〇"),
    (.latin, "O〇o〇Ｏ〇ｏ〇"),
    (.digit, "0〇０〇"),
  ])

  private static let inNumbers = table([
    (.latin, "l1I1O0o0ｌ1Ｉ1Ｏ0ｏ0"),
    (.circle, "○0◯0"),
    (.bar, "|1｜1"),
    (.cyrillic, "О0о0"),
    (.greek, "Ο0ο0"),
  ])

  /// A table from strings that hold look-alikes, each followed by its ordinary character.
  private static func table(_ rows: [(LookAlike.Kind, String)]) -> [Unicode.Scalar: Meaning] {
    var result: [Unicode.Scalar: Meaning] = [:]
    for (kind, pairs) in rows {
      var found: Unicode.Scalar?
      for scalar in pairs.unicodeScalars {
        if let lookAlike = found {
          result[lookAlike] = (scalar, kind)
          found = nil
        } else {
          found = scalar
        }
      }
    }
    return result
  }
}
