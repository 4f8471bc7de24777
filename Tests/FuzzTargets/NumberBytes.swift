import ExactArithmetic

/// Any bytes as a number.
enum NumberBytes {
  /// What is read can be written, and is the same number when read again.
  static func failure(of bytes: [UInt8]) -> String? {
    guard case .value(let value) = DecimalText.parse(bytes) else { return nil }
    guard let text = value.decimalText, case .value(let again) = DecimalText.parse(text.utf8) else {
      return "what was read cannot be written and read again"
    }
    return again == value ? nil : "another number is read again"
  }
}
