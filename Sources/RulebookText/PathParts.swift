extension String {
  /// The part of a path behind the last `/`.
  package var lastPathPart: String {
    let bytes = Array(utf8)
    let start = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    return String(decoding: bytes[start...], as: UTF8.self)
  }
}
