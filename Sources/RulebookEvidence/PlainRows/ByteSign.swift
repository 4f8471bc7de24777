/// A byte that is looked for in sixteen bytes at once.
struct ByteSign: Sendable {
  private let pattern: SIMD16<UInt8>

  /// Made out of sight of the optimizer on purpose: against a pattern that it knows, `.==` becomes a loop over the bytes,
  /// against one that it does not, a single instruction.
  @inline(never)
  init(_ byte: UInt8) { pattern = SIMD16(repeating: byte) }

  /// All bits of each byte of `block` that is the sign.
  @inline(__always)
  func places(in block: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> { block .== pattern }
}

extension Swift.Span<UInt8> {
  /// The sixteen bytes from `offset` on.
  @inline(__always)
  func block(at offset: Int) -> SIMD16<UInt8> {
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
  }
}

extension SIMDMask<SIMD16<Int8>> {
  /// The bits of the first eight bytes and of the last eight.
  @inline(__always)
  var halves: (low: UInt64, high: UInt64) {
    let words = unsafe unsafeBitCast(self, to: SIMD2<UInt64>.self)
    return (words[0], words[1])
  }
}
