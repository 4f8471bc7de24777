/// The national standard GB18030, which contains GBK and GB2312.
///
/// A character takes one byte (ASCII), two (a table) or four (runs of a table in the basic plane, arithmetic
/// above it). A single byte 80 is “€”, as Windows writes it in code page 936.
enum GB18030 {
  /// What came of converting bytes.
  enum Conversion: Equatable {
    /// The text in UTF-8.
    case text([UInt8])
    /// Where the first bytes stand that belong to no character.
    case damaged(Range<Int>)
  }

  /// One character, or the longest start of one where the bytes are damaged.
  private struct Reading {
    let scalar: Unicode.Scalar?
    let length: Int
  }

  /// Converts the whole of `bytes`, or says where it is damaged first.
  static func decode(_ bytes: [UInt8]) -> Conversion {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 2)
    let table = twoByteTable
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] < 0x80 {
        text.append(bytes[offset])
        offset += 1
        continue
      }
      let reading = read(bytes, at: offset, table)
      guard let scalar = reading.scalar else { return .damaged(offset..<offset + reading.length) }
      append(scalar, to: &text)
      offset += reading.length
    }
    return .text(text)
  }

  /// Number of sequences in `bytes` that make no character.
  static func damagedSequences(in bytes: [UInt8]) -> Int {
    var count = 0
    let table = twoByteTable
    var offset = 0
    while offset < bytes.count {
      let reading = read(bytes, at: offset, table)
      if reading.scalar == nil { count += 1 }
      offset += reading.length
    }
    return count
  }

  /// Reads the character at `offset`, those of two bytes from `table`.
  @inline(__always)
  private static func read(_ bytes: [UInt8], at offset: Int, _ table: [UInt16]) -> Reading {
    let lead = bytes[offset]
    switch lead {
    case 0x00...0x7F: return Reading(scalar: Unicode.Scalar(lead), length: 1)
    case 0x80: return Reading(scalar: "€", length: 1)
    case 0xFF: return Reading(scalar: nil, length: 1)
    default: break
    }
    guard offset + 1 < bytes.count else { return Reading(scalar: nil, length: 1) }
    let trail = bytes[offset + 1]
    switch trail {
    case 0x30...0x39: return readFourBytes(bytes, at: offset)
    case 0x40...0x7E, 0x80...0xFE:
      return Reading(scalar: Unicode.Scalar(table[index(lead, trail)]), length: 2)
    default: return Reading(scalar: nil, length: 1)
    }
  }

  /// Where the character of two bytes stands in the table.
  private static func index(_ lead: UInt8, _ trail: UInt8) -> Int {
    (Int(lead) - 0x81) * 190 + Int(trail) - (trail < 0x7F ? 0x40 : 0x41)
  }

  /// Reads four bytes, the first two of which are known to fit.
  private static func readFourBytes(_ bytes: [UInt8], at offset: Int) -> Reading {
    guard offset + 2 < bytes.count, 0x81...0xFE ~= bytes[offset + 2] else {
      return Reading(scalar: nil, length: 2)
    }
    guard offset + 3 < bytes.count, 0x30...0x39 ~= bytes[offset + 3] else {
      return Reading(scalar: nil, length: 3)
    }
    let high = (Int(bytes[offset]) - 0x81) * 10 + Int(bytes[offset + 1]) - 0x30
    let low = (Int(bytes[offset + 2]) - 0x81) * 10 + Int(bytes[offset + 3]) - 0x30
    return Reading(scalar: fourByteScalar(high * 1260 + low), length: 4)
  }

  /// The character of the four-byte area counted from 81 30 81 30; nil where none is assigned.
  private static func fourByteScalar(_ linear: Int) -> Unicode.Scalar? {
    let planesStart = 189_000
    if linear >= planesStart { return Unicode.Scalar(UInt32(linear - planesStart + 0x10000)) }
    guard linear < basicPlaneCount else { return nil }
    var low = 0
    var high = fourByteRunStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(fourByteRunStarts[middle]) <= linear { low = middle } else { high = middle }
    }
    return Unicode.Scalar(UInt32(fourByteRunScalars[low]) + UInt32(linear - Int(fourByteRunStarts[low])))
  }

  /// Number of characters of the basic plane in the four-byte area.
  private static let basicPlaneCount = 39_420

  /// The two-byte area, 190 characters to a first byte; unpacked when the first such character is read.
  private static let twoByteTable: [UInt16] = Array(twoByteCharacters.utf16)

  private static func append(_ scalar: Unicode.Scalar, to text: inout [UInt8]) {
    let value = scalar.value
    switch value {
    case 0..<0x80:
      text.append(UInt8(value))
    case 0x80..<0x800:
      text.append(0xC0 | UInt8(value >> 6))
      text.append(0x80 | UInt8(value & 0x3F))
    case 0x800..<0x10000:
      text.append(0xE0 | UInt8(value >> 12))
      text.append(0x80 | UInt8(value >> 6 & 0x3F))
      text.append(0x80 | UInt8(value & 0x3F))
    default:
      text.append(0xF0 | UInt8(value >> 18))
      text.append(0x80 | UInt8(value >> 12 & 0x3F))
      text.append(0x80 | UInt8(value >> 6 & 0x3F))
      text.append(0x80 | UInt8(value & 0x3F))
    }
  }
}
