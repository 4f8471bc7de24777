/// Why one character may stand where another was meant.
enum Kinship: Equatable {
  /// The same letter in the other case.
  case letterCase
  /// A look-alike of another script or block.
  case otherScript
  /// The same pinyin but for the tone.
  case sound
  /// Ordinary 汉字 of similar shape.
  case shape
  /// Pinyin that differs only as many speakers mix it up.
  case nearSound
  /// No reason known.
  case unrelated

  /// How `wrong` is akin to a different character, `right`.
  init(of wrong: Unicode.Scalar, with right: Unicode.Scalar) {
    self =
      if Self.isOrdinal(wrong), Self.isOrdinal(right) {
        .unrelated
      } else if Self.differOnlyInCase(wrong, right) {
        .letterCase
      } else if LookAlikes.ordinary(for: wrong) == right {
        .otherScript
      } else if Pinyin.sameSound(wrong, right) {
        .sound
      } else if ShapeGroups.areAlike(wrong, right) {
        .shape
      } else if Pinyin.nearSound(wrong, right) {
        .nearSound
      } else {
        .unrelated
      }
  }

  /// In hundredths of a wrong character.
  var cost: Int {
    switch self {
    case .letterCase, .otherScript, .sound, .shape: 25
    case .nearSound: 40
    case .unrelated: 100
    }
  }

  /// The kinship in words.
  func reason(_ wrong: Unicode.Scalar, _ right: Unicode.Scalar) -> String {
    switch self {
    case .letterCase: return "“\(wrong)”与“\(right)”大小写不同"
    case .otherScript:
      guard let meaning = LookAlikes.meaning(of: wrong, in: .words) else { return "“\(wrong)”与“\(right)”形近" }
      return LookAlikes.explanation(of: wrong, as: meaning)
    case .sound: return "“\(wrong)”与“\(right)”同音"
    case .shape: return "“\(wrong)”与“\(right)”形近"
    case .nearSound: return "“\(wrong)”与“\(right)”音近"
    case .unrelated: return "“\(wrong)”应为“\(right)”"
    }
  }

  /// Numerals and heavenly stems: 一组 and 乙组 sound alike and are two groups, never one.
  private static func isOrdinal(_ scalar: Unicode.Scalar) -> Bool {
    ordinals.contains(scalar)
  }

  private static let ordinals = Set("〇零一二三四五六七八九十百千万亿两半甲乙丙丁戊己庚辛壬癸".unicodeScalars)

  private static func differOnlyInCase(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    left.isASCII && right.isASCII && left.properties.isAlphabetic && left.value ^ right.value == 0x20
  }
}
