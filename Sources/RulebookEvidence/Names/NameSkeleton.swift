import RulebookText

/// What is left of a name when everything that looks alike is written the same way.
///
/// Width is folded, characters of other scripts and blocks become the ordinary ones they are taken for,
/// and of l, I, | and 1, of O, o and 0 only the digit is kept, of 汉字 that differ in a stroke nobody notices only one.
struct NameSkeleton: Sendable, Hashable {
  private let scalars: [Unicode.Scalar]

  /// The skeleton of `name`.
  init(_ name: String) {
    scalars = FoldedName(name).text.unicodeScalars.map { scalar in
      let ordinary = LookAlikes.ordinary(for: scalar) ?? scalar
      return switch ordinary {
      case "l", "I", "|": "1"
      case "O", "o": "0"
      default: Self.alike[ordinary] ?? ordinary
      }
    }
  }

  /// 汉字 that are taken for another one: 巿 (four strokes, fú) for 市 (five).
  private static let alike: [Unicode.Scalar: Unicode.Scalar] = [
    "巿": "市", "敎": "教", "囗": "口", "曰": "日", "末": "未", "己": "已", "巳": "已", "戍": "戌", "戊": "戌", "士": "土",
    "夭": "天",
    "壬": "王", "汩": "汨", "冶": "治", "栗": "粟", "茶": "荼", "祟": "崇", "羸": "赢", "嬴": "赢", "戸": "户", "戶": "户",
    "靑": "青",
    "黃": "黄", "爲": "为", "內": "内", "呂": "吕", "吳": "吴", "録": "录", "說": "说", "晩": "晚", "敘": "叙",
  ]
}
