/// What numbers begin with, to see at a glance where none does.
extension Unicode.Scalar {
  /// Whether a number, or what is meant as one, may begin with it; false for nearly all with which none does.
  var mayBeginNumeral: Bool {
    switch value {
    case 0x30...0x39, 0x2E, 0x4F, 0x6F: true  // digits, “.”, O and o
    case 0xBC...0xBE, 0x2150...0x24FF, 0x2776...0x277F, 0x3007, 0x3220...0x3229: true  // ½, Ⅴ, ⑤, ❶, 〇, ㈤
    default: value >= 0x4E00 && (self == "点" || mayBeginFigure)
    }
  }
}
