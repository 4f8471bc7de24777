/// One step through UTF-8 bytes: a scalar, or the longest start of one that a damaged text holds.
struct ScalarReading: Equatable {
  /// The scalar; nil where the bytes are damaged.
  let scalar: Unicode.Scalar?
  /// Number of bytes read, at least 1.
  let length: Int

  /// Reads at `offset`, which must be below `end`; bytes from `end` on are not looked at.
  init(of bytes: [UInt8], at offset: Int, before end: Int) {
    let lead = bytes[offset]
    guard let form = Self.form(of: lead) else {
      self.init(scalar: nil, length: 1)
      return
    }
    var value = UInt32(lead) & form.leadMask
    for index in 1..<max(form.length, 1) {
      let allowed = index == 1 ? form.second : 0x80...0xBF
      guard offset + index < end, allowed.contains(bytes[offset + index]) else {
        self.init(scalar: nil, length: index)
        return
      }
      value = value << 6 | UInt32(bytes[offset + index] & 0x3F)
    }
    self.init(scalar: Unicode.Scalar(value), length: form.length)
  }

  private init(scalar: Unicode.Scalar?, length: Int) {
    self.scalar = scalar
    self.length = length
  }

  /// Length and second byte of the sequences that begin with `lead` (Unicode, table 3-7).
  private static func form(of lead: UInt8) -> (length: Int, leadMask: UInt32, second: ClosedRange<UInt8>)? {
    switch lead {
    case 0x00...0x7F: (1, 0x7F, 0x80...0xBF)
    case 0xC2...0xDF: (2, 0x1F, 0x80...0xBF)
    case 0xE0: (3, 0x0F, 0xA0...0xBF)
    case 0xED: (3, 0x0F, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x0F, 0x80...0xBF)
    case 0xF0: (4, 0x07, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x07, 0x80...0xBF)
    case 0xF4: (4, 0x07, 0x80...0x8F)
    default: nil
    }
  }
}

extension TextRange {
  /// The part of the range that lies within `count` bytes.
  package func clamped(to count: Int) -> TextRange {
    TextRange(max(0, min(start, count)), max(0, min(end, count)))
  }
}
