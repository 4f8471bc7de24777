import ExactArithmetic
import RulebookText

/// Figures as nearly all are written: 0.2 right before a 汉字.
extension Cursor {
  /// Reads a decimal of a few ASCII digits, right behind which stands a 汉字 that cannot belong to it, or nothing;
  /// whatever is unusual about a figure is for `numeral` to see.
  mutating func plainDecimal() -> Numeral? {
    let start = self.start
    var offset = start
    var digits: Int64 = 0
    var scale: Int64 = 1
    let whole = read(digitsFrom: &offset, into: &digits)
    guard whole > 0, whole == 1 || bytes[start] != UInt8(ascii: "0") else { return nil }
    if offset < end, bytes[offset] == UInt8(ascii: ".") {
      offset += 1
      let decimals = read(digitsFrom: &offset, into: &digits)
      guard decimals > 0 else { return nil }
      for _ in 0..<decimals { scale *= 10 }
    }
    guard offset < end, let next = FoldedScalar.ideograph(bytes, at: offset, end: end), next != "点",
      let value = Rational(numerator: Int128(digits), denominator: Int128(scale))
    else { return nil }
    position = offset
    return Numeral(value: value, range: TextRange(start, offset))
  }

  /// The number of digits that follow each other from `offset` on, at most nine.
  private func read(digitsFrom offset: inout Int, into value: inout Int64) -> Int {
    let start = offset
    while offset < end, offset - start < 9, bytes[offset] >= 0x30, bytes[offset] <= 0x39 {
      value = value * 10 + Int64(bytes[offset] & 0x0F)
      offset += 1
    }
    return offset - start
  }
}
